import { Button } from "../../primitives/Button.tsx";
import { NotificationBanner } from "../../primitives/NotificationBanner.tsx";
import { useSessionExpiry } from "./session-expiry.ts";

/** ログインの期限の知らせ。画面の下に出て、打っている欄を動かさない。 */
export function SessionNotice({
  seconds,
  returnTo,
}: {
  /** 切れるまでの秒数。 */
  readonly seconds: number;
  readonly returnTo: string;
}) {
  const { phase, keep } = useSessionExpiry(seconds);
  if (phase.kind === "fine") return null;
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 mx-auto max-w-[48rem] px-4">
      {phase.kind === "ending" ? (
        <NotificationBanner
          kind="warning"
          title={`あと約${phase.minutes}分で、ログインの期限が切れます`}
          announce
        >
          {phase.limited ? (
            <p>
              続けて使える時間の上限です。切れた後も入力はこの端末に残り、ログインし直すと続きから入力できます。
            </p>
          ) : (
            <p className="mt-2">
              <Button type="button" onClick={keep}>
                続ける
              </Button>
            </p>
          )}
        </NotificationBanner>
      ) : (
        <NotificationBanner kind="error" title="ログインの期限が切れました" announce>
          <p>
            保存できていない入力は、この端末に残っています。
            <a className="link" href={`/login?returnTo=${encodeURIComponent(returnTo)}`}>
              ログインして、この画面に戻る
            </a>
          </p>
        </NotificationBanner>
      )}
    </div>
  );
}
