/** 自分のログイン中の端末。心当たりの無い物を終え、全部を終えられる。 */
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { readCookie, setCookie } from "#app/http/session-cookie.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { endOwnSessions, ownSessions } from "#app/usecases/accounts/own-sessions.server.ts";
import { SessionTable } from "./SessionTable.tsx";

export const handle = { scripts: false };
export const meta = () => [{ title: "ログイン中の端末 | 経営力向上計画 電子申請ポータル" }];

const signInFirst = () => redirect("/login?returnTo=/account/sessions");

export const loader = guarded("public", "lookup.view", async ({ request, url, actor, tools, useCase }) => {
  const token = readCookie(request, tools.origin, "session");
  if (actor.kind === "visitor" || token === null) throw signInFirst();
  const sessions = await ownSessions(useCase, token);
  return {
    ended: url.searchParams.get("done") === "ended",
    sessions: sessions.map(({ startedAt, lastSeenAt, device, ...session }) => ({
      ...session,
      device: device === "" ? "分からない端末" : device,
      startedAt: formatTokyoInstant(startedAt),
      lastSeenAt: formatTokyoInstant(lastSeenAt),
    })),
  };
});

export const action = guarded("public", "lookup.view", async ({ request, actor, tools, useCase }) => {
  if (actor.kind === "visitor") throw signInFirst();
  const key = (await request.formData()).get("end");
  const ended = await endOwnSessions(useCase, typeof key === "string" ? key : "");
  if (!ended.ok) throw refusalResponse(ended.error);
  if (key === "all")
    throw redirect(actor.kind === "staff" ? "/login/staff?problem=ended" : "/login?problem=ended", {
      headers: { "Set-Cookie": setCookie(tools.origin, "session", null) },
    });
  throw redirect("/account/sessions?done=ended");
});

export default function Sessions() {
  const { sessions, ended } = useLoaderData<typeof loader>();
  return (
    <>
      {ended && <NotificationBanner kind="success" title="ログインを一つ終えました" announce />}
      <PageTitle
        title="ログイン中の端末"
        lead="いま、あなたのアカウントで使えるログインです。心当たりの無いものは終えてください。"
      />
      <SessionTable sessions={sessions} />
      <SectionTitle>すべてのログインを終える</SectionTitle>
      <p>
        この端末も含めて、すべての端末でログアウトします。保存した下書きは残ります。続けるには、もう一度ログインしてください。
      </p>
      <form method="post" className="mt-4">
        <Button variant="danger" name="end" value="all">
          すべての端末でログアウトする
        </Button>
      </form>
    </>
  );
}
