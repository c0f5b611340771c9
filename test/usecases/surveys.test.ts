/** 調査のメール: 企画課が書き、別の職員が確かめると、断っていない会社に一通ずつ送る。途中で止められる。 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { setCookie } from "#app/http/session-cookie.server.ts";
import { action as surveysAction, loader as surveysPage } from "#app/routes/reviewer/surveys.tsx";
import { signIn } from "#app/usecases/accounts/sign-in.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { recordBounce } from "#app/usecases/notifications/bounces.server.ts";
import { openNoticeChoices, saveNoticeChoices } from "#app/usecases/notifications/notice-choices.server.ts";
import { decideSurvey } from "#app/usecases/surveys/decide-survey.server.ts";
import { openSurvey, openSurveys } from "#app/usecases/surveys/open-surveys.server.ts";
import { previewSurvey, proposeSurvey } from "#app/usecases/surveys/propose-survey.server.ts";
import { spreadSurvey } from "#app/usecases/surveys/spread-survey.server.ts";
import { mails, outbox } from "#db/schema/index.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";

const typed = {
  subject: "設備投資の調査のお願い",
  body: "次の調査にご協力ください。\n期限は12月末です。",
  ministry: "",
  prefecture: "",
  industry: "",
  fromMonth: "",
  toMonth: "",
};
let portal: TestServices;
let coordinator: UseCaseContext;
let administrator: UseCaseContext;
let plan: Certified;

const system = () => portal.context({ kind: "system", job: "spreadSurvey" });
const propose = async (key: string) => expectOk(await proposeSurvey(coordinator, typed, key));
const progressOf = (id: string) => expectOk(openSurvey(coordinator, id)).progress;
const chooseSurveys = async (timing: string): Promise<void> => {
  const { version, choices } = expectOk(openNoticeChoices(plan.applicant));
  expectOk(await saveNoticeChoices(plan.applicant, { version, posted: { ...choices, surveys: timing } }));
};

beforeAll(async () => {
  portal = await startTestServices();
  plan = await certifiedPlan(portal);
  coordinator = await logIn(portal, "coordinator");
  administrator = await logIn(portal, "administrator-1");
});
afterAll(() => portal.close());

it.each([
  ["条件が無い", {}, 1],
  ["同じ都道府県", { prefecture: "04" }, 1],
  ["同じ業種（大分類）", { industry: "E" }, 1],
  ["認定の月の中", { fromMonth: "2026-12", toMonth: "2026-12" }, 1],
  ["別の都道府県", { prefecture: "13" }, 0],
  ["認定の月の中（和暦）", { fromMonth: "令和8年12月" }, 1],
  ["認定の月の外", { fromMonth: "2027-01" }, 0],
])("宛先の条件: %s", (_name, more, recipients) => {
  const previewed = previewSurvey(coordinator, { ...typed, ...more });
  if (recipients === 0) expect(refusalOf(previewed)).toMatchObject({ kind: "invalid" });
  else expect(expectOk(previewed)).toMatchObject({ recipients });
});

it.each([
  ["件名", { subject: "" }],
  ["件名", { subject: "あ".repeat(61) }],
  ["本文", { body: " \n " }],
  ["月", { fromMonth: "2026-13" }],
  ["月", { fromMonth: "2026-12", toMonth: "2026-11" }],
  ["業種", { industry: "ZZ" }],
])("受け取れない%sは、欄で断る", (_name, wrong) => {
  const previewed = previewSurvey(coordinator, { ...typed, ...wrong });
  expect(Object.keys((refusalOf(previewed) as { errors: object }).errors)).toHaveLength(1);
});

it("書いただけでは送らず、書いた人は確かめられず、別の職員が確かめると一通だけ送り、戻りも数える", async () => {
  const id = await propose("once");
  expect(await propose("once"), "二度押しても一つ").toBe(id);
  expect(refusalOf(await decideSurvey(coordinator, id, "confirm"))).toMatchObject({ kind: "invalid" });
  expect(progressOf(id)).toMatchObject({ sent: 0, waiting: 0 });
  expectOk(await decideSurvey(administrator, id, "confirm"));
  expect(refusalOf(await decideSurvey(administrator, id, "confirm"))).toMatchObject({ kind: "stale" });
  await plan.work();
  await spreadSurvey(system(), id);
  await plan.work();
  const opened = expectOk(openSurvey(coordinator, id));
  expect(opened).toMatchObject({ finished: true, progress: { sent: 1, waiting: 0, bounced: 0 } });
  const sent = portal.services.database.reader
    .select()
    .from(mails)
    .all()
    .filter(({ template }) => template === `survey:${id}`);
  expect(sent).toHaveLength(1);
  const [mail] = sent;
  expect(mail?.subject).toBe("【経営力向上計画】設備投資の調査のお願い");
  expect(mail?.body).toContain("期限は12月末です。");
  expect(mail?.body).toContain(`/c/${plan.companyKey}/notifications`);
  await recordBounce(system(), { messageId: mail?.messageId ?? "", reason: "5.1.1 宛先が無い" });
  expect(progressOf(id).bounced).toBe(1);
});

it("受け取らないと選んだ会社には、書いた後に選んでも送らない", async () => {
  const id = await propose("declined");
  await chooseSurveys("none");
  expect(refusalOf(previewSurvey(coordinator, typed))).toMatchObject({ kind: "invalid" });
  expectOk(await decideSurvey(administrator, id, "confirm"));
  await plan.work();
  expect(progressOf(id)).toEqual({ sent: 0, waiting: 0, refused: 0, bounced: 0, skipped: 0 });
  await chooseSurveys("immediate");
});

it("送るのを止めると、待っている分は送らず、続けて入れた分も送らない", async () => {
  const id = await propose("stopped");
  expectOk(await decideSurvey(administrator, id, "confirm"));
  await spreadSurvey(system(), id);
  expect(progressOf(id).waiting).toBe(1);
  expectOk(await decideSurvey(coordinator, id, "stop"));
  expect(progressOf(id)).toMatchObject({ sent: 0, waiting: 0, skipped: 1 });
  portal.services.database.transact((tx) => tx.delete(outbox).run());
  await spreadSurvey(system(), id);
  expect(progressOf(id)).toMatchObject({ waiting: 0, skipped: 1 });
  await plan.work();
  expect(progressOf(id).sent).toBe(0);
  expect(refusalOf(await decideSurvey(coordinator, id, "stop"))).toMatchObject({ kind: "stale" });
});

it("送らずに取りやめることは、書いた本人にもできる", async () => {
  const id = await propose("rejected");
  expectOk(await decideSurvey(coordinator, id, "reject"));
  expect(expectOk(openSurveys(coordinator)).surveys.find((one) => one.id === id)?.state).toBe("rejected");
  expect(refusalOf(await decideSurvey(administrator, id, "confirm"))).toMatchObject({ kind: "stale" });
});

it("企画課のほかは書けず、企画課と管理者のほかは見ることもできない", async () => {
  expect(refusalOf(previewSurvey(administrator, typed))).toMatchObject({ kind: "forbidden" });
  const reviewer = await logIn(portal, "tohoku-reviewer");
  expect(refusalOf<unknown>(openSurveys(reviewer))).toMatchObject({ kind: "forbidden" });
  expect(refusalOf(await decideSurvey(reviewer, "x", "stop"))).toMatchObject({ kind: "forbidden" });
  expect(refusalOf<unknown>(openSurvey(coordinator, "無い"))).toEqual({ kind: "notFound" });
});

it("画面は、宛先の数と送られる姿を示し、打った物を残して欄で断り、求めれば進み具合の画面へ移る", async () => {
  const { token } = expectOk(
    await signIn(portal.context({ kind: "visitor" }), {
      issuer: portal.services.identity.staff.issuer,
      subject: "coordinator-2",
      authenticatedAt: portal.services.clock.now(),
      claims: { kind: "staff", name: "企画", email: "c@example.jp", groups: ["role:coordinator"] },
    }),
  );
  const headers = { Cookie: setCookie(portal.services.origin, "session", token).split(";")[0] ?? "" };
  const send = (form: Record<string, string>) =>
    load(surveysAction, portal.loadContext, "/review/surveys", { headers, form: { ...typed, ...form } });
  expect(await send({ do: "preview" })).toMatchObject({
    data: {
      typed,
      preview: { recipients: 1, sample: { subject: "【経営力向上計画】設備投資の調査のお願い" } },
    },
  });
  expect(await send({ do: "preview", body: "" })).toMatchObject({
    data: { typed: { subject: typed.subject }, errors: { body: [expect.any(String)] } },
    init: { status: 422 },
  });
  const proposed = await send({ do: "propose", intentKey: "screen" });
  expect(proposed instanceof Response && proposed.headers.get("Location")).toMatch(
    /^\/review\/surveys\/[\w-]+$/u,
  );
  expect(await load(surveysPage, portal.loadContext, "/review/surveys", { headers })).toMatchObject({
    mayPropose: true,
    surveys: expect.arrayContaining([
      expect.objectContaining({ state: "確認待ち", recipients: 1 }),
    ]) as unknown,
  });
});
