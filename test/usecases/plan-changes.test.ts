/** 認定された計画を変える: 新規の認定から、設備の追加、実施時期の延長、紙の認定、断り。 */
import { hash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changedParts } from "#app/domain/plan/changed-parts.ts";
import type { RawAnswers, RawRow } from "#app/domain/plan/field.ts";
import { checkApplication } from "#app/usecases/applications/check-application.server.ts";
import { fileApplication } from "#app/usecases/applications/file-application.server.ts";
import { loadDraft } from "#app/usecases/applications/load-own-application.server.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import { revokeCertificate } from "#app/usecases/certification/revoke-certificate.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { notifyMinorChange } from "#app/usecases/plans/notify-minor-change.server.ts";
import { openChangeStart } from "#app/usecases/plans/open-change-start.server.ts";
import { type ChangeFrom, startChange } from "#app/usecases/plans/start-change.server.ts";
import { findApplication, latestSubmission } from "#db/queries/applications.ts";
import { attachmentsOf } from "#db/queries/attachments.ts";
import { certificationOf } from "#db/queries/certifications.ts";
import { findPlan, planEventsOf, planVersionsOf } from "#db/queries/plans.ts";
import { attachRequired } from "#test/support/attach-required.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { acceptAndPropose, current, expectOk, file, refusalOf, save } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const clock = createTestClock("2026-12-01T01:00:00.000Z");
let portal: TestServices;
let first: Certified;
let intents = 0;

beforeAll(async () => {
  portal = await startTestServices({ clock });
  first = await certifiedPlan(portal);
}, 120_000);
afterAll(() => portal.close());

const database = () => portal.services.database;
const start = (from: ChangeFrom, intentKey = `change-${(intents += 1)}`) =>
  startChange(first.applicant, { companyKey: first.companyKey, intentKey, from });
const ofPlan = (): ChangeFrom => ({ kind: "portal", planId: first.applicationId });
const own = (applicationId: string) => ({ companyKey: first.companyKey, applicationId });
const draftOf = async (applicationId: string): Promise<RawAnswers> =>
  (await loadDraft(first.applicant, applicationId)).answers;
const frozen = async (applicationId: string) => {
  const submission = await latestSubmission(database(), applicationId);
  if (submission === undefined) throw new Error("提出がありません。");
  return submission;
};
const fingerprint = async (applicationId: string): Promise<string> =>
  hash("sha256", JSON.stringify(await frozen(applicationId)));
const planOf = async () => {
  const plan = await findPlan(database(), first.applicationId);
  if (plan === undefined) throw new Error("計画がありません。");
  return plan;
};
const rowsIn = (answers: RawAnswers, section: string, field: string) =>
  (answers[section]?.[field] ?? []) as readonly RawRow[];
const state = async (applicationId: string, subject: string, content: string): Promise<void> =>
  save(first.applicant, own(applicationId), "change", {
    ...(await draftOf(applicationId))["change"],
    changes: [{ id: "change-1", subject, content, reason: "受注が増えたため。" }],
  });

/** 申請し、受理し、起案し、認定する。 */
async function certify(applicationId: string, manager: UseCaseContext = first.manager): Promise<void> {
  await attachRequired(first.applicant, own(applicationId));
  await file(first.applicant, own(applicationId));
  await acceptAndPropose(await logIn(portal, "tohoku-reviewer"), applicationId);
  expectOk(await certifyPlan(manager, portal.services.pdf, await current(manager, applicationId)));
}

