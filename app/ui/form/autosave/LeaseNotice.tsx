import { Button } from "../../primitives/Button.tsx";
import { NotificationBanner } from "../../primitives/NotificationBanner.tsx";
import type { LeaseNotice as Notice } from "./section-lease.ts";

/** 同じ区画を開いている人がいることの知らせ。書くことは止めない。 */
export function LeaseNotice({
  notice,
  takeOverPath,
}: {
  readonly notice: Notice;
  readonly takeOverPath: string;
}) {
  if (notice.kind === "none") return null;
  if (notice.kind === "alsoOpen")
    return (
      <NotificationBanner kind="info" title="この区画は、別の画面（タブ）でも開かれています" announce>
        <p>どちらの画面の入力も保存されます。同じ欄を両方で変えたときは、どちらの値にするかを尋ねます。</p>
      </NotificationBanner>
    );
  return (
    <NotificationBanner kind="warning" title={`${notice.holder}さんが編集中です`} announce>
      <p>
        ここで入力した内容は、{notice.holder}
        さんの入力と合わせて保存します。同じ欄が重なったときは、どちらの値にするかを尋ねます。
      </p>
      <TakeOver path={takeOverPath} />
    </NotificationBanner>
  );
}

export function TakeOver({ path }: { readonly path: string }) {
  return (
    <form method="post" action={path} className="mt-2">
      <Button variant="secondary">編集を引き継ぐ</Button>
    </form>
  );
}
