/** 標準処理期間の満了日の見込み。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusinessDays, businessDaysBetween, isBusinessDay } from "#app/domain/calendar/business-days.ts";
import { addDays, type CivilDate } from "#app/domain/calendar/civil-date.ts";
import { forecastProcessing, pausesOf } from "#app/usecases/review/processing-forecast.ts";

const day = (text: string) => text as CivilDate;
const holidays = new Set(
  ["2026-11-23", "2027-01-01", "2027-01-11", "2027-02-11", "2027-02-23", "2027-03-22"].map(day),
);
const fourteen = { days: 14, unit: "businessDays" } as const;
const thirty = { days: 30, unit: "days" } as const;

describe("見込みの日", () => {
  it("受理するまでは決まらない", () => {
    expect(forecastProcessing(fourteen, null, [], holidays)).toEqual({ kind: "notStarted" });
  });

  it.each([
    ["14業務日は、勤労感謝の日と土日を飛ばす", fourteen, "2026-11-20", "2026-12-11"],
    ["14業務日は、12月29日から1月3日までを飛ばす", fourteen, "2026-12-21", "2027-01-15"],
    ["30日は、暦の日で数える", thirty, "2026-12-01", "2026-12-31"],
  ])("%s", (_name, processing, acceptedOn, expected) => {
    expect(forecastProcessing(processing, day(acceptedOn), [], holidays)).toEqual({
      kind: "expected",
      on: expected,
      beyondHolidayTable: false,
    });
  });

  it("差し戻している間は止まり、残りの日数を保つ", () => {
    const open = [{ from: day("2026-12-02"), to: null }];
    expect(forecastProcessing(fourteen, day("2026-11-30"), open, holidays)).toEqual({
      kind: "stopped",
      remaining: 12,
    });
  });

  it("受理より前の差戻しは、数え始める前なので関わらない", () => {
    const before = [{ from: day("2026-11-02"), to: day("2026-11-10") }];
    expect(forecastProcessing(fourteen, day("2026-11-20"), before, holidays)).toEqual(
      forecastProcessing(fourteen, day("2026-11-20"), [], holidays),
    );
  });

  it("休日の表が尽きた先の日付には、その印が付く", () => {
    expect(forecastProcessing(fourteen, day("2027-03-19"), [], holidays)).toMatchObject({
      beyondHolidayTable: true,
    });
    expect(forecastProcessing(thirty, day("2027-03-19"), [], holidays)).toMatchObject({
      beyondHolidayTable: false,
    });
  });

  it("何度差し戻しても、進んだ業務日の合計は標準処理期間に等しい", () => {
    const start = fc.integer({ min: 0, max: 60 }).map((days) => addDays(day("2026-11-02"), days));
    const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 20 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(start, gaps, (acceptedOn, lengths) => {
        let from = acceptedOn;
        let worked = 0;
        const pauses = lengths.map(([work, rest]) => {
          const returnedOn = addDays(from, work);
          const refiledOn = addDays(returnedOn, rest + 1);
          worked += businessDaysBetween(from, returnedOn, holidays);
          from = refiledOn;
          return { from: returnedOn, to: refiledOn };
        });
        const forecast = forecastProcessing(fourteen, acceptedOn, pauses, holidays);
        if (forecast.kind !== "expected") throw new Error(forecast.kind);
        expect(worked + businessDaysBetween(from, forecast.on, holidays)).toBe(14);
        expect(isBusinessDay(forecast.on, holidays)).toBe(true);
        expect(forecast.on >= addBusinessDays(acceptedOn, 14, holidays)).toBe(true);
      }),
    );
  });
});

it("差し戻していた間は、差戻しから次の申請まで（東京の日）", () => {
  const events = [
    { type: "application.filed.v1", at: "2026-12-01T01:00:00.000Z" },
    { type: "application.returned.v1", at: "2026-12-02T15:30:00.000Z" },
    { type: "application.filed.v1", at: "2026-12-05T01:00:00.000Z" },
    { type: "application.returned.v1", at: "2026-12-07T01:00:00.000Z" },
  ];
  expect(pausesOf(events)).toEqual([
    { from: "2026-12-03", to: "2026-12-05" },
    { from: "2026-12-07", to: null },
  ]);
});
