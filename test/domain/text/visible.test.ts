import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "#app/domain/text/visible.ts";

describe("保存する文章の掃除", () => {
  it.each([
    ["代表取締役 髙橋 健一"],
    ["代表取締役社長 﨑山 由美"],
    ["有限会社𠮷川建設"],
    ["㈱青葉①②③ ㎡ ½"],
    ["葛\u{E0100}飾区"],
    ["一行目\n\t二行目"],
    ["👨‍👩‍👧"],
  ])("「%s」は一字も変わらない", (text) => {
    expect(cleanText(text)).toBe(text);
  });

  it.each([
    ["改行を \\n に揃える", "一\r\n二\r三\u2028四\u0085五", "一\n二\n三\n四\n五"],
    ["制御文字を除く", "青\u0000葉\u0007\u001B[31m\u007F", "青葉[31m"],
    ["表示順を偽る文字を除く", "請求\u202Efdp.exe\u2066\u200F", "請求fdp.exe"],
    ["幅のない空白と BOM を除く", "\uFEFF青\u200B葉\u2060", "青葉"],
    ["前後の空白を全角も含めて除く", "　 青葉 \n", "青葉"],
    ["空白だけなら空になる", " 　\t\n", ""],
    ["壊れたサロゲートを置き換える", "青\uD800葉", "青\uFFFD葉"],
  ])("%s", (_name, raw, expected) => {
    expect(cleanText(raw)).toBe(expected);
  });

  it("どんな文字列も二度掛けて変わらず、見えない制御文字を残さない", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const cleaned = cleanText(text);
        expect(cleanText(cleaned)).toBe(cleaned);
        // oxlint-disable-next-line no-control-regex
        expect(cleaned).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u);
        expect(cleaned.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
