/** 標準処理期間の時計: 受理の翌日から進み、差戻しと中断の間は止まる。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusinessDays, businessDaysBetween, isBusinessDay } from "#app/domain/calendar/business-days.ts";
import { addDays, type CivilDate } from "#app/domain/calendar/civil-date.ts";
import {
  forecastProcessing,
  type Stop,
  stoppedBusinessDays,
  stopsOf,
} from "#app/domain/workflow/processing-clock.ts";

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

  it.each(["returned", "paused"] as const)("止まっている間（%s）は、残りの日数を保つ", (cause) => {
    const open = [{ cause, from: day("2026-12-02"), to: null }];
    expect(forecastProcessing(fourteen, day("2026-11-30"), open, holidays)).toEqual({
      kind: "stopped",
      cause,
      remaining: 12,
    });
  });

  it("受理より前の差戻しは、数え始める前なので関わらない", () => {
    const before: readonly Stop[] = [{ cause: "returned", from: day("2026-11-02"), to: day("2026-11-10") }];
    expect(forecastProcessing(fourteen, day("2026-11-20"), before, holidays)).toEqual(
      forecastProcessing(fourteen, day("2026-11-20"), [], holidays),
    );
  });

  it.each([
    ["表の最後の年の中なら、最後の祝日より後でも確か", fourteen, "2027-11-01", false],
    ["表にない年の業務日は、休日が分からない", fourteen, "2027-12-20", true],
    ["暦の日で数える期間は、休日の表に左右されない", thirty, "2027-12-20", false],
  ])("%s", (_name, processing, acceptedOn, beyondHolidayTable) => {
    expect(forecastProcessing(processing, day(acceptedOn), [], holidays)).toMatchObject({
      beyondHolidayTable,
    });
  });

  const start = fc.integer({ min: 0, max: 60 }).map((days) => addDays(day("2026-11-02"), days));
  /** 受理の後の、働いた日数と止まった日数の組から作る、止まっていた間。 */
  const stopsAfter = (acceptedOn: CivilDate, lengths: readonly (readonly [number, number])[]): Stop[] => {
    let from = acceptedOn;
    return lengths.map(([work, rest], index) => {
      const begun = addDays(from, work);
      from = addDays(begun, rest);
      return { cause: index % 2 === 0 ? "paused" : "returned", from: begun, to: from };
    });
  };
  const lengths = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 20 })), {
    maxLength: 4,
  });
  const dueOn = (acceptedOn: CivilDate, stops: readonly Stop[]): CivilDate => {
    const forecast = forecastProcessing(fourteen, acceptedOn, stops, holidays);
    if (forecast.kind !== "expected") throw new Error(forecast.kind);
    return forecast.on;
  };

  it("受理から目安の日までの業務日は、標準処理期間と止まっていた業務日の和に等しい", () => {
    fc.assert(
      fc.property(start, lengths, (acceptedOn, gaps) => {
        const stops = stopsAfter(acceptedOn, gaps);
        const on = dueOn(acceptedOn, stops);
        expect(businessDaysBetween(acceptedOn, on, holidays)).toBe(
          14 + stoppedBusinessDays(acceptedOn, stops, holidays),
        );
        expect(isBusinessDay(on, holidays)).toBe(true);
      }),
    );
  });

  it("止まりが一つ増えても、目安の日が早くなることはない", () => {
    fc.assert(
      fc.property(start, lengths, fc.nat(20), (acceptedOn, gaps, rest) => {
        const stops = stopsAfter(acceptedOn, gaps);
        const last = stops.at(-1)?.to ?? acceptedOn;
        const more: Stop = { cause: "paused", from: last, to: addDays(last, rest) };
        expect(dueOn(acceptedOn, [...stops, more]) >= dueOn(acceptedOn, stops)).toBe(true);
        expect(dueOn(acceptedOn, stops) >= addBusinessDays(acceptedOn, 14, holidays)).toBe(true);
      }),
    );
  });

  it("受理日が後になるほど、目安の日は早くならない", () => {
    fc.assert(
      fc.property(start, fc.nat(30), (acceptedOn, later) => {
        expect(dueOn(addDays(acceptedOn, later), []) >= dueOn(acceptedOn, [])).toBe(true);
      }),
    );
  });
});

describe("出来事から取り出す、止まっていた間（東京の日）", () => {
  const filed = "application.filed.v1";
  const returned = "application.returned.v1";
  const paused = "application.paused.v1";
  const resumed = "application.resumed.v1";
  type Line = readonly [type: string, at: string];
  const cases: readonly [string, readonly Line[], readonly (readonly [string, string, string | null])[]][] = [
    [
      "差戻しから次の申請まで",
      [
        [filed, "2026-12-01T01:00:00.000Z"],
        [returned, "2026-12-02T15:30:00.000Z"],
        [filed, "2026-12-05T01:00:00.000Z"],
        [returned, "2026-12-07T01:00:00.000Z"],
      ],
      [
        ["returned", "2026-12-03", "2026-12-05"],
        ["returned", "2026-12-07", null],
      ],
    ],
    [
      "中断から再開まで",
      [
        [paused, "2026-12-02T01:00:00.000Z"],
        [resumed, "2026-12-04T01:00:00.000Z"],
      ],
      [["paused", "2026-12-02", "2026-12-04"]],
    ],
    [
      "中断したまま差し戻すと、中断は終わり、差戻しが続く",
      [
        [paused, "2026-12-02T01:00:00.000Z"],
        [returned, "2026-12-04T01:00:00.000Z"],
        [filed, "2026-12-08T01:00:00.000Z"],
      ],
      [
        ["paused", "2026-12-02", "2026-12-04"],
        ["returned", "2026-12-04", "2026-12-08"],
      ],
    ],
    ...["certified", "declined", "withdrawn"].map(
      (ending) =>
        [
          `中断は、処分又は取下げ（${ending}）で終わる`,
          [
            [paused, "2026-12-02T01:00:00.000Z"],
            [`application.${ending}.v1`, "2026-12-04T01:00:00.000Z"],
          ],
          [["paused", "2026-12-02", "2026-12-04"]],
        ] as (typeof cases)[number],
    ),
  ];
  it.each(cases)("%s", (_name, lines, expected) => {
    const stops = stopsOf(lines.map(([type, at]) => ({ type, at })));
    expect(stops.map(({ cause, from, to }) => [cause, from, to])).toEqual(expected);
  });
});
