/** 認定された計画の一生: 日付から導く様子、変えられるか、延長、紙の認定。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CivilMonth, shiftMonth } from "#app/domain/calendar/civil-month.ts";
import { endOfPeriod } from "#app/domain/calendar/plan-period.ts";
import { changeBaseOf, writeChangeBase } from "#app/domain/plan-life/change-base.ts";
import { changeObstacle } from "#app/domain/plan-life/change-obstacle.ts";
import { type PaperTyped, readPaperCertification } from "#app/domain/plan-life/paper-certification.ts";
import { extensions, periodChange, type PeriodChange } from "#app/domain/plan-life/period-change.ts";
import { planMonths } from "#app/domain/plan-life/plan-months.ts";
import { isAlive, planState, type PlanTerm } from "#app/domain/plan-life/plan-state.ts";
import { date } from "../calendar/arbitrary.ts";
import { someBase } from "./some-base.ts";

const month = (text: string) => text as CivilMonth;
const term: PlanTerm = { startMonth: "2026-12", endMonth: "2029-11", ended: null };
const ended = (kind: "revoked" | "surrendered" | "succeeded", on: string): PlanTerm => ({
  ...term,
  ended: { kind, on, reason: "" },
});

describe("計画の様子", () => {
  it.each([
    ["始まる前の日", term, "2026-11-30", "beforeStart"],
    ["始まる月の1日", term, "2026-12-01", "running"],
    ["終わる月の末日", term, "2029-11-30", "running"],
    ["終わった次の日", term, "2029-12-01", "expired"],
    ["取り消される前の日", ended("revoked", "2027-04-01"), "2027-03-31", "running"],
    ["取り消された日", ended("revoked", "2027-04-01"), "2027-04-01", "revoked"],
    ["取り消された計画の、実施時期の後", ended("revoked", "2027-04-01"), "2031-01-01", "revoked"],
    ["辞退した計画", ended("surrendered", "2027-04-01"), "2027-05-01", "surrendered"],
    ["引き継がれた計画", ended("succeeded", "2027-04-01"), "2027-05-01", "succeeded"],
  ] as const)("%s", (_name, plan, on, state) => {
    expect(planState(plan, date(on))).toBe(state);
  });

  it("変えられるのは、生きていて、元の版がいまの版の計画だけ", () => {
    const plan = { ...term, currentVersion: 2 };
    expect(changeObstacle(plan, 2, date("2027-01-01"))).toBeNull();
    expect(changeObstacle(plan, 1, date("2027-01-01"))).toEqual({ kind: "planMoved", version: 2 });
    expect(changeObstacle(plan, 2, date("2029-12-01"))).toEqual({ kind: "planEnded", state: "expired" });
    expect(isAlive("expired")).toBe(false);
  });
});

describe("実施時期の延長（3年は4年・5年に、4年は5年に）", () => {
  const start = month("2026-12");
  const period = (months: number) => ({ start, end: shiftMonth(start, months - 1) });
  it.each<[string, number, number, string, PeriodChange]>([
    ["3年のまま", 36, 36, "2027-01-01", "same"],
    ["3年を4年に", 36, 48, "2029-11-30", "extended"],
    ["3年を5年に", 36, 60, "2027-01-01", "extended"],
    ["4年を5年に", 48, 60, "2027-01-01", "extended"],
    ["5年を6年に", 60, 72, "2027-01-01", "tooLong"],
    ["3年を5年と1か月に", 36, 61, "2027-01-01", "tooLong"],
    ["4年を3年に", 48, 36, "2027-01-01", "shortened"],
    ["3年を3年半に", 36, 42, "2027-01-01", "notWhole"],
    ["終わった後に延ばす", 36, 48, "2029-12-01", "expired"],
  ])("%s", (_name, from, to, on, outcome) => {
    expect(periodChange(period(from), period(to), date(on))).toBe(outcome);
  });

  it("始まりは動かせない", () => {
    const next = { start: month("2027-01"), end: month("2029-12") };
    expect(periodChange(period(36), next, date("2027-01-01"))).toBe("startMoved");
  });

  it("延ばせる先と、延ばしたときの答えは、いつも一致する", () => {
    fc.assert(
      fc.property(fc.constantFrom(36, 48, 60), fc.integer({ min: 1, max: 90 }), (from, to) => {
        const may = extensions(period(from)).map((months) => endOfPeriod(start, months));
        const change = periodChange(period(from), period(to), date("2027-01-01"));
        expect(change === "extended").toBe(may.includes(period(to).end));
      }),
    );
  });
});

describe("紙で受けた認定", () => {
  const typed: PaperTyped = {
    number: "２０２５０４０１東北第７号",
    certifiedOn: "令和7年4月1日",
    officeName: "東北経済産業局",
    start: "令和7年4月",
    end: "令和10年3月",
    code13: "2662",
  };
  const read = (change: Partial<PaperTyped>) =>
    readPaperCertification({ ...typed, ...change }, date("2026-12-01"), (code) => code === "2662");

  it("認定通知書のとおりに読む", () => {
    expect(read({})).toEqual({
      ok: true,
      value: {
        number: "20250401東北第7号",
        certifiedOn: "2025-04-01",
        officeName: "東北経済産業局",
        start: "2025-04",
        end: "2028-03",
        code13: "2662",
      },
    });
  });

  it.each<[string, Partial<PaperTyped>, string, string]>([
    ["番号がない", { number: " " }, "number", "文書番号を入力"],
    ["局がない", { officeName: "" }, "officeName", "差出人"],
    ["認定日が今日より後", { certifiedOn: "2026-12-02" }, "certifiedOn", "今日より後"],
    ["認定日が制度より前", { certifiedOn: "2016-06-30" }, "certifiedOn", "制度の始まり"],
    ["読めない認定日", { certifiedOn: "おととし" }, "certifiedOn", "のように入力"],
    ["3・4・5年でない", { end: "2028-04" }, "end", "ちょうどのはず"],
    ["終了が開始より前", { end: "2024-03" }, "end", "終了が開始より前"],
    ["認定日より前に終わる", { start: "2020-01", end: "2022-12" }, "end", "認定日より前に終わって"],
    ["もう終わった", { certifiedOn: "2020-01-10", start: "2020-01", end: "2022-12" }, "end", "新規の認定を"],
    ["知らない細分類", { code13: "0000" }, "code13", "第13回改定の細分類にありません"],
  ])("%sときは断る", (_name, change, field, words) => {
    const outcome = read(change);
    if (outcome.ok) throw new Error("受け取りました。");
    expect(Object.keys(outcome.error)).toEqual([field]);
    expect(JSON.stringify(outcome.error)).toContain(words);
  });
});

it("変える元は、書いて読めば同じになる", () => {
  for (const base of [someBase, { ...someBase, origin: "paper" as const, planId: null, version: null }])
    expect(changeBaseOf({ "change-base": writeChangeBase(base) })).toEqual(base);
  expect(changeBaseOf({})).toBeNull();
});

it("実施時期は、打たれたままの年月から読む", () => {
  expect(planMonths({ period: { start: "令和8年12月", end: "2029-11" } })).toEqual({
    startMonth: "2026-12",
    endMonth: "2029-11",
  });
  expect(planMonths({ period: { start: "2026-12" } })).toBeNull();
});
