/** 知らせの受け方の画面に共通の道。 */
import { data, redirect } from "@remix-run/node";
import type { Actor } from "#app/domain/access/actor.ts";
import { noticeKinds } from "#app/domain/notification/notice-kinds.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { openNoticeChoices, saveNoticeChoices } from "#app/usecases/notifications/notice-choices.server.ts";
import { submittedForm } from "./reviewer/submitted-form.server.ts";

export async function noticeChoicesPage({ useCase, url }: Guarded<Actor>) {
  const opened = openNoticeChoices(useCase);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { subject, choices, version, updatedByName } = opened.value;
  return {
    kinds: noticeKinds(subject),
    // 種類ごとの値を、名前で引く。
    choices: { ...choices } as Readonly<Record<string, string>>,
    version,
    updatedByName,
    saved: url.searchParams.get("done") === "saved",
  };
}

export type NoticeChoicesPage = Awaited<ReturnType<typeof noticeChoicesPage>>;

/** 保存する。選べない値なら選んだ物と一緒に 422、先に変えられていれば 409、保存できたら画面を開き直す。 */
export async function answerNoticeChoices(guard: Guarded<Actor>) {
  const form = await submittedForm(guard.request);
  const posted = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : [])),
  );
  const saved = await saveNoticeChoices(guard.useCase, { version: Number(posted["version"]), posted });
  if (saved.ok) throw redirect(`${guard.url.pathname}?done=saved`);
  if (saved.error.kind === "invalid")
    return data({ posted, errors: saved.error.errors, conflict: null }, { status: 422 });
  if (saved.error.kind === "stale")
    return data({ posted, errors: {}, conflict: staleMessage(saved.error) }, { status: 409 });
  throw refusalResponse(saved.error);
}
