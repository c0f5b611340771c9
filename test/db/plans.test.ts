/** 認定された計画の行: 認定の手続と起動の時の補いが同じ行を書き、版と一つだけの変更を守る。 */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revokeCertificate } from "#app/usecases/certification/revoke-certificate.server.ts";
import { companyPlans, findPlan, planEventsOf, plansByNumber, planVersionsOf } from "#db/queries/plans.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { fillPlans } from "#db/repositories/fill-plans.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk } from "#test/support/procedure.ts";
import { applicationRow, company, planOf } from "./temporary-database.ts";

let portal: TestServices;
let certified: Certified;

beforeAll(async () => {
  portal = await startTestServices();
  certified = await certifiedPlan(portal);
}, 60_000);
afterAll(() => portal.close());

const database = () => portal.services.database;
const stored = async (planId: string) => ({
  plan: await findPlan(database(), planId),
  versions: await planVersionsOf(database(), planId),
  events: await planEventsOf(database(), planId),
});
/** 計画の表ができる前の姿に戻す。 */
const forget = () =>
  database().transact((tx) => {
    for (const table of ["plan_events", "plan_versions"]) {
      const trigger = sql.identifier(`${table}_no_delete`);
      tx.run(sql`drop trigger if exists ${trigger}`);
      tx.run(sql`delete from ${sql.identifier(table)}`);
    }
    tx.run(sql`delete from report_dues`);
    tx.run(sql`delete from plans`);
  });

it("新規の認定で、計画と第1版と出来事ができる", async () => {
  const { applicationId, companyKey, number } = certified;
  const [plan] = await companyPlans(database(), companyKey);
  expect(plan).toMatchObject({ id: applicationId, origin: "portal", currentVersion: 1, number, ended: null });
  expect(plan?.startMonth).toMatch(/^\d{4}-\d{2}$/u);
  const { versions, events } = await stored(applicationId);
  expect(versions).toMatchObject([{ version: 1, kind: "new", applicationId, number }]);
  expect(events.map(({ type }) => type)).toEqual(["plan.certified.v1"]);
  expect((await plansByNumber(database(), number)).map(({ id }) => id)).toEqual([applicationId]);
});

describe("比較交換", () => {
  it("読んだ後に動いた計画には、版も出来事も書けない", async () => {
    const { applicationId } = certified;
    const before = await stored(applicationId);
    const version = before.versions[0];
    if (version === undefined) throw new Error("版がありません。");
    const outcome = await applyWritePlan(
      database(),
      planOf({
        result: null,
        planChanges: [{ id: applicationId, expectedVersion: 99, set: { currentVersion: 2 } }],
        planVersions: [{ ...version, version: 2, applicationId: null }],
        audit: [],
      }),
    );
    expect(outcome).toEqual({ kind: "stale", subject: "plan", id: applicationId });
    expect(await stored(applicationId)).toEqual(before);
  });

  it("同じ番号の版は、二つできない", async () => {
    const [version] = (await stored(certified.applicationId)).versions;
    if (version === undefined) throw new Error("版がありません。");
    const again = applyWritePlan(
      database(),
      planOf({ result: null, planVersions: [{ ...version, applicationId: null }], audit: [] }),
    );
    await expect(again).rejects.toThrow("UNIQUE");
  });
});

it("決まっていない変更認定申請は、一つの計画に一つ、紙の認定の一つの番号に一つ", async () => {
  const change = (id: string, base: { planId?: string; baseNumber: string }) =>
    applyWritePlan(
      database(),
      planOf({
        result: null,
        newApplications: [
          {
            ...applicationRow(id),
            companyKey: certified.companyKey,
            companyName: company.name,
            kind: "change" as const,
            ...base,
          },
        ],
        audit: [],
      }),
    );
  const { applicationId: planId, number } = certified;
  await change("change-1", { planId, baseNumber: number });
  await expect(change("change-2", { planId, baseNumber: "別の番号" })).rejects.toThrow("UNIQUE");
  await change("change-3", { baseNumber: "20250401東北第7号" });
  await expect(change("change-4", { baseNumber: "20250401東北第7号" })).rejects.toThrow("UNIQUE");
  database().transact((tx) =>
    tx.run(sql`update applications set status = 'withdrawn' where id = 'change-1'`),
  );
  await change("change-5", { planId, baseNumber: number });
});

describe("起動の時の補い", () => {
  it("行のない認定に、認定の時と同じ行ができ、二度目は何もしない", async () => {
    const before = await stored(certified.applicationId);
    forget();
    expect(fillPlans(database())).toBe(1);
    expect(await stored(certified.applicationId)).toEqual(before);
    expect(fillPlans(database())).toBe(0);
  });

  it("取り消された認定の計画は終わり、補っても同じになる", async () => {
    const { manager, applicationId } = certified;
    const reason = "計画に従って経営力向上のための事業を行っていないため";
    expectOk(
      await revokeCertificate(manager, portal.services.pdf, {
        ...(await current(manager, applicationId)),
        reason,
      }),
    );
    const before = await stored(applicationId);
    expect(before.plan?.ended).toMatchObject({ kind: "revoked", reason });
    expect(before.events.map(({ type }) => type)).toEqual(["plan.certified.v1", "plan.revoked.v1"]);
    forget();
    expect(fillPlans(database())).toBe(1);
    expect(await stored(applicationId)).toEqual(before);
  });
});