describe("計画の一生", () => {
  let added: string;
  let extended: string;
  const certifiedBytes = new Map<string, string>();

  it("変更は、いまの版の中身と添付を写して始まり、同じ鍵でも別の鍵でも一つしかできない", async () => {
    certifiedBytes.set(first.applicationId, await fingerprint(first.applicationId));
    const once = expectOk(await start(ofPlan(), "same"));
    added = once.applicationId;
    expect(once.reused).toBe(false);
    for (const key of ["same", "another"])
      expect(expectOk(await start(ofPlan(), key))).toEqual({ applicationId: added, reused: true });
    expect(await findApplication(database(), added)).toMatchObject({
      kind: "change",
      planId: first.applicationId,
      baseVersion: 1,
      baseNumber: first.number,
    });
    const [draft, base] = [await draftOf(added), (await frozen(first.applicationId)).answers];
    for (const section of ["company", "industry", "measures", "equipment", "funding"])
      expect(draft[section]).toEqual(base[section]);
    const attached = async (id: string) =>
      (await attachmentsOf(database(), id)).map(({ kind, rowIds, sha256 }) => ({ kind, rowIds, sha256 }));
    expect(await attached(added)).toEqual(await attached(first.applicationId));
    expect((await attached(added)).length).toBeGreaterThan(0);
    const page = expectOk(await openChangeStart(first.applicant, first.companyKey));
    expect(page.plans.map(({ openChangeId }) => openChangeId)).toEqual([added]);
  });

  it("同時に二人が始めても、一つしかできない", async () => {
    const both = await Promise.all([start(ofPlan()), start(ofPlan())]);
    expect(both.map((one) => expectOk(one).applicationId)).toEqual([added, added]);
  });

  it("何も変えない変更と、変更事項のない変更は申請できない", async () => {
    const { version } = await current(first.applicant, added);
    const refused = await fileApplication(first.applicant, { ...own(added), version });
    if (refused.ok || refused.error.kind !== "notReady") throw new Error("申請できました。");
    expect(refused.error.findings.map(({ check, section }) => [check, section])).toEqual(
      expect.arrayContaining([
        ["required", "change"],
        ["nothingChanged", "change"],
      ]),
    );
  });

  it("設備を2台足した変更を認定すると、次の版ができ、通知書は当初の認定を引く", async () => {
    const answers = await draftOf(added);
    const machines = rowsIn(answers, "equipment", "equipment");
    const [machine] = machines;
    if (machine === undefined) throw new Error("設備がありません。");
    const more = [1, 2].map((at) => ({
      ...machine,
      id: `added-${at}`,
      name: `自動計測装置${at}`,
      unitPrice: "2000",
      certificateNumber: `日工機証27-00000${at}`,
    }));
    await save(first.applicant, own(added), "equipment", { equipment: [...machines, ...more] });
    await save(first.applicant, own(added), "funding", {
      ...answers["funding"],
      funds: rowsIn(answers, "funding", "funds").map((row, at) =>
        at === 0 ? { ...row, amount: "99000" } : row,
      ),
    });
    await state(added, "equipment", "自動計測装置を2台加える。");
    const checked = expectOk(await checkApplication(first.applicant, own(added)));
    const warned = checked.findings.find(({ check }) => check === "changeStatement");
    expect(warned?.message).toContain("資金");
    await certify(added);

    const plan = await planOf();
    const number = (await certificationOf(database(), added))?.number ?? "";
    expect(plan).toMatchObject({ currentVersion: 2, number, ended: null });
    expect((await planVersionsOf(database(), plan.id)).map(({ version, kind }) => [version, kind])).toEqual([
      [2, "change"],
      [1, "new"],
    ]);
    const notice = (await certificationOf(database(), added))?.notice;
    expect(notice?.subject).toBe("経営力向上計画の変更に係る認定について");
    expect(notice?.body.join("")).toContain("第18条第1項");
    expect(notice?.body.join("")).toContain(first.number);
    const { document } = await frozen(added);
    expect(document.title).toBe("経営力向上計画の変更に係る認定申請書");
    const { changes } = changedParts((await frozen(first.applicationId)).document, document);
    const rows = new Set(changes.flatMap(({ row }) => (row?.kind === "added" ? [row.id] : [])));
    expect([...rows].toSorted()).toEqual(["added-1", "added-2"]);
    certifiedBytes.set(added, await fingerprint(added));
  }, 60_000);

  it("次の変更は第2版から始まり、書いた実施状況を残し、3年を5年に延ばせる", async () => {
    const begun = expectOk(await start(ofPlan()));
    extended = begun.applicationId;
    expect(begun.reused).toBe(false);
    const answers = await draftOf(extended);
    expect(rowsIn(answers, "equipment", "equipment").map(({ id }) => id)).toContain("added-2");
    expect(rowsIn(answers, "change", "progress").map(({ id }) => id)).toContain("added-1");
    await save(first.applicant, own(extended), "change", {
      ...answers["change"],
      changes: [{ id: "change-1", subject: "period", content: "実施時期を5年に延ばす。", reason: "" }],
      progress: rowsIn(answers, "change", "progress").map((row) =>
        row.id === "added-1" ? { ...row, state: "done", note: "令和9年2月に取得した。" } : row,
      ),
    });
    await save(first.applicant, own(extended), "period", { ...answers["period"], end: "2031-11" });
    await certify(extended);
    expect(await planOf()).toMatchObject({ currentVersion: 3, endMonth: "2031-11" });
  }, 60_000);

  it("5年の計画は、もう延ばせず、縮められない", async () => {
    const { applicationId } = expectOk(await start(ofPlan()));
    const answers = await draftOf(applicationId);
    const kept = rowsIn(answers, "change", "progress").find(({ id }) => id === "added-1");
    expect(kept).toMatchObject({ state: "done", note: "令和9年2月に取得した。" });
    await state(applicationId, "period", "実施時期を変える。");
    for (const end of ["2032-11", "2029-11"]) {
      await save(first.applicant, own(applicationId), "period", { ...answers["period"], end });
      const checked = expectOk(await checkApplication(first.applicant, own(applicationId)));
      expect(checked.findings).toContainEqual(
        expect.objectContaining({ check: "periodExtension", severity: "error" }),
      );
    }
  });

  it("認定された版は、後の版ができても一字も変わらない", async () => {
    for (const [id, bytes] of certifiedBytes) expect(await fingerprint(id)).toBe(bytes);
    expect((await planEventsOf(database(), first.applicationId)).map(({ type }) => type)).toEqual([
      "plan.certified.v1",
      "plan.changed.v1",
      "plan.changed.v1",
    ]);
  });
});

