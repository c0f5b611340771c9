import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import type { ReplayRun } from "./replay-view.server.ts";

/** 終わりまで読めなかった再計算の知らせ。 */
export function ReplayOutcome({ run }: { readonly run: ReplayRun }) {
  const { done, total, problem } = run;
  const read = `${total.toLocaleString("ja-JP")}件のうち${done.toLocaleString("ja-JP")}件まで読み比べていました。`;
  switch (run.state) {
    case "running":
    case "done":
      return null;
    case "cancelled":
      return (
        <NotificationBanner kind="info" title="再計算をやめました" announce>
          {read}
        </NotificationBanner>
      );
    case "outdated":
      return (
        <NotificationBanner kind="warning" title="版が編集されたので、再計算を止めました" announce>
          {read}もう一度再計算してください。
        </NotificationBanner>
      );
    case "failed":
      return (
        <NotificationBanner kind="error" title="再計算できませんでした" announce>
          <p className="whitespace-pre-line">{problem}</p>
        </NotificationBanner>
      );
  }
}

/** 再計算を始める。 */
export const StartReplay = ({ href, again }: { readonly href: string; readonly again: boolean }) => (
  <form method="post" action={href} className="mb-6">
    <Button name="command" value="start" variant={again ? "secondary" : "primary"}>
      {again ? "もう一度再計算する" : "再計算する"}
    </Button>
  </form>
);
