/** 届かずに戻ったメール: 合言葉を示した知らせだけを受け、局が確かめるまで、記録と申請者の入口に示す。 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deliveryWord } from "#app/domain/notification/delivery.ts";
import { action as bouncesAction } from "#app/routes/api/mail-bounces.ts";
import { loader as companyLoader } from "#app/routes/applicant/company.tsx";
import { action as confirmAction } from "#app/routes/reviewer/bounces.ts";
import { loader as recordLoader } from "#app/routes/reviewer/record.tsx";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { awaitingBadge, readAwaiting } from "#app/usecases/notifications/awaiting.server.ts";
import { confirmBounces } from "#app/usecases/notifications/bounces.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { startWorker } from "#app/worker.server.ts";
import { mailsOf } from "#db/queries/operations.ts";
import { auditEntries } from "#db/schema/index.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf, startAndFile } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { applicantCookie, staffCookie } from "#test/support/session-cookies.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const SECRET = "kokoro-no-aikotoba-2026-12";
const CONTACT = "soumu@aoba.example.jp";
let portal: TestServices;
let reviewer: UseCaseContext;
let own: Awaited<ReturnType<typeof startAndFile>>;
let messageId: string;

beforeEach(async () => {
  portal = await startTestServices({
    clock: createTestClock("2026-12-06T10:00:00+09:00"),
    environment: { MAIL_BOUNCE_SECRET: SECRET },
  });
  reviewer = await logIn(portal, "tohoku-reviewer");
  own = await startAndFile(await logIn(portal, "takahashi@aoba.example.jp"), manufacturing.answers);
  const worker = startWorker(portal.services);
  await worker.drain();
  await worker.stop();
  const [mail] = await mailsOf(portal.services.database, own.applicationId);
  messageId = mail?.messageId ?? "";
});
afterEach(() => portal.close());

type Told = { readonly status: number; readonly result: string };

async function tell(
  body: unknown,
  headers: Readonly<Record<string, string>> = { Authorization: `Bearer ${SECRET}` },
): Promise<Told> {
  const request = new Request("http://localhost:3000/api/mail/bounces", {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const answer = await bouncesAction({ request, params: {}, context: portal.loadContext });
  const { result } = (await answer.json()) as { readonly result: string };
  return { status: answer.status, result };
}

const failed = () => ({ messageId, kind: "failed", status: "5.1.1", reason: "user unknown" });
const shown = async () =>
  expectOk(await openRecord(reviewer, own.applicationId)).mails.map(({ delivery }) => deliveryWord(delivery));
const noticed = () =>
  portal.services.database.reader
    .select()
    .from(auditEntries)
    .all()
    .filter(({ action }) => action === "mails.bounce");

describe("知らせの受口", () => {
  it("知らせを受けると、そのメールが「届かず戻った」になり、二度目は何も変えない", async () => {
    expect(await tell(failed())).toEqual({ status: 200, result: "recorded" });
    expect(await shown()).toEqual(["届かず戻った"]);
    expect(await tell({ ...failed(), messageId: messageId.slice(1, -1), reason: "別の理由" })).toEqual({
      status: 200,
      result: "repeated",
    });
    expect(noticed().map(({ details }) => details["reason"])).toEqual(["5.1.1 user unknown"]);
  });

  it.each([
    ["合言葉がない", {}],
    ["合言葉が違う", { Authorization: `Bearer ${SECRET}x` }],
    ["合言葉が途中まで", { Authorization: `Bearer ${SECRET.slice(0, -1)}` }],
    ["形が違う", { Authorization: SECRET }],
  ])("%s知らせは 401 で、何も残さない", async (_, headers) => {
    expect(await tell(failed(), headers)).toEqual({ status: 401, result: "unauthorized" });
    expect(noticed()).toEqual([]);
  });

  it.each<readonly [string, unknown, Told]>([
    ["JSON でない本文", "To: someone", { status: 422, result: "invalid" }],
    ["知らない種類", { messageId: "a@b", kind: "opened" }, { status: 422, result: "invalid" }],
    [
      "形の崩れた状態番号",
      { messageId: "a@b", kind: "failed", status: "550" },
      { status: 422, result: "invalid" },
    ],
    ["大き過ぎる本文", "x".repeat(16 * 1024 + 1), { status: 413, result: "tooLarge" }],
    [
      "送った覚えのない Message-ID",
      { messageId: "<no@portal>", kind: "failed" },
      { status: 200, result: "unknown" },
    ],
  ])("%s は、メールの様子を変えない", async (_, body, told) => {
    expect(await tell(body)).toEqual(told);
    expect(await shown()).toEqual(["保管（未送信）"]);
  });

  it("まだ届けようとしている知らせ（遅れ）では、戻ったことにしない", async () => {
    expect(await tell({ ...failed(), kind: "delayed" })).toEqual({ status: 200, result: "ignored" });
    expect(await shown()).toEqual(["保管（未送信）"]);
  });

  it("合言葉を設定していなければ、受口は無い", async () => {
    const closed = { ...portal.loadContext, tools: { ...portal.services, bounceSecret: null } };
    const request = new Request("http://localhost:3000/api/mail/bounces", { method: "POST", body: "{}" });
    const answer = await bouncesAction({ request, params: {}, context: closed });
    expect(answer.status).toBe(404);
  });
});

describe("手当て", () => {
  const recordOf = async () =>
    load(recordLoader, portal.loadContext, `/review/applications/${own.applicationId}`, {
      params: { id: own.applicationId },
      headers: { Cookie: await staffCookie(portal, "office:meti-tohoku:reviewer") },
    });
  const companyOf = async () =>
    load(companyLoader, portal.loadContext, `/c/${own.companyKey}`, {
      params: { company: own.companyKey },
      headers: { Cookie: await applicantCookie(portal) },
    });

  it("局が確かめるまで、記録・待つもの・申請者の入口に示し、確かめれば消える", async () => {
    const before = awaitingBadge(reviewer, 100);
    await tell(failed());
    expect(await recordOf()).toMatchObject({
      inside: {
        bounced: { mayConfirm: true, bounces: [{ toAddress: CONTACT, reason: "5.1.1 user unknown" }] },
      },
    });
    expect(await companyOf()).toMatchObject({
      bounces: [{ applicationId: own.applicationId, receiptNumber: own.receiptNumber, toAddress: CONTACT }],
    });
    expect(expectOk(readAwaiting(reviewer)).counts.bounced).toBe(1);
    // 同じ申請は、受理を待つ分と合わせて一度だけ数える。
    expect(awaitingBadge(reviewer, 100)).toBe(before);

    const confirmed = await confirmAction({
      request: new Request(`http://localhost:3000/review/applications/${own.applicationId}/bounces`, {
        method: "POST",
        headers: { Cookie: await staffCookie(portal, "office:meti-tohoku:reviewer") },
      }),
      params: { id: own.applicationId },
      context: portal.loadContext,
    }).catch((thrown: unknown) => thrown);
    expect(confirmed instanceof Response ? confirmed.status : 0).toBe(302);
    expect(await recordOf()).toMatchObject({ inside: { bounced: { bounces: [] } } });
    expect(await companyOf()).toMatchObject({ bounces: [] });
    expect(expectOk(readAwaiting(reviewer)).counts.bounced).toBe(0);
    expect(await shown()).toEqual(["届かず戻った"]);
  });

  it("よその局の人には、無いと答える", async () => {
    await tell(failed());
    const other = await logIn(portal, "kobe-reviewer");
    expect(refusalOf(await confirmBounces(other, own.applicationId))).toEqual({ kind: "notFound" });
    expect(expectOk(readAwaiting(other)).counts.bounced).toBe(0);
  });
});