describe("紙で受けた認定", () => {
  const typed = {
    number: "20250401東北第7号",
    certifiedOn: "令和7年4月1日",
    officeName: "東北経済産業局",
    start: "2025-04",
    end: "2028-03",
    code13: "5892",
  };

  it("書き写した認定から始まり、旧い細分類はいまの番号になる", async () => {
    const begun = expectOk(await start({ kind: "paper", typed }));
    expect(expectOk(await start({ kind: "paper", typed }))).toEqual({ ...begun, reused: true });
    const answers = await draftOf(begun.applicationId);
    expect(rowsIn(answers, "industry", "industries")).toMatchObject([{ revision: "14", code: "5891" }]);
    expect(answers["period"]).toEqual({ start: "2025-04", end: "2028-03" });
    const corrected = { kind: "paper", typed: { ...typed, certifiedOn: "令和7年4月2日" } } as const;
    expect(expectOk(await start(corrected))).toEqual({ ...begun, reused: true });
    expect((await draftOf(begun.applicationId))["change-base"]).toMatchObject({
      certifiedOn: "2025-04-02",
      firstCertifiedOn: "2025-04-02",
    });
  });

  it("認定すると、写した認定が第1版、変更が第2版の計画になる", async () => {
    const { applicationId } = expectOk(
      await start({ kind: "paper", typed: { ...typed, code13: "", number: "20250401東北第8号" } }),
    );
    const whole = (await frozen(first.applicationId)).answers;
    for (const section of Object.keys(whole))
      if (!["period", "screening", "unused-sections"].includes(section))
        await save(first.applicant, own(applicationId), section, whole[section]);
    await state(applicationId, "measures", "実施事項を加える。");
    await certify(applicationId);
    const versions = await planVersionsOf(database(), applicationId);
    expect(versions).toMatchObject([
      { version: 2, kind: "change", applicationId },
      { version: 1, kind: "paper", applicationId: null, number: "20250401東北第8号", endMonth: "2028-03" },
    ]);
    expect(await findPlan(database(), applicationId)).toMatchObject({
      origin: "paper",
      currentVersion: 2,
      certifiedOn: "2025-04-01",
    });
    expect((await certificationOf(database(), applicationId))?.notice.body.join("")).toContain(
      "20250401東北第8号",
    );
    // 次からは、どちらの番号を写しても、この計画の中身から始まる。
    const again = expectOk(await start({ kind: "paper", typed: { ...typed, number: "20250401東北第8号" } }));
    expect(await findApplication(database(), again.applicationId)).toMatchObject({
      planId: applicationId,
      baseVersion: 2,
    });
  }, 60_000);

  it("食い違う写しは欄ごとに断り、よその会社の番号は断る", async () => {
    expect(
      refusalOf(await start({ kind: "paper", typed: { ...typed, end: "2028-05", number: "" } })),
    ).toMatchObject({ kind: "invalid", errors: { number: [expect.anything()], end: [expect.anything()] } });
  });
});

