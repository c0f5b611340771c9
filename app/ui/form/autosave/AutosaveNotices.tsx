import type { RefObject } from "react";
import { Button } from "../../primitives/Button.tsx";
import { NotificationBanner } from "../../primitives/NotificationBanner.tsx";
import type { Autosave } from "./autosave.ts";
import type { FormEntries } from "./form-entries.ts";

/** 保存について、利用者がすることのある知らせ。 */
export function AutosaveNotices({
  autosave,
  path,
  form,
}: {
  readonly autosave: Autosave;
  /** この区画の画面。 */
  readonly path: string;
  readonly form: RefObject<HTMLFormElement>;
}) {
  const { status, restored, conflicting, conflictingVersion } = autosave;
  return (
    <>
      {restored === "restored" && <NotificationBanner kind="info" title="前回の入力を戻しました" announce />}
      {restored === "conflict" && conflicting !== null && (
        <NotificationBanner kind="warning" title="前回の入力と、後から保存された値が重なっています" announce>
          <p>前回の入力はこの端末に残っています。どちらの値にするかを選んでください。</p>
          <p className="mt-2">
            <Button
              type="button"
              variant="secondary"
              onClick={() => sendEntries(path, conflicting, conflictingVersion)}
            >
              違いを確かめる
            </Button>
          </p>
        </NotificationBanner>
      )}
      {status.phase === "conflict" && (
        <NotificationBanner
          kind="warning"
          title={`${status.by === null ? "別の画面" : `${status.by}さん`}が同じ欄を先に保存しました`}
          announce
        >
          <p>あなたの入力は、この画面とこの端末に残っています。</p>
          <p className="mt-2">
            <Button type="button" variant="secondary" onClick={() => form.current?.requestSubmit()}>
              違いを確かめる
            </Button>
          </p>
        </NotificationBanner>
      )}
      {status.phase === "signedOut" && (
        <NotificationBanner kind="error" title="ログインの期限が切れました" announce>
          <p>
            入力はこの端末に残っています。
            <a className="link" href={`/login?returnTo=${encodeURIComponent(path)}`}>
              ログインして、この画面に戻る
            </a>
            と、続きから入力できます。
          </p>
        </NotificationBanner>
      )}
    </>
  );
}

/** 端末の控えを、ボタンで送るのと同じ形で送る。重なった所を選ぶ画面が開く。 */
function sendEntries(path: string, entries: FormEntries, version: number): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = path;
  for (const [name, value] of [...entries, ["version", String(version)] as const]) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
