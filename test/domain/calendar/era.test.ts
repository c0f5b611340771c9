import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCivilDate } from "#app/domain/calendar/civil-date.ts";
import { monthOf, parseCivilMonth } from "#app/domain/calendar/civil-month.ts";
import { formatJapaneseDate, formatJapaneseMonth, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { aCivilDate, date, month } from "./arbitrary.ts";

const icu = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
  timeZone: "UTC",
  era: "long",
  year: "numeric",
  month: "long",
  day: "numeric",
});

describe("和暦", () => {
  it.each([
    ["2026-12-05", "令和8年12月5日"],
    ["2019-05-01", "令和元年5月1日"],
    ["2019-04-30", "平成31年4月30日"],
    ["1989-01-08", "平成元年1月8日"],
    ["1989-01-07", "昭和64年1月7日"],
    ["1926-12-25", "昭和元年12月25日"],
    ["1926-12-24", "大正15年12月24日"],
    ["1912-07-30", "大正元年7月30日"],
    ["1912-07-29", "明治45年7月29日"],
    ["1873-01-01", "明治6年1月1日"],
    ["1872-12-31", "1872年12月31日"],
  ])("%s は %s", (day, expected) => {
    expect(formatJapaneseDate(date(day))).toBe(expected);
  });

  it("明治6年以後のどの日も ICU の和暦と一致し、読み直すと元の日になる", () => {
    fc.assert(
      fc.property(
        aCivilDate.filter((day) => day >= "1873-01-01"),
        (day) => {
          const written = formatJapaneseDate(day);
          expect(written).toBe(icu.format(new Date(`${day}T00:00:00Z`)));
          expect(parseCivilDate(written)).toEqual(
            Number(day.slice(0, 4)) - 2018 > 99 ? { ok: false, error: "format" } : { ok: true, value: day },
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["2026-12", "令和8年12月"],
    ["2019-05", "令和元年5月"],
    ["2019-04", "平成31年4月"],
    ["1989-01", "平成元年1月"],
  ])("年月 %s は %s", (text, expected) => {
    expect(formatJapaneseMonth(month(text))).toBe(expected);
  });

  it("書いた年月は読み直せる", () => {
    fc.assert(
      fc.property(
        aCivilDate.filter((day) => day >= "1873-01-01" && day < "2118-01-01"),
        (day) => {
          const written = formatJapaneseMonth(monthOf(day));
          expect(parseCivilMonth(written)).toEqual({ ok: true, value: monthOf(day) });
        },
      ),
    );
  });
});

describe("東京の日と時刻", () => {
  it.each([
    ["2026-12-05T05:03:00Z", "2026-12-05", "令和8年12月5日 14時03分"],
    ["2026-12-04T15:00:00.000Z", "2026-12-05", "令和8年12月5日 0時00分"],
    ["2026-12-04T14:59:59.999Z", "2026-12-04", "令和8年12月4日 23時59分"],
    ["2019-04-30T15:00:00Z", "2019-05-01", "令和元年5月1日 0時00分"],
    ["2026-12-05T14:03:00+09:00", "2026-12-05", "令和8年12月5日 14時03分"],
  ])("%s は東京の %s", (instant, day, written) => {
    expect(tokyoDay(instant)).toBe(day);
    expect(formatTokyoInstant(instant)).toBe(written);
  });

  it.each(["2026-12-05T14:03:00", "2026-12-05", "いま", ""])("時差のない「%s」は瞬間ではない", (text) => {
    expect(() => tokyoDay(text)).toThrow(RangeError);
  });

  it("どの瞬間も Intl の東京の日と一致する", () => {
    const tokyo = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" });
    fc.assert(
      fc.property(
        fc.date({
          min: new Date("1955-01-01T00:00:00Z"),
          max: new Date("2100-01-01T00:00:00Z"),
          noInvalidDate: true,
        }),
        (instant) => {
          expect(tokyoDay(instant.toISOString())).toBe(tokyo.format(instant));
        },
      ),
    );
  });
});
