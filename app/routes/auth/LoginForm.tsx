import { Button } from "#app/ui/primitives/Button.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { loginProblems } from "./login-problems.ts";

/** 発行者へ移るボタン。problem は前のログインがうまくいかなかった理由の名前。 */
export function LoginForm({
  returnTo,
  problem,
  button,
}: {
  readonly returnTo: string;
  readonly problem: string | null;
  readonly button: string;
}) {
  const text = problem === null ? undefined : (loginProblems[problem] ?? loginProblems["failed"]);
  return (
    <>
      {text !== undefined && (
        <NotificationBanner kind={text.kind} title={text.title} announce>
          <p>{text.body}</p>
        </NotificationBanner>
      )}
      <form method="post" className="mt-6">
        <input type="hidden" name="returnTo" value={returnTo} />
        <Button type="submit">{button}</Button>
      </form>
    </>
  );
}
