import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CivilMonth, lastDayOf, shiftMonth } from "#app/domain/calendar/civil-month.ts";
import {
  closingMonthOf,
  reportState,
  reportYears,
  type ScheduledPlan,
} from "#app/domain/progress-report/schedule.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";

const month = (text: string) => text as CivilMonth;
const plan: ScheduledPlan = {
  startMonth: month("2026-12"),
  endMonth: month("2029-11"),
  closingMonth: 3,
  endedOn: null,
  heldFrom: date("2026-12-05"),
};

describe("報告の年", () => {
  it("実施時期の中で終わる事業年度ごとに、終わった次の日から書け、三か月後の末日が期限になる", () => {
    expect(reportYears(plan)).toEqual([
      { year: 2027, closing: "2027-03", opensOn: "2027-04-01", dueOn: "2027-06-30" },
      { year: 2028, closing: "2028-03", opensOn: "2028-04-01", dueOn: "2028-06-30" },
      { year: 2029, closing: "2029-03", opensOn: "2029-04-01", dueOn: "2029-06-30" },
    ]);
  });

  it("36・48・60か月の計画では、決算月がいつでも三・四・五つで、年は重ならない", () => {
    const months = fc.constantFrom(36, 48, 60);
    const start = fc.tuple(fc.integer({ min: 2018, max: 2040 }), fc.integer({ min: 1, max: 12 }));
    const closing = fc.option(fc.integer({ min: 1, max: 12 }), { nil: null });
    fc.assert(
      fc.property(start, months, closing, ([year, first], length, closingMonth) => {
        const startMonth = month(`${year}-${String(first).padStart(2, "0")}`);
        const endMonth = shiftMonth(startMonth, length - 1);
        const years = reportYears({
          startMonth,
          endMonth,
          closingMonth,
          endedOn: null,
          heldFrom: date("2000-01-01"),
        });
        expect(new Set(years.map((one) => one.year)).size).toBe(length / 12);
        for (const { closing: at, opensOn, dueOn } of years)
          expect(startMonth <= at && at <= endMonth && lastDayOf(at) < opensOn && opensOn < dueOn).toBe(true);
      }),
    );
  });

  it("決算月が分からなければ、実施時期の終わる月で区切る", () => {
    expect(reportYears({ ...plan, closingMonth: null }).map(({ closing }) => closing)).toEqual([
      "2027-11",
      "2028-11",
      "2029-11",
    ]);
    expect(["3", "12", "0", "13", "", undefined].map(closingMonthOf)).toEqual([
      3,
      12,
      null,
      null,
      null,
      null,
    ]);
  });

  it("取り消した計画では、その月より前に終わった年だけを求める", () => {
    const years = reportYears({ ...plan, endedOn: date("2028-03-31") });
    expect(years.map(({ year }) => year)).toEqual([2027]);
  });

  it("認定より前、ポータルで扱い始めるより前に終わった事業年度は求めない", () => {
    const years = reportYears({ ...plan, heldFrom: date("2028-04-01") });
    expect(years.map(({ year }) => year)).toEqual([2029]);
  });
});

it.each([
  ["2027-03-31", null, "upcoming"],
  ["2027-04-01", null, "due"],
  ["2027-06-30", null, "due"],
  ["2027-07-01", null, "overdue"],
  ["2027-07-01", { receivedOn: null }, "filed"],
  ["2027-07-01", { receivedOn: "2027-07-02" }, "received"],
] as const)("%s に、提出が %o なら %s", (today, filed, state) => {
  const [first] = reportYears(plan);
  expect(first && reportState(first, filed, date(today))).toBe(state);
});
