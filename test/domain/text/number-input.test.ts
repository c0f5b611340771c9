import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DecimalText,
  formatDecimal,
  formatInteger,
  type NumberUnit,
  parseDecimal,
  parseInteger,
} from "#app/domain/text/number-input.ts";

describe("整数の入力", () => {
  it.each<[string, NumberUnit | undefined, number]>([
    ["38000", undefined, 38000],
    ["３８，０００", undefined, 38000],
    [" 1,234,567 ", undefined, 1234567],
    ["▲1,200", undefined, -1200],
    ["△１２００", undefined, -1200],
    ["−5", undefined, -5],
    ["ー５", undefined, -5],
    ["007", undefined, 7],
    ["-0", undefined, 0],
    ["12.0", undefined, 12],
    ["30,000,000円", "円", 30000000],
    ["38,000 千円", "千円", 38000],
    ["46人", "人", 46],
    ["46名", "人", 46],
    ["1,234千円", "千円", 1234],
    ["1,234千円", "円", 1234000],
    ["１，２３４千円", "千円", 1234],
    ["38,000円", "千円", 38],
    ["1、234", "千円", 1234],
    ["△5", "千円", -5],
    ["▲１，２３４千円", "千円", -1234],
    ["ｰ5", undefined, -5],
    ["１２億", "円", 1200000000],
    ["１２億", "千円", 1200000],
    ["１２億円", "千円", 1200000],
    ["1億2,000万円", "千円", 120000],
    ["1億2千万円", "千円", 120000],
    ["3,000万円", "円", 30000000],
    ["3千万", "円", 30000000],
    ["3百万円", "千円", 3000],
    ["1.5億円", "円", 150000000],
    ["5万円", "万円", 5],
    ["2千人", "人", 2000],
    ["1億2,345万6,789", "円", 123456789],
    ["9007199254740991", undefined, Number.MAX_SAFE_INTEGER],
  ])("「%s」(単位 %s) は %d", (raw, unit, expected) => {
    expect(parseInteger(raw, unit)).toEqual({ ok: true, value: expected });
  });

  it.each<[string, NumberUnit | undefined, string]>([
    ["", undefined, "empty"],
    ["　", undefined, "empty"],
    ["約100", undefined, "notNumber"],
    ["1e3", undefined, "notNumber"],
    ["--5", undefined, "notNumber"],
    ["0x10", undefined, "notNumber"],
    [".", undefined, "notNumber"],
    ["1.5.2", undefined, "notNumber"],
    ["千円", "千円", "notNumber"],
    ["1,5", undefined, "grouping"],
    ["1234,567", undefined, "grouping"],
    ["18.4", undefined, "notInteger"],
    ["9007199254740992", undefined, "tooLarge"],
    ["38,500円", "千円", "unit"],
    ["38千", "千円", "unit"],
    ["5万", "千円", "unit"],
    ["12億", undefined, "notNumber"],
    ["46人", undefined, "unit"],
    ["46人", "千円", "unit"],
    ["約3千", "千円", "notNumber"],
    ["億", "円", "notNumber"],
    ["1万2億", "円", "notNumber"],
    ["1億20,000万", "円", "notNumber"],
    ["1.5億2千", "円", "notNumber"],
    ["1,23万", "円", "grouping"],
    ["12月", "円", "unit"],
  ])("「%s」(単位 %s) は %s で断る", (raw, unit, reason) => {
    expect(parseInteger(raw, unit)).toEqual({ ok: false, error: reason });
  });

  it("書いた整数は全角にしても同じ値に読める", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        const fullWidth = formatInteger(value).replace(/[\d,]/gu, (c) =>
          String.fromCharCode(c.charCodeAt(0) + 0xfee0),
        );
        expect(parseInteger(fullWidth)).toEqual({ ok: true, value: value === 0 ? 0 : value });
      }),
    );
  });

  it.each<[number | bigint, string]>([
    [0, "0"],
    [999, "999"],
    [1234567, "1,234,567"],
    [-1200, "-1,200"],
    [12345678901234567890n, "12,345,678,901,234,567,890"],
  ])("%s は「%s」と書く", (value, text) => {
    expect(formatInteger(value)).toBe(text);
  });
});

describe("小数の入力", () => {
  it.each<[string, NumberUnit | undefined, string]>([
    ["18.4", undefined, "18.4"],
    ["１８．４０％", "%", "18.4"],
    ["▲0.50", undefined, "-0.5"],
    [".5", undefined, "0.5"],
    ["5.", undefined, "5"],
    ["-0.00", undefined, "0"],
    ["1,234.560", undefined, "1234.56"],
    ["0.1", undefined, "0.1"],
    ["1.5倍", "倍", "1.5"],
    ["3カ月", "ヶ月", "3"],
    ["18。4", "%", "18.4"],
    ["634千円/人", "千円/人", "634"],
  ])("「%s」(単位 %s) は正確に「%s」", (raw, unit, expected) => {
    expect(parseDecimal(raw, unit)).toEqual({ ok: true, value: expected });
  });

  it("長すぎる数は断る", () => {
    expect(parseDecimal("1".repeat(31))).toEqual({ ok: false, error: "tooLarge" });
  });

  it.each<[string, number | undefined, string]>([
    ["5747.1739", 2, "5,747.17"],
    ["1234.5", undefined, "1,234.5"],
    ["0.005", 2, "0.01"],
    ["-0.005", 2, "-0.01"],
    ["-0.004", 2, "0.00"],
    ["999.995", 2, "1,000.00"],
    ["12", 1, "12.0"],
    ["2.5", 0, "3"],
    ["-19.02", 1, "-19.0"],
  ])("%s を小数 %s 桁で「%s」と書く", (value, digits, expected) => {
    expect(formatDecimal(value as DecimalText, digits)).toBe(expected);
  });

  it("読んだ数を書いて読み直しても同じ値のまま", () => {
    const decimal = fc
      .tuple(
        fc.constantFrom("", "-", "▲"),
        fc.bigInt({ min: 0n, max: 10n ** 18n }),
        fc.stringMatching(/^\d{0,6}$/u),
      )
      .map(([sign, whole, fraction]) => `${sign}${String(whole)}.${fraction}`);
    fc.assert(
      fc.property(decimal, (raw) => {
        const first = parseDecimal(raw);
        if (!first.ok) throw new Error(first.error);
        expect(parseDecimal(first.value)).toEqual(first);
        expect(parseDecimal(formatDecimal(first.value))).toEqual(first);
      }),
    );
  });

  it("どんな入力にも答え、例外を投げない", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        expect(typeof parseDecimal(raw).ok).toBe("boolean");
        expect(typeof parseInteger(raw, "円").ok).toBe("boolean");
      }),
    );
  });
});