describe("軽微な変更の届出", () => {
  const typed = { subject: "representative", text: "令和9年4月1日に、代表取締役が髙橋美咲に代わった。" };
  const notify = (intentKey: string, change: Partial<typeof typed> = {}) =>
    notifyMinorChange(first.applicant, {
      companyKey: first.companyKey,
      planId: first.applicationId,
      intentKey,
      typed: { ...typed, ...change },
    });
  const notices = async () =>
    (await planEventsOf(database(), first.applicationId)).filter(
      ({ type }) => type === "plan.minorChangeNotified.v1",
    );

  it("計画の中身を変えずに歩みに残り、局にメールで知らせ、同じ鍵の二度目は何もしない", async () => {
    const before = await planOf();
    for (const key of ["once", "once"]) expectOk(await notify(key));
    expect((await notices()).map(({ data }) => data)).toEqual([typed]);
    expect(await planOf()).toEqual(before);
    await first.work();
    const sent = database()
      .raw.prepare("select subject, to_address from mails where template = 'minorChange'")
      .all() as readonly { readonly subject: string; readonly to_address: string }[];
    expect(sent.length).toBeGreaterThan(0);
    expect(new Set(sent.map(({ to_address }) => to_address)).size).toBe(sent.length);
  });

  it("書き足りない届出は欄ごとに断り、歩みに残さない", async () => {
    expect(refusalOf(await notify("faulty", { subject: "", text: " " }))).toMatchObject({
      kind: "invalid",
      errors: { subject: [expect.anything()], text: [expect.anything()] },
    });
    expect(await notices()).toHaveLength(1);
  });
});

describe("変えられない計画", () => {
  it("よその会社には、計画も番号も無いものになる", async () => {
    const stranger = await logIn(portal, "sakiyama@seishin.example.jp");
    if (stranger.actor.kind !== "applicant") throw new Error("申請者ではありません。");
    const { companyKey } = stranger.actor;
    const from = (one: ChangeFrom) => startChange(stranger, { companyKey, intentKey: "stranger", from: one });
    expect(refusalOf(await from(ofPlan()))).toEqual({ kind: "notFound" });
    const typed = {
      number: first.number,
      certifiedOn: "2026-12-01",
      officeName: "東北経済産業局",
      start: "2026-12",
      end: "2029-11",
      code13: "",
    };
    expect(refusalOf(await from({ kind: "paper", typed }))).toEqual({
      kind: "planLife",
      refusal: { kind: "otherCompany" },
    });
  });

  it("申請の後に満了し、又は取り消された計画の変更は、認定できず、始められない", async () => {
    const later = createTestClock("2026-12-01T01:00:00.000Z");
    const other = await startTestServices({ clock: later });
    try {
      const plan = await certifiedPlan(other);
      const from = { kind: "portal", planId: plan.applicationId } as const;
      const begin = () =>
        startChange(plan.applicant, { companyKey: plan.companyKey, intentKey: "late", from });
      const { applicationId } = expectOk(await begin());
      const mine = { companyKey: plan.companyKey, applicationId };
      const { answers } = await loadDraft(plan.applicant, applicationId);
      await save(plan.applicant, mine, "company", { ...answers["company"], employees: "47" });
      await save(plan.applicant, mine, "change", {
        ...answers["change"],
        changes: [
          { id: "change-1", subject: "company", content: "従業員が増えた。", reason: "採用のため。" },
        ],
      });
      await file(plan.applicant, mine);
      await acceptAndPropose(await logIn(other, "tohoku-reviewer"), applicationId);
      const certifyNow = async () =>
        refusalOf(
          await certifyPlan(plan.manager, other.services.pdf, await current(plan.manager, applicationId)),
        );
      later.set("2029-12-01T01:00:00.000Z");
      expect(await certifyNow()).toEqual({
        kind: "planLife",
        refusal: { kind: "planEnded", state: "expired" },
      });
      later.set("2026-12-02T01:00:00.000Z");
      const revoked = {
        ...(await current(plan.manager, plan.applicationId)),
        reason: "計画に従っていないため",
      };
      expectOk(await revokeCertificate(plan.manager, other.services.pdf, revoked));
      expect(await certifyNow()).toEqual({
        kind: "planLife",
        refusal: { kind: "planEnded", state: "revoked" },
      });
      expect((await planVersionsOf(other.services.database, plan.applicationId)).length).toBe(1);
      expect(refusalOf(await begin())).toMatchObject({ kind: "planLife" });
    } finally {
      await other.close();
    }
  }, 60_000);
});
