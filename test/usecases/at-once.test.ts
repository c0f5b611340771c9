/** 同時の操作。同じ過程の中でも、同じファイルへの別の接続からでも、決まるのは一度だけ。 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { databaseFile } from "#app/services.server.ts";
import { fileApplication } from "#app/usecases/applications/file-application.server.ts";
import { saveSection } from "#app/usecases/applications/save-section.server.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { withdrawApplication } from "#app/usecases/applications/withdraw-application.server.ts";
import { type Database, openDatabase } from "#db/client.ts";
import { eventsOf } from "#db/queries/applications.ts";
import { createRulebookLibrary } from "#db/queries/load-rulebook.ts";
import { verifyAuditChain } from "#db/queries/verify-audit-chain.ts";
import { certifications, outbox, submissions } from "#db/schema/index.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn, logInStaff } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import {
  acceptAndPropose,
  current,
  expectOk,
  refusalOf,
  rowOf,
  start,
  startAndFile,
  writePlan,
} from "#test/support/procedure.ts";

let portal: TestServices;
let another: Database;
let applicant: UseCaseContext;
let reviewer: UseCaseContext;
let managers: readonly [UseCaseContext, UseCaseContext];

/** 同じ人が、別の接続から。 */
const elsewhere = (context: UseCaseContext): UseCaseContext => ({
  ...context,
  database: another,
  rulebooks: createRulebookLibrary(another),
});

beforeEach(async () => {
  portal = await startTestServices();
  another = openDatabase(databaseFile(portal.dataDir));
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  reviewer = await logIn(portal, "tohoku-reviewer");
  managers = [
    await logIn(portal, "tohoku-manager"),
    await logInStaff(portal, "staff-tohoku-manager-2", {
      name: "工藤 進",
      email: "tohoku-manager-2@staff.example.jp",
      groups: ["office:meti-tohoku:officeManager"],
    }),
  ];
});
afterEach(async () => {
  another.close();
  await portal.close();
});

const stored = () => portal.services.database.reader;

describe.each([
  ["一つの接続で", (context: UseCaseContext) => context],
  ["二つの接続で", elsewhere],
] as const)("%s", (_name, other) => {
  it("二人の決裁者が同時に認定しても、認定は一つで、遅れた人には誰が決めたかを告げる", async () => {
    const own = await startAndFile(applicant, manufacturing.answers);
    await acceptAndPropose(reviewer, own.applicationId);
    const input = await current(reviewer, own.applicationId);
    const [first, second] = managers;
    const results = await Promise.all([
      certifyPlan(first, portal.services.pdf, input),
      certifyPlan(other(second), portal.services.pdf, input),
    ]);
    const winner = results[0].ok ? "阿部 恵子" : "工藤 進";
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok).map(refusalOf)).toEqual([
      {
        kind: "stale",
        subject: "application",
        by: winner,
        what: expect.stringContaining("認定") as string,
      },
    ]);
    expect(
      stored()
        .select()
        .from(certifications)
        .all()
        .map(({ number }) => number),
    ).toEqual(["20261201東北第1号"]);
    const events = await eventsOf(another, own.applicationId);
    expect(events.filter(({ type }) => type === "application.certified.v1")).toHaveLength(1);
    const jobs = stored().select().from(outbox).all();
    expect(jobs.filter(({ topic }) => topic === "issueCertificate")).toHaveLength(1);
  });

  it("認定と差戻しと取下げが重なっても、一つだけが通る", async () => {
    const own = await startAndFile(applicant, manufacturing.answers);
    await acceptAndPropose(reviewer, own.applicationId);
    const input = await current(reviewer, own.applicationId);
    const comments = [{ section: "company", field: "name", kind: "wrong" as const, text: "登記のとおりに" }];
    const results = await Promise.all([
      certifyPlan(managers[0], portal.services.pdf, input),
      returnForCorrection(other(reviewer), { ...input, comments }),
      withdrawApplication(other(applicant), { ...own, version: input.version, reason: "計画を見直すため" }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect((await rowOf(applicant, own.applicationId)).version).toBe(input.version + 1);
    expect((await eventsOf(another, own.applicationId)).length).toBe(5);
  });

  it("20回同時に申請しても、受付は一つで、断られる人はいない", async () => {
    const own = await start(applicant);
    await writePlan(applicant, own, manufacturing.answers);
    const { version } = await rowOf(applicant, own.applicationId);
    const pressed = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        fileApplication(index % 2 === 0 ? applicant : other(applicant), { ...own, version }),
      ),
    );
    const receipts = pressed.map(expectOk);
    expect(new Set(receipts.map((receipt) => receipt.receiptNumber)).size).toBe(1);
    expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(stored().select().from(submissions).all()).toHaveLength(1);
  });

  it("同じ区画を同時に保存しても、一人分だけが残る", async () => {
    const own = await start(applicant);
    const input = { ...own, section: "period", expectedVersion: 0 };
    const results = await Promise.all([
      saveSection(applicant, { ...input, answers: { start: "2026-12" } }),
      saveSection(other(applicant), { ...input, answers: { start: "2027-01" } }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });
});

it("たくさんの申請が同時でも、受付番号と文書番号に欠番も重複もなく、鎖は切れない", async () => {
  const owns = [];
  for (let n = 0; n < 6; n += 1) {
    const own = await start(applicant);
    await writePlan(applicant, own, manufacturing.answers);
    owns.push(own);
  }
  const filed = await Promise.all(
    owns.map((own, index) =>
      fileApplication(index % 2 === 0 ? applicant : elsewhere(applicant), { ...own, version: 1 }),
    ),
  );
  const serials = filed.map((result) =>
    Number(expectOk(result).receiptNumber.replaceAll("-", "").slice(2, 9)),
  );
  expect(serials.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);

  for (const { applicationId } of owns) await acceptAndPropose(reviewer, applicationId);
  const decided = await Promise.all(
    owns.flatMap(({ applicationId }) =>
      managers.map(async (manager, index) =>
        certifyPlan(
          index === 0 ? manager : elsewhere(manager),
          portal.services.pdf,
          await current(manager, applicationId),
        ),
      ),
    ),
  );
  expect(decided.filter((result) => result.ok)).toHaveLength(6);
  const numbers = stored()
    .select()
    .from(certifications)
    .all()
    .map(({ number }) => number);
  expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `20261201東北第${n}号`));
  expect((await verifyAuditChain(another)).broken).toBeNull();
});
