import { beforeAll, describe, expect, test } from "vitest";
import { loadFonts, type GlyphSource } from "#pdf-templates/shared/fonts.ts";
import { missingGlyphs, stringsIn } from "#pdf-templates/shared/glyph-coverage.ts";

let fonts: readonly GlyphSource[];
beforeAll(async () => {
  fonts = await loadFonts();
});

describe("字形の有無", () => {
  test("人名・地名の異体字と、二つの書体の一方にだけある字は、重ねればすべて印字できる", () => {
    expect(missingGlyphs("髙橋 﨑山 𠮷川 濵 德 𡈽 ≒ ㈱ ① Ⅲ ～ － ㎡", fonts)).toEqual([]);
  });

  test("𠮷 と ≒ は、どちらか一方の書体だけでは印字できない", () => {
    for (const font of fonts) expect(missingGlyphs("𠮷≒", [font])).toHaveLength(1);
  });

  test.each([
    ["絵文字", "株式会社😀", "😀", "U+1F600"],
    ["私用領域の外字", "\ue000商店", "\ue000", "U+E000"],
    ["前に字の無い異体字セレクタ", "\u{e0100}城", "\u{e0100}", "U+E0100"],
    ["書体に無い字の形の指定", "葛\u{e0102}城", "葛\u{e0102}", "U+E0102"],
    ["内々に使う所の外字", "\u{f0000}商店", "\u{f0000}", "U+F0000"],
    ["字そのものが無い組", "😀\u{fe0f}", "😀", "U+1F600"],
    ["ハングル", "한", "한", "U+D55C"],
  ])("%sは、字と符号位置を挙げて断る", (_name, text, character, codePoint) => {
    expect(missingGlyphs(text, fonts)).toContainEqual({ character, codePoint });
  });

  test("書体が持つ字の形の指定は、印字できる", () => {
    expect(missingGlyphs("葛\u{e0100}城 倦\u{e0100} 侮\u{fe00}", fonts)).toEqual([]);
  });

  test("同じ字は一度だけ挙げる", () => {
    expect(missingGlyphs("😀あ😀", fonts)).toHaveLength(1);
  });

  test("値の中の文字列を、入れ子の奥まで集める", () => {
    expect(stringsIn({ a: "一", b: [{ c: "二" }, null, 3], d: { e: ["三"] } })).toEqual(["一", "二", "三"]);
  });
});

describe("字形の写しの使い回し", () => {
  test("前に別の文を描いた後でも、初めて描いたときと同じ字形が埋め込まれる", async () => {
    const opened = fonts[0] as unknown as {
      createSubset(): { includeGlyph(glyph: number): number; encode(): Uint8Array };
      glyphForCodePoint(codePoint: number): { readonly id: number };
    };
    const subset = (text: string): string => {
      const part = opened.createSubset();
      for (const character of text)
        part.includeGlyph(opened.glyphForCodePoint(character.codePointAt(0) ?? 0).id);
      return Buffer.from(part.encode()).toString("hex");
    };
    const first = subset("永 ä㈱𠮷");
    subset("㈱𠮷永別の文ä");
    expect(subset("永 ä㈱𠮷")).toBe(first);
  });
});
