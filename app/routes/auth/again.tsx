/** 取り返しのつかない操作の前のログインし直し。終えると同じ画面に戻り、送った物のまま続けられる。 */
import { useActionData, useLoaderData } from "@remix-run/react";
import { ACTION_NAMES } from "#app/domain/access/actions.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { isFreshLogin } from "#app/domain/access/step-up.ts";
import { guarded, type Guarded } from "#app/http/guard.server.ts";
import { readCookie } from "#app/http/session-cookie.server.ts";
import { openKeptForm } from "#app/usecases/accounts/kept-forms.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { ContinueForm } from "./ContinueForm.tsx";
import { LoginForm } from "./LoginForm.tsx";
import { beginLogin } from "./begin-login.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "もう一度ログイン | 経営力向上計画 電子申請ポータル" }];

async function asked({ url, request, useCase, tools }: Guarded<Actor>) {
  const id = url.searchParams.get("kept");
  const browser = readCookie(request, tools.origin, "kept");
  const kept = id === null ? null : await openKeptForm(useCase, id, browser);
  const wanted = url.searchParams.get("for") === "staff" ? "staff" : "applicant";
  return { kept, kind: kept?.kind ?? wanted } as const;
}

export const loader = guarded("public", "lookup.view", async (guard) => {
  const { actor, useCase, tools } = guard;
  const { kept, kind } = await asked(guard);
  const fresh = isFreshLogin(actor, useCase.clock.now(), tools.stepUpMinutes);
  return {
    kind,
    problem: (await tools.identity[kind].reachable()) ? null : "down",
    minutes: tools.stepUpMinutes,
    state: !fresh ? "login" : kept === null ? "nothing" : kept.another ? "another" : "continue",
    kept: kept === null ? null : { ...kept, name: ACTION_NAMES[kept.action] },
  } as const;
});

export const action = guarded("public", "lookup.view", async (guard) =>
  beginLogin(guard, (await asked(guard)).kind, { returnTo: `/login/again${guard.url.search}` }),
);

export default function Again() {
  const { kind, problem, minutes, state, kept } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const button = kind === "staff" ? "職員用アカウントでもう一度ログイン" : "GビズIDでもう一度ログイン";
  switch (state) {
    case "login":
      return (
        <>
          <PageTitle
            title="もう一度ログインしてください"
            lead={`${kept === null ? "この操作" : `「${kept.name}」`}の前には、本人であることを確かめるため、${minutes}分以内にログインしている必要があります。`}
          />
          {kept !== null && (
            <p>入力した内容は、そのまま残っています。ログインの後に、続きから進められます。</p>
          )}
          <LoginForm returnTo="" problem={failed?.problem ?? problem} button={button} />
        </>
      );
    case "continue":
      return kept === null ? null : <ContinueForm name={kept.name} path={kept.path} fields={kept.fields} />;
    case "another":
      return (
        <>
          <PageTitle title="別のアカウントでログインしています" />
          <NotificationBanner kind="warning" title="続けられません">
            <p>操作を始めた人と違うアカウントです。始めた人のアカウントで、もう一度ログインしてください。</p>
          </NotificationBanner>
          <LoginForm returnTo="" problem={failed?.problem ?? problem} button={button} />
        </>
      );
    case "nothing":
      return (
        <>
          <PageTitle title="続ける操作がありません" lead="預かった内容の期限が切れたか、既に終えています。" />
          <p>
            <a className="link" href={kind === "staff" ? "/login/staff" : "/login"}>
              最初の画面へ進む
            </a>
          </p>
        </>
      );
  }
}
