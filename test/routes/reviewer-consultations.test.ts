/** 求められた局の入口: 開けるのは記録と求めだけで、命令と内側の画面は、無いものと同じ答えになる。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loader as attachmentFile } from "#app/routes/reviewer/attachment-file.ts";
import { loader as acceptPage } from "#app/routes/reviewer/accept.tsx";
import { loader as certificatePdf } from "#app/routes/reviewer/certificate-pdf.ts";
import { loader as certifyPage } from "#app/routes/reviewer/certify.tsx";
import { loader as changesPage } from "#app/routes/reviewer/changes.tsx";
import { loader as consultPage } from "#app/routes/reviewer/consult.tsx";
import { action as answerAction, loader as answerPage } from "#app/routes/reviewer/consultation.tsx";
import { loader as listPage } from "#app/routes/reviewer/consultations.tsx";
import { loader as declinePdf } from "#app/routes/reviewer/decline-notice-pdf.ts";
import { loader as historyPage } from "#app/routes/reviewer/field-history.tsx";
import { loader as formPdf } from "#app/routes/reviewer/form-pdf.ts";
import { loader as messagesPage } from "#app/routes/reviewer/messages.tsx";
import { loader as notesPage } from "#app/routes/reviewer/notes.tsx";
import { loader as proposePage } from "#app/routes/reviewer/propose.tsx";
import { loader as recordPage } from "#app/routes/reviewer/record.tsx";
import { loader as returnPage } from "#app/routes/reviewer/return.tsx";
import { loader as transferPage } from "#app/routes/reviewer/transfer.tsx";
import { submissionAttachmentsOf } from "#db/queries/attachments.ts";
import { accept, askedOf, jointAnswers, propose, welfareOffice } from "#test/support/joint-plan.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { startAndFile } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { staffCookie } from "#test/support/session-cookies.ts";

let portal: TestServices;
let applicationId = "";
let consultation = "";
let attachment = "";
const cookies = { consulted: "", clerk: "", stranger: "", coordinator: "" };

beforeAll(async () => {
  portal = await startTestServices();
  const reviewer = await logIn(portal, "tohoku-reviewer");
  const own = await startAndFile(await logIn(portal, "takahashi@aoba.example.jp"), jointAnswers);
  applicationId = own.applicationId;
  await accept(reviewer, applicationId);
  await propose(reviewer, applicationId);
  consultation = await askedOf(reviewer, applicationId, welfareOffice);
  attachment =
    (await submissionAttachmentsOf(portal.services.database, applicationId, 1))[0]?.attachmentId ?? "";
  cookies.consulted = await staffCookie(portal, `office:${welfareOffice}:officeManager`);
  cookies.clerk = await staffCookie(portal, `office:${welfareOffice}:reviewer`);
  cookies.stranger = await staffCookie(portal, "office:meti-kanto:officeManager");
  cookies.coordinator = await staffCookie(portal, "role:coordinator");
}, 60_000);
afterAll(() => portal.close());

type Loader = Parameters<typeof load<unknown>>[0];

/** 答えの状態。Response でない答えは 200。 */
async function statusOf(
  loader: Loader,
  who: keyof typeof cookies,
  form?: Readonly<Record<string, string>>,
): Promise<number> {
  const answer = await load<unknown>(loader, portal.loadContext, `/review/applications/${applicationId}`, {
    params: { id: applicationId, consultation, attachment },
    headers: { Cookie: cookies[who] },
    ...(form === undefined ? {} : { form }),
  });
  if (answer instanceof Response) return answer.status;
  const { init } = answer as { readonly init?: { readonly status?: number } | null };
  return init?.status ?? 200;
}

describe("求められた局", () => {
  it.each([
    ["記録", recordPage],
    ["申請書", formPdf],
    ["添付", attachmentFile],
    ["求め", answerPage],
    ["求めの一覧", listPage],
  ] as const)("%sは、求められた局だけが開ける", async (name, loader) => {
    expect(await statusOf(loader, "consulted")).toBe(200);
    expect(await statusOf(loader, "clerk")).toBe(200);
    expect(await statusOf(loader, "stranger")).toBe(name === "求めの一覧" ? 200 : 404);
  });

  it.each([
    ["受理", acceptPage],
    ["差戻し", returnPage],
    ["移送", transferPage],
    ["起案", proposePage],
    ["認定", certifyPage],
    ["ほかの局に求める", consultPage],
    ["内部のメモ", notesPage],
    ["連絡", messagesPage],
    ["変更点", changesPage],
    ["欄ごとの履歴", historyPage],
    ["認定通知書", certificatePdf],
    ["不認定通知書", declinePdf],
  ] as const)("%sの画面は、求められた局には無いものと同じ", async (_name, loader) => {
    expect(await statusOf(loader, "consulted")).toBe(404);
  });

  it("企画課は求めの一覧と回答の役割を持たず、記録は今までどおり開ける", async () => {
    expect(await statusOf(listPage, "coordinator")).toBe(403);
    expect(await statusOf(answerPage, "coordinator")).toBe(403);
    expect(await statusOf(recordPage, "coordinator")).toBe(200);
  });
});

describe("回答を送る", () => {
  it("選ばない、理由のない不同意、審査担当の同意、よその局は断り、二度押しても一度の回答になる", async () => {
    const send = (who: keyof typeof cookies, form: Readonly<Record<string, string>>) =>
      statusOf(answerAction, who, { intent: "one", ...form });
    expect(await send("consulted", {})).toBe(422);
    expect(await send("consulted", { result: "disagree", text: " " })).toBe(422);
    expect(await send("clerk", { result: "agree" })).toBe(403);
    expect(await send("stranger", { result: "agree" })).toBe(404);
    expect(await send("consulted", { result: "agree" })).toBe(302);
    expect(await send("consulted", { result: "agree" })).toBe(302);
    expect(await send("consulted", { result: "disagree", text: "反対", intent: "two" })).toBe(409);
    expect(await statusOf(recordPage, "consulted")).toBe(200);
  });
});
