import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldForSearch, foldHyphens, normaliseDigits } from "#app/domain/text/width.ts";

const anyText = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));

describe("数字の幅を揃える", () => {
  it.each([
    ["１２３", "123"],
    ["－１，２３４．５", "-1,234.5"],
    ["−３", "-3"],
    ["＋７", "+7"],
    ["２０２６／１２／０５", "2026/12/05"],
    ["株式会社ＡＢＣ　１号", "株式会社ＡＢＣ　1号"],
    ["サーバー", "サーバー"],
  ])("「%s」は「%s」になる", (raw, expected) => {
    expect(normaliseDigits(raw)).toBe(expected);
  });

  it("二度掛けても変わらない", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseDigits(normaliseDigits(text))).toBe(normaliseDigits(text));
      }),
    );
  });

  it("横棒に見える文字はすべて半角ハイフンになる", () => {
    expect(foldHyphens("1-2‐3‑4–5—6―7−8ー9－0ｰ")).toBe("1-2-3-4-5-6-7-8-9-0-");
  });
});

describe("検索のために畳む", () => {
  it.each([
    ["髙橋", "高橋"],
    ["﨑山", "崎山"],
    ["𠮷川建設", "吉川建設"],
    ["渡邊・渡邉", "渡辺・渡辺"],
    ["ｻｰﾊﾞｰ", "サーバー"],
    ["サーバ−", "さーば－"],
    ["ＡＢＣ製作所", "abc製作所"],
    ["カブシキガイシャ", "かぶしきがいしゃ"],
    ["青葉　精密\n製作所 ", "青葉 精密 製作所"],
    ["葛\u{E0100}飾", "葛飾"],
    ["㈱青葉", "(株)青葉"],
  ])("「%s」と「%s」は同じ検索語になる", (a, b) => {
    expect(foldForSearch(a)).toBe(foldForSearch(b));
  });

  it("違う語は違うまま残る", () => {
    expect(foldForSearch("青葉精密")).not.toBe(foldForSearch("青葉精機"));
    expect(foldForSearch("か")).not.toBe(foldForSearch("が"));
  });

  it("二度畳んでも変わらない", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
      }),
      {
        numRuns: 2000,
      },
    );
  });
});
