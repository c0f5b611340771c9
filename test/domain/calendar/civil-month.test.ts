import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareCivilMonths,
  firstDayOf,
  isCivilMonth,
  lastDayOf,
  monthOf,
  monthsInclusive,
  parseCivilMonth,
  shiftMonth,
} from "#app/domain/calendar/civil-month.ts";
import { endOfPeriod, isAllowedPeriod, planPeriodMonths } from "#app/domain/calendar/plan-period.ts";
import { aCivilMonth, date, month } from "./arbitrary.ts";

describe("年月の入力", () => {
  it.each([
    "2026-12",
    "2026/12",
    "2026.12",
    "2026年12月",
    "２０２６年１２月",
    "202612",
    "令和8年12月",
    "R8.12",
    "㋿8年12月",
  ])("「%s」は 2026-12", (raw) => {
    expect(parseCivilMonth(raw)).toEqual({ ok: true, value: "2026-12" });
  });

  it.each([
    ["平成元年1月", "1989-01"],
    ["昭和64年1月", "1989-01"],
    ["令和元年5月", "2019-05"],
    ["明治45年7月", "1912-07"],
    ["大正元年7月", "1912-07"],
  ])("改元の月「%s」は %s", (raw, expected) => {
    expect(parseCivilMonth(raw)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ["", "empty"],
    ["2026-12-05", "format"],
    ["20261205", "format"],
    ["12月", "format"],
    ["2026-13", "noSuchMonth"],
    ["202600", "noSuchMonth"],
    ["平成31年5月", "era"],
    ["令和元年4月", "era"],
  ])("「%s」は %s で断る", (raw, reason) => {
    expect(parseCivilMonth(raw)).toEqual({ ok: false, error: reason });
  });

  it("保存値は厳密な YYYY-MM だけを認める", () => {
    expect(isCivilMonth("2026-12")).toBe(true);
    for (const text of ["2026-1", "2026-13", "2026-00", "0000-01", "2026-12-05"]) {
      expect(isCivilMonth(text)).toBe(false);
    }
  });
});

describe("年月の計算", () => {
  it("月を足して数え直すと元の月数になる", () => {
    fc.assert(
      fc.property(aCivilMonth, fc.integer({ min: -600, max: 600 }), (start, n) => {
        const end = shiftMonth(start, n);
        expect(monthsInclusive(start, end)).toBe(n + 1);
        expect(shiftMonth(end, -n)).toBe(start);
        expect(Math.sign(compareCivilMonths(start, end))).toBe(Math.sign(-n) + 0);
      }),
    );
  });

  it("初日と末日はその月にある", () => {
    expect(firstDayOf(month("2028-02"))).toBe("2028-02-01");
    expect(lastDayOf(month("2028-02"))).toBe("2028-02-29");
    expect(monthOf(date("2026-12-05"))).toBe("2026-12");
  });
});

describe("実施時期 (様式第1「3 実施時期」)", () => {
  it.each([
    ["2026-12", "2029-11", 36, true],
    ["2027-01", "2031-12", 60, true],
    ["2026-12", "2030-11", 48, true],
    ["2026-12", "2029-12", 37, false],
    ["2026-12", "2026-12", 1, false],
    ["2027-01", "2026-12", 0, false],
    ["2026-12", "2032-11", 72, false],
  ])("%s から %s は %d 月で、認められるかは %s", (start, end, months, allowed) => {
    expect(planPeriodMonths(month(start), month(end))).toBe(months);
    expect(isAllowedPeriod(months)).toBe(allowed);
  });

  it("終了月から数え直すと選んだ月数になる", () => {
    fc.assert(
      fc.property(aCivilMonth, fc.constantFrom(36 as const, 48 as const, 60 as const), (start, months) => {
        expect(planPeriodMonths(start, endOfPeriod(start, months))).toBe(months);
      }),
    );
  });
});
