import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusinessDays, businessDaysBetween, isBusinessDay } from "#app/domain/calendar/business-days.ts";
import { addDays, type CivilDate } from "#app/domain/calendar/civil-date.ts";
import { aCivilDate, date } from "./arbitrary.ts";

const HOLIDAYS: ReadonlySet<CivilDate> = new Set(
  ["2026-11-23", "2027-01-01", "2027-01-11", "2027-02-11", "2027-02-23", "2027-03-22", "2027-04-29"].map(
    date,
  ),
);

describe("開庁日 (行政機関の休日に関する法律 第1条第1項)", () => {
  it.each([
    ["2026-12-04", true, "金曜日"],
    ["2026-12-05", false, "土曜日"],
    ["2026-12-06", false, "日曜日"],
    ["2026-11-23", false, "祝日"],
    ["2026-12-28", true, "御用納め"],
    ["2026-12-29", false, "年末"],
    ["2026-12-31", false, "年末"],
    ["2028-01-03", false, "年始の月曜日"],
    ["2027-01-04", true, "御用始め"],
  ])("%s が開庁日かは %s (%s)", (day, open) => {
    expect(isBusinessDay(date(day), HOLIDAYS)).toBe(open);
  });

  it.each([
    ["2026-12-04", 14, "2026-12-24"],
    ["2026-12-21", 14, "2027-01-15"],
    ["2026-11-20", 1, "2026-11-24"],
    ["2026-12-05", 0, "2026-12-05"],
    ["2026-11-24", -1, "2026-11-20"],
  ])("%s から %d 業務日は %s", (from, n, to) => {
    expect(addBusinessDays(date(from), n, HOLIDAYS)).toBe(to);
    expect(businessDaysBetween(date(from), date(to), HOLIDAYS)).toBe(n);
  });

  const holidays = fc.uniqueArray(fc.integer({ min: -60, max: 60 }), { maxLength: 12 });

  it("足した業務日は数え直すと元に戻り、着く日は必ず開庁日", () => {
    fc.assert(
      fc.property(aCivilDate, fc.integer({ min: -45, max: 45 }), holidays, (from, n, offsets) => {
        const closed = new Set(offsets.map((offset) => addDays(from, offset)));
        const to = addBusinessDays(from, n, closed);
        expect(businessDaysBetween(from, to, closed)).toBe(n);
        if (n !== 0) expect(isBusinessDay(to, closed)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("開庁日から足して引くと元の日に戻る", () => {
    fc.assert(
      fc.property(aCivilDate, fc.integer({ min: 0, max: 45 }), holidays, (day, n, offsets) => {
        const closed = new Set(offsets.map((offset) => addDays(day, offset)));
        const from = addBusinessDays(day, 1, closed);
        expect(addBusinessDays(addBusinessDays(from, n, closed), -n, closed)).toBe(from);
      }),
      { numRuns: 300 },
    );
  });
});
