import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadFonts } from "#pdf-templates/shared/fonts.ts";
import { breakableSegments, surelyFits } from "#pdf-templates/shared/line-breaking.ts";
import { markBreaks, splitAtBreakMarks } from "#pdf-templates/shared/japanese-text.tsx";

const WIDE = 100;

describe("禁則処理", () => {
  test.each([
    ["句読点は行頭に来ない", "認定する。次に、述べる", "。、"],
    ["閉じ括弧は行頭に来ない", "計画（案）と「別紙」を", "）」"],
    ["小書きの仮名と長音は行頭に来ない", "きょうサーバーとッァ", "ょーッァ"],
    ["繰返し符号は行頭に来ない", "人々佐々木", "々"],
  ])("%s", (_name, text, forbidden) => {
    for (const segment of breakableSegments(text, WIDE)) expect(forbidden).not.toContain(segment.slice(0, 1));
  });

  test.each([
    ["開き括弧は行末に残らない", "計画（案）と「別紙」を『見る』", "（「『"],
    ["通貨記号は数から離れない", "金額は￥5,000と＄3", "￥＄"],
  ])("%s", (_name, text, forbidden) => {
    for (const segment of breakableSegments(text, WIDE)) expect(forbidden).not.toContain(segment.slice(-1));
  });

  test.each([
    ["桁区切りのある数", "金額は1,234,567円", "1,234,567"],
    ["小数と百分率", "伸び率は7.88%である", "7.88%"],
    ["欧文の語", "新しいMachining Centerを", "Machining "],
    ["型式", "設備VX5-600を", "VX5-600"],
    ["二倍の中点三点", "述べる……以上", "る……"],
    ["サロゲートペアの字", "有限会社𠮷川", "𠮷"],
  ])("%sの途中では折らない", (_name, text, whole) => {
    expect(breakableSegments(text, WIDE).some((segment) => segment.includes(whole))).toBe(true);
  });

  test("折ってよいのは普通の字の間である", () => {
    expect(breakableSegments("「認定」を受ける。", WIDE)).toEqual(["「認", "定」", "を", "受", "け", "る。"]);
  });

  test("欄より長い英数字は欄に収まる長さに切れる", () => {
    const pieces = breakableSegments("a".repeat(100), 10);
    expect(pieces.join("")).toBe("a".repeat(100));
    for (const piece of pieces) expect(piece.length * 0.62).toBeLessThanOrEqual(10);
  });

  test("長い英数字を切るときも、その後の読点を行頭に置かない", () => {
    const pieces = breakableSegments(`${"a".repeat(16)}、次`, 10);
    expect(pieces.some((piece) => piece.startsWith("、"))).toBe(false);
  });

  test("どんな文字列でも、分けてつなげば元に戻り、空の断片は無い", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 50 }), (text, capacity) => {
        const segments = breakableSegments(text, capacity);
        expect(segments.join("")).toBe(text);
        expect(segments).not.toContain("");
      }),
    );
  });

  test("折返しの目印を入れて切っても、印字する文字は変わらない", () => {
    const text = "代表取締役 髙橋 健一は、5軸加工機（VX5-600）を𠮷川建設から取得した。";
    expect(splitAtBreakMarks(markBreaks(text, 40)).join("")).toBe(text);
  });

  test("濁点の分かれた仮名は合わせ、漢字は別の字に替えない", () => {
    expect(splitAtBreakMarks(markBreaks("か\u3099ス 神﨑髙", 40)).join("")).toBe("がス 神﨑髙");
  });
});

describe("一行に必ず収まる文", () => {
  test("どの書体のどの字でも、収まらない幅の欄には、収まると答えない", async () => {
    const fonts = (await loadFonts()) as unknown as readonly {
      readonly characterSet: readonly number[];
      readonly unitsPerEm: number;
      glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
    }[];
    for (const font of fonts) {
      const wrong = font.characterSet.filter((codePoint) => {
        const width = (20 * font.glyphForCodePoint(codePoint).advanceWidth) / font.unitsPerEm;
        return surelyFits(String.fromCodePoint(codePoint).repeat(20), Math.ceil(width) - 1);
      });
      expect(wrong.map((codePoint) => String.fromCodePoint(codePoint))).toEqual([]);
    }
  });

  test("欄の幅に近い文は、折る位置を決める方に回す", () => {
    expect(surelyFits("株式会社青葉精密製作所", 22)).toBe(true);
    expect(surelyFits("株式会社青葉精密製作所", 11)).toBe(false);
  });
});
