import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "drizzle-orm";
import { checkPlan } from "#app/domain/plan/check-plan.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { isReceiptNumber } from "#app/domain/plan/receipt-number.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { parseCorporateNumber } from "#app/domain/text/corporate-number.ts";
import { finalStatuses } from "#app/domain/workflow/statuses.ts";
import { currentRulebook } from "#app/usecases/context.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import {
  applicationEvents,
  applications,
  auditEntries,
  certifications,
  declineNotices,
  companies,
  numberSeries,
  staffAssignments,
  submissions,
} from "#db/schema/index.ts";
import { createTestClock } from "#test/support/test-clock.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { loadPlans } from "../../scripts/demonstration/generated/load-plans.ts";
import { planMaker } from "../../scripts/demonstration/generated/plans.ts";

const PLANS = 400;
const now = "2026-12-01T01:00:00.000Z";
let test: TestServices;

beforeAll(async () => {
  test = await startTestServices({ clock: createTestClock(now) });
  const loaded = await loadPlans(test.services, { plans: PLANS, seed: 7 });
  expect(loaded).toEqual({ ok: true, value: PLANS });
}, 120_000);
afterAll(() => test.close());

const reader = () => test.services.database.reader;
const system = { kind: "system", job: "test" } as const;

describe("架空の計画", () => {
  it("法人番号は検査用数字の合う、登録に使われない 99 の帯のもの", () => {
    const keys = reader().select({ key: companies.key }).from(companies).all();
    expect(keys.length).toBeGreaterThan(PLANS / 2);
    for (const { key } of keys) {
      expect(key.slice(1, 3)).toBe("99");
      expect(parseCorporateNumber(key).ok).toBe(true);
    }
  });

  it("提出は、その日の点検を通る答えと、その答えから作った様式を凍結している", () => {
    const { rulebook } = currentRulebook(test.context(system));
    const rows = reader()
      .select()
      .from(submissions)
      .where(sql`${submissions.sequence} = 1`)
      .limit(60)
      .all();
    expect(rows.length).toBe(60);
    for (const row of rows) {
      const on = tokyoDay(row.filedAt);
      expect(checkPlan(rulebook, row.answers, on).filter(({ severity }) => severity === "error")).toEqual([]);
      expect(row.document).toEqual(planDocument(rulebook, row.answers, on));
      expect(isReceiptNumber(row.receiptNumber)).toBe(true);
    }
  });

  it("申請の状態と版は、起きたことの並びと食い違わない", () => {
    const rows = reader().select().from(applications).all();
    const events = Map.groupBy(
      reader().select().from(applicationEvents).all(),
      ({ applicationId }) => applicationId,
    );
    for (const row of rows) {
      const own = (events.get(row.id) ?? []).toSorted((a, b) => a.sequence - b.sequence);
      expect(own.map(({ sequence }) => sequence)).toEqual(own.map((_, index) => index + 1));
      expect(own.map(({ at }) => at)).toEqual(own.map(({ at }) => at).toSorted());
      expect(own.every(({ at }) => at <= now)).toBe(true);
      expect(row.version).toBe(own.length);
      const last = own.at(-1)?.type;
      if (finalStatuses.some((status) => status === row.status)) expect(last).toContain(row.status);
      if (row.status === "draft") expect(own.map(({ type }) => type)).toEqual(["application.created.v1"]);
    }
  });

  it("認定した計画と不認定にした計画にだけ、重ならない文書番号の通知書がある", () => {
    const certified = reader()
      .select({ id: applications.id })
      .from(applications)
      .where(sql`${applications.status} = 'certified'`)
      .all();
    const issued = reader().select().from(certifications).all();
    const letters = reader().select().from(declineNotices).all();
    const declined = reader()
      .select({ id: applications.id })
      .from(applications)
      .where(sql`${applications.status} = 'declined'`)
      .all();
    expect(letters.map(({ applicationId }) => applicationId).toSorted()).toEqual(
      declined.map(({ id }) => id).toSorted(),
    );
    expect(letters.length).toBeGreaterThan(0);
    const numbers = [...issued, ...letters].map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(issued.map(({ applicationId }) => applicationId).toSorted()).toEqual(
      certified.map(({ id }) => id).toSorted(),
    );
    for (const { number, notice } of [...issued, ...letters]) expect(notice.documentNumber).toBe(number);
  });

  it("割合は公表値に近い（製造 36 %、建設 27 %、卸小売 9 %、東京 9 %）", () => {
    const rows = reader()
      .select()
      .from(applications)
      .all()
      .filter(({ filedAt }) => filedAt !== null);
    const { rulebook } = currentRulebook(test.context(system));
    const division = (code: string): string => {
      const found = rulebook.industries[14].byCode.get(code);
      return found?.parent === null || found === undefined ? (found?.code ?? "") : division(found.parent);
    };
    const share = (wanted: (row: (typeof rows)[number]) => boolean) =>
      rows.filter(wanted).length / rows.length;
    const near = (value: number, expected: number) => expect(Math.abs(value - expected)).toBeLessThan(0.07);
    near(
      share((row) => division(row.industryCode ?? "") === "E"),
      0.36,
    );
    near(
      share((row) => division(row.industryCode ?? "") === "D"),
      0.268,
    );
    near(
      share((row) => division(row.industryCode ?? "") === "I"),
      0.092,
    );
    near(
      share((row) => row.prefecture === "13"),
      0.086,
    );
  });

  it("番号の系列は、入れた分だけ進んでいる", () => {
    const filed = reader()
      .select()
      .from(applications)
      .all()
      .filter(({ receiptNumber }) => receiptNumber !== null);
    const series = reader().select().from(numberSeries).all();
    const last = (prefix: string) =>
      series.filter((one) => one.series.startsWith(prefix)).reduce((total, one) => total + one.last, 0);
    expect(last("receipt:")).toBe(filed.length);
    expect(last("certification:")).toBe(
      reader().select().from(certifications).all().length +
        reader().select().from(declineNotices).all().length,
    );
  });

  it("審査の画面でそのまま開ける", async () => {
    const row = reader()
      .select()
      .from(applications)
      .all()
      .find(({ status }) => status === "underReview");
    const officeCode = row?.officeCode ?? "";
    const role = reader()
      .select()
      .from(staffAssignments)
      .all()
      .find((one) => one.officeCode === officeCode);
    expect(role).toBeDefined();
    const opened = await openRecord(
      test.context({
        kind: "staff",
        accountId: role?.accountId ?? "",
        displayName: "審査担当",
        authenticatedAt: now,
        assignments: [{ role: "reviewer", officeCode, ministry: null }],
      }),
      row?.id ?? "",
    );
    expect(opened).toMatchObject({ ok: true, value: { application: { id: row?.id } } });
  });

  it("束ごとに監査の記録が一行残る", () => {
    const entries = reader().select().from(auditEntries).all();
    expect(
      entries.filter(({ action }) => action === "demonstration.load").map(({ details }) => details),
    ).toEqual([{ from: 1, to: PLANS }]);
  });

  it("同じ種をもう一度入れようとすると、何も入れずに断る", async () => {
    const again = await loadPlans(test.services, { plans: 3, seed: 7 });
    expect(again).toMatchObject({ ok: false, error: { kind: "alreadyLoaded" } });
    expect(reader().select().from(applications).all().length).toBe(PLANS);
  });
});

describe("生成の決まり", () => {
  const rowsOf = (seed: number) => {
    const loaded = currentRulebook(test.context(system));
    const drawn = new Map<string, number>();
    const draw = (series: string): number => {
      drawn.set(series, (drawn.get(series) ?? 0) + 1);
      return drawn.get(series) ?? 0;
    };
    const make = planMaker({ count: 40, seed, loaded, now });
    return Array.from({ length: 40 }, (_, index) => make(index).rows(draw));
  };

  it("種が同じなら同じ行、違えば違う行", () => {
    expect(rowsOf(1)).toEqual(rowsOf(1));
    expect(JSON.stringify(rowsOf(1))).not.toBe(JSON.stringify(rowsOf(2)));
  });
});
