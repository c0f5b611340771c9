/** 連絡の画面に共通の道。申請者の側と局の側で、見せる名前だけが違う。 */
import { data, redirect } from "@remix-run/node";
import type { Actor } from "#app/domain/access/actor.ts";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import type { ThreadMessage } from "#app/ui/messages/MessageThread.tsx";
import { openMessages, type OpenMessages } from "#app/usecases/messages/open-messages.server.ts";
import { sendMessage } from "#app/usecases/messages/send-message.server.ts";
import { commentTargets } from "./reviewer/comment-form.ts";
import { fieldTitle } from "./reviewer/event-lines.ts";
import { submittedForm } from "./reviewer/submitted-form.server.ts";

export async function messagesPage({ useCase, param, url }: Guarded<Actor>) {
  const opened = await openMessages(useCase, param("id"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const { application, side, officeName, document, maySend } = opened.value;
  return {
    companyName: application.companyName,
    receiptNumber: application.receiptNumber ?? "",
    officeName,
    side,
    maySend,
    sent: url.searchParams.get("done") === "sent",
    targets: commentTargets(document),
    messages: threadOf(opened.value),
    intentKey: useCase.newId(),
  };
}

export type MessagesPage = Awaited<ReturnType<typeof messagesPage>>;

/** 職員の名前は、局の中でだけ見せる。申請者には局の名前を見せる。 */
const threadOf = ({ messages, side, officeName, document }: OpenMessages): readonly ThreadMessage[] =>
  messages.map((message) => ({
    key: String(message.number),
    mine: message.side === side,
    author:
      message.side === "applicant"
        ? `${message.authorName}（申請者）`
        : side === "office"
          ? `${message.authorName}（${officeName}）`
          : officeName,
    at: message.createdAt,
    atText: formatTokyoInstant(message.createdAt),
    about: message.section === "" ? null : fieldTitle(message, document),
    text: message.text,
  }));

/** 送る。欄の誤りなら打たれた物と一緒に 422、送れたら画面を開き直す。 */
export async function answerMessage(guard: Guarded<Actor>) {
  const form = await submittedForm(guard.request);
  const typed = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const [about, text, key] = [typed("about"), typed("text"), typed("intentKey")];
  const sent = await sendMessage(guard.useCase, {
    applicationId: guard.param("id"),
    intent: key === "" ? guard.useCase.newId() : key,
    about,
    text,
  });
  if (sent.ok) {
    guard.tools.wakeWorker();
    throw redirect(`${guard.url.pathname}?done=sent`);
  }
  if (sent.error.kind !== "faults") throw refusalResponse(sent.error);
  return data({ about, text, faults: sent.error.faults }, { status: 422 });
}
