import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { safeReturnPath } from "#app/http/return-path.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { LoginForm } from "./LoginForm.tsx";
import { beginLogin } from "./begin-login.server.ts";

export const meta = () => [{ title: "ログイン | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("public", "lookup.view", async ({ url, actor, tools }) => {
  const returnTo = safeReturnPath(url.searchParams.get("returnTo")) ?? "";
  if (actor.kind === "applicant") throw redirect(returnTo === "" ? `/c/${actor.companyKey}` : returnTo);
  const problem = url.searchParams.get("problem");
  const down = !(await tools.identity.applicant.reachable());
  return { returnTo, problem: down && (problem === null || problem === "down") ? "down" : problem };
});

export const action = guarded("public", "lookup.view", (guard) => beginLogin(guard, "applicant"));

export default function Login() {
  const { returnTo, problem } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <>
      <PageTitle title="事業者の方のログイン" lead="GビズIDのアカウントでログインします。" />
      <LoginForm returnTo={returnTo} problem={failed?.problem ?? problem} button="GビズIDでログイン" />
      <p className="mt-8">
        申請には GビズIDプライム、又はプライムから権限を受けた
        GビズIDメンバーが必要です。GビズIDエントリーでは、下書きの作成と印刷ができます。
      </p>
      <p className="mt-4">
        <a className="link" href="/login/staff">
          職員の方はこちらからログインしてください
        </a>
      </p>
    </>
  );
}
