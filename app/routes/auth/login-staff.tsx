import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { safeReturnPath } from "#app/http/return-path.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { LoginForm } from "./LoginForm.tsx";
import { beginLogin } from "./begin-login.server.ts";
import { staffHome } from "./landing.ts";

export const meta = () => [{ title: "職員のログイン | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("public", "lookup.view", async ({ url, actor, tools }) => {
  const returnTo = safeReturnPath(url.searchParams.get("returnTo")) ?? "";
  if (actor.kind === "staff") throw redirect(returnTo === "" ? staffHome(actor) : returnTo);
  const problem = url.searchParams.get("problem");
  const down = !(await tools.identity.staff.reachable());
  return { returnTo, problem: down && (problem === null || problem === "down") ? "down" : problem };
});

export const action = guarded("public", "lookup.view", (guard) => beginLogin(guard, "staff"));

export default function LoginStaff() {
  const { returnTo, problem } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <>
      <PageTitle title="職員のログイン" lead="各府省の職員用アカウントでログインします。" />
      <LoginForm
        returnTo={returnTo}
        problem={failed?.problem ?? problem}
        button="職員用アカウントでログイン"
      />
      <p className="mt-8">
        <a className="link" href="/login">
          事業者の方はこちらからログインしてください
        </a>
      </p>
    </>
  );
}
