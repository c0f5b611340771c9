import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#app/domain/calendar/civil-date.ts";
import { fiscalYearEnd, fiscalYearStart } from "#app/domain/calendar/fiscal-year.ts";
import { aCivilDate, date } from "./arbitrary.ts";

describe("事業年度", () => {
  it.each([
    [3, "2026-12-05", "2026-04-01", "2027-03-31"],
    [3, "2027-03-31", "2026-04-01", "2027-03-31"],
    [3, "2027-04-01", "2027-04-01", "2028-03-31"],
    [12, "2026-12-05", "2026-01-01", "2026-12-31"],
    [2, "2027-03-01", "2027-03-01", "2028-02-29"],
    [9, "2026-12-05", "2026-10-01", "2027-09-30"],
  ])("%d月決算で %s を含む年度は %s から %s", (closing, on, start, end) => {
    expect(fiscalYearStart(closing, date(on))).toBe(start);
    expect(fiscalYearEnd(closing, date(on))).toBe(end);
  });

  it("どの日もその年度の中にあり、翌日からは次の年度", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), aCivilDate, (closing, on) => {
        const end = fiscalYearEnd(closing, on);
        expect(fiscalYearStart(closing, on) <= on && on <= end).toBe(true);
        expect(fiscalYearStart(closing, addDays(end, 1))).toBe(addDays(end, 1));
      }),
    );
  });

  it.each([0, 13, 3.5])("決算月 %d はない", (closing) => {
    expect(() => fiscalYearEnd(closing, date("2026-12-05"))).toThrow(RangeError);
  });
});
