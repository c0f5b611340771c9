import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  compareCivilDates,
  dayOfWeek,
  daysBetween,
  isCivilDate,
  parseCivilDate,
} from "#app/domain/calendar/civil-date.ts";
import { aCivilDate, date } from "./arbitrary.ts";

describe("日付の入力", () => {
  it.each([
    "2026-12-05",
    "2026-12-5",
    "2026/12/05",
    "2026/12/5",
    "2026.12.5",
    "2026年12月5日",
    "２０２６年１２月５日",
    "2026 年 12 月 5 日",
    "２０２６／１２／０５",
    "2026ー12ー05",
    "20261205",
    "２０２６１２０５",
    "令和8年12月5日",
    "令和８年１２月５日",
    "令和 8年 12月 5日",
    "㋿8年12月5日",
    "R8.12.5",
    "r8/12/05",
    "Ｒ８．１２．５",
    "R08-12-05",
    "  2026-12-05 ",
  ])("「%s」は 2026-12-05", (raw) => {
    expect(parseCivilDate(raw)).toEqual({ ok: true, value: "2026-12-05" });
  });

  it.each([
    ["令和元年5月1日", "2019-05-01"],
    ["R1.5.1", "2019-05-01"],
    ["平成31年4月30日", "2019-04-30"],
    ["昭和64年1月7日", "1989-01-07"],
    ["S59.6.1", "1984-06-01"],
    ["昭和元年12月25日", "1926-12-25"],
    ["大正15年12月24日", "1926-12-24"],
    ["T元.7.30", "1912-07-30"],
    ["M6.1.1", "1873-01-01"],
    ["2028年2月29日", "2028-02-29"],
  ])("「%s」は %s", (raw, expected) => {
    expect(parseCivilDate(raw)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ["", "empty"],
    ["　", "empty"],
    ["来月", "format"],
    ["12/05/2026", "format"],
    ["2026-12", "format"],
    ["令和8年12月", "format"],
    ["2026-12/05", "format"],
    ["26-12-05", "format"],
    ["R8.12", "format"],
    ["2027-02-29", "noSuchDay"],
    ["2100-02-29", "noSuchDay"],
    ["2026-13-01", "noSuchDay"],
    ["2026-00-10", "noSuchDay"],
    ["2026-04-31", "noSuchDay"],
    ["20261200", "noSuchDay"],
    ["0000-01-01", "noSuchDay"],
    ["令和8年2月30日", "noSuchDay"],
    ["昭和64年1月8日", "era"],
    ["平成31年5月1日", "era"],
    ["令和元年4月30日", "era"],
    ["平成32年1月1日", "era"],
    ["令和0年1月1日", "era"],
    ["明治5年12月31日", "era"],
  ])("「%s」は %s で断る", (raw, reason) => {
    expect(parseCivilDate(raw)).toEqual({ ok: false, error: reason });
  });

  it("どんな入力にも答え、受け取ったものは必ず実在する日", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[RHS\d年月日/.-]{1,12}$/u)),
        (raw) => {
          const result = parseCivilDate(raw);
          if (result.ok) expect(isCivilDate(result.value)).toBe(true);
        },
      ),
    );
  });

  it("保存値は厳密な YYYY-MM-DD だけを認める", () => {
    expect(isCivilDate("2026-12-05")).toBe(true);
    for (const text of ["2026-12-5", "２０２６-12-05", "2026-02-29", "2026-12-05T00:00", "0000-01-01"]) {
      expect(isCivilDate(text)).toBe(false);
    }
  });

  it("数でないものからは日を作らない", () => {
    expect(civilDate(2026, 1.5, 1)).toEqual({ ok: false, error: "noSuchDay" });
    expect(civilDate(Number.NaN, 1, 1)).toEqual({ ok: false, error: "noSuchDay" });
  });
});

describe("日付の計算", () => {
  it("日を足す・差をとる・曜日は Temporal と一致する", () => {
    fc.assert(
      fc.property(aCivilDate, fc.integer({ min: -40_000, max: 40_000 }), (day, n) => {
        const theirs = Temporal.PlainDate.from(day).add({ days: n });
        const ours = addDays(day, n);
        expect(ours).toBe(theirs.toString());
        expect(daysBetween(day, ours)).toBe(n);
        expect(dayOfWeek(ours)).toBe(theirs.dayOfWeek % 7);
      }),
      { numRuns: 1000 },
    );
  });

  it("月を足すと Temporal (月末に寄せる) と一致する", () => {
    fc.assert(
      fc.property(aCivilDate, fc.integer({ min: -600, max: 600 }), (day, n) => {
        expect(addMonths(day, n)).toBe(
          Temporal.PlainDate.from(day).add({ months: n }, { overflow: "constrain" }).toString(),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("取得日から60日を数える (受理は取得日から60日以内)", () => {
    expect(addDays(date("2026-12-05"), 60)).toBe("2027-02-03");
    expect(daysBetween(date("2026-12-05"), date("2027-02-03"))).toBe(60);
  });

  it("1月31日の1月後は2月の末日", () => {
    expect(addMonths(date("2027-01-31"), 1)).toBe("2027-02-28");
    expect(addMonths(date("2028-01-31"), 1)).toBe("2028-02-29");
  });

  it("早い順に並ぶ", () => {
    const days: CivilDate[] = [date("2027-01-01"), date("1984-06-01"), date("2026-12-05")];
    expect(days.toSorted(compareCivilDates)).toEqual(["1984-06-01", "2026-12-05", "2027-01-01"]);
    expect(compareCivilDates(date("2026-12-05"), date("2026-12-05"))).toBe(0);
  });

  it("西暦 1–9999 年の外へは出ない", () => {
    expect(() => addDays(date("9999-12-31"), 1)).toThrow(RangeError);
    expect(() => addMonths(date("0001-01-01"), -1)).toThrow(RangeError);
  });
});
