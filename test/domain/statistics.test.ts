/** 統計の数え方。期間、月、経過、処理日数。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CivilMonth } from "#app/domain/calendar/civil-month.ts";
import { type CountedRow, countStatistics, leadTimes } from "#app/domain/worklist/statistics.ts";
import { chosenPeriod, periodChoices } from "#app/domain/worklist/statistics-period.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";

const row: CountedRow = {
  status: "submitted",
  officeCode: "meti-tohoku",
  ministry: "経済産業省",
  prefecture: "04",
  industryCode: "2441",
  filedOn: "2026-11-02",
  acceptedOn: "",
  startedOn: "2026-11-02",
  certifiedOn: "",
  stoppedDays: 0,
  returns: 0,
};
const month = (text: string): CivilMonth => text as CivilMonth;
const count = (rows: readonly CountedRow[]) => {
  const counting = countStatistics({
    period: { from: month("2026-10"), to: month("2026-12") },
    today: date("2026-12-01"),
    holidays: new Set([date("2026-11-03"), date("2026-11-23")]),
    majorOf: () => "E",
  });
  for (const one of rows) counting.add(one);
  return counting.figures();
};
const certified: CountedRow = {
  ...row,
  status: "certified",
  acceptedOn: "2026-11-02",
  certifiedOn: "2026-11-09",
  returns: 1,
};

describe("期間", () => {
  it("年度は4月に始まり3月に終わり、まだ来ていない月は数えない", () => {
    const choices = periodChoices(date("2026-12-01"));
    expect(choices.map(({ value, period }) => [value, period.from, period.to]).slice(0, 3)).toEqual([
      ["recent", "2026-01", "2026-12"],
      ["2026", "2026-04", "2026-12"],
      ["2025", "2025-04", "2026-03"],
    ]);
    expect(chosenPeriod(date("2027-03-31"), "2026").period.to).toBe("2027-03");
    expect(chosenPeriod(date("2026-12-01"), "1999").value).toBe("recent");
  });
});

describe("数え方", () => {
  it("申請の月と認定の月は別に数え、期間の前に申請した認定は、認定の月にだけ入る", () => {
    const { months, total } = count([row, certified, { ...certified, filedOn: "2026-08-01" }]);
    expect(months.map(({ month: one, filed, certified: done }) => [one, filed, done])).toEqual([
      ["2026-10", 0, 0],
      ["2026-11", 2, 2],
      ["2026-12", 0, 0],
    ]);
    expect(total).toMatchObject({ filed: 2, open: 1, certified: 1, returned: 1 });
  });

  it("処理日数は、祝日と土日を除き、受理の日を数えず認定の日を数える", () => {
    expect(count([certified]).total.lead).toEqual({ measured: 1, median: 4, p90: 4, longest: 4 });
  });

  it("処理日数は、差戻しと中断で止まっていた日を除く", () => {
    expect(count([{ ...certified, stoppedDays: 3 }]).total.lead).toMatchObject({ median: 1 });
  });

  it("経過は、処理中の申請だけを、その日数以上で重ねて数える", () => {
    const old = { ...row, filedOn: "2026-05-01", startedOn: "2026-05-01" };
    expect(count([row, old, { ...old, status: "returned" }, certified]).ages).toEqual([
      { days: 0, open: 2 },
      { days: 10, open: 2 },
      { days: 20, open: 1 },
      { days: 30, open: 1 },
      { days: 45, open: 1 },
    ]);
  });

  it("まとまりの数の和は、どのまとめ方でも全体に等しい", () => {
    const arbitraryRow = fc.record({
      ...Object.fromEntries(Object.entries(row).map(([key, value]) => [key, fc.constant(value)])),
      status: fc.constantFrom("submitted", "returned", "certified", "declined", "withdrawn"),
      prefecture: fc.constantFrom("04", "13", "28"),
      ministry: fc.constantFrom("経済産業省", "国土交通省"),
      filedOn: fc.constantFrom("2026-09-30", "2026-10-01", "2026-12-01"),
      returns: fc.nat(2),
    }) as unknown as fc.Arbitrary<CountedRow>;
    fc.assert(
      fc.property(fc.array(arbitraryRow), (rows) => {
        const { total, groups } = count(rows);
        for (const group of Object.values(groups))
          for (const key of ["filed", "open", "certified", "returned"] as const)
            expect(group.reduce((sum, one) => sum + one[key], 0)).toBe(total[key]);
      }),
    );
  });
});

describe("百分位", () => {
  it.each([
    [[[5, 1]], { measured: 1, median: 5, p90: 5, longest: 5 }],
    [
      [
        [1, 5],
        [9, 5],
      ],
      { measured: 10, median: 1, p90: 9, longest: 9 },
    ],
    [
      [
        [3, 90],
        [20, 9],
        [40, 1],
      ],
      { measured: 100, median: 3, p90: 3, longest: 40 },
    ],
    [[], null],
  ] as const)("%j の日数では %j", (counts, expected) => {
    expect(leadTimes(new Map(counts.map(([day, many]) => [day, many])))).toEqual(expected);
  });
});
