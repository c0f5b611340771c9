/**
 * 字形の有無の検査。どの書体にも無い文字は、黙って読めない字になって印字されるので、印字の前に断る。
 */
import type { MissingCharacter } from "#app/domain/certification/unprintable.ts";
import type { GlyphSource } from "./fonts.ts";
import { printableText } from "./printable-text.ts";

const LINE_FEED = 0x0a;
const SPACE = 0x20;

/**
 * text のうち、どの書体にも字形の無い文字を、現れた順に重複なく返す。
 * 異体字セレクタ（IVS）と制御文字も字形が無いものとして返る。
 * @param fonts loadFonts() の結果。どれか一つにあれば印字できる。
 */
export function missingGlyphs(text: string, fonts: readonly GlyphSource[]): readonly MissingCharacter[] {
  const missing = new Map<number, MissingCharacter>();
  const known = new Set<number>([LINE_FEED, SPACE]);
  for (const character of printableText(text)) {
    const codePoint = character.codePointAt(0);
    if (codePoint === undefined || known.has(codePoint) || missing.has(codePoint)) continue;
    if (fonts.some((font) => font.hasGlyphForCodePoint(codePoint))) known.add(codePoint);
    else {
      const hex = codePoint.toString(16).toUpperCase().padStart(4, "0");
      missing.set(codePoint, { character, codePoint: `U+${hex}` });
    }
  }
  return [...missing.values()];
}

/** JSON の値に含まれるすべての文字列（キーは含まない）。 */
export function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (value !== null && typeof value === "object") return Object.values(value).flatMap(stringsIn);
  return [];
}
