/**
 * 字形の有無の検査。どの書体にも無い文字は、黙って読めない字になって印字されるので、印字の前に断る。
 */
import type { MissingCharacter } from "#app/domain/certification/unprintable.ts";
import type { GlyphSource } from "./fonts.ts";
import { printableText } from "./printable-text.ts";
import { drawsVariant, isInner, isVariationSelector } from "./variant-glyphs.ts";

/**
 * text のうち、どの書体にも字形の無い文字を、現れた順に重複なく返す。制御文字も字形が無いものとして返る。
 * 字の形の指定（異体字セレクタ、IVS）は、主の書体が描けない組だけを、前の字と合わせた二字で返す。
 * @param fonts loadFonts() の結果。どれか一つにあれば印字できる。
 */
export function missingGlyphs(text: string, fonts: readonly GlyphSource[]): readonly MissingCharacter[] {
  const missing = new Map<string, MissingCharacter>();
  const known = new Set(["\n", " "]);
  let before = "\n";
  for (const character of printableText(text)) {
    const variant = isVariationSelector(character);
    const printed = variant && before !== "\n" ? before + character : character;
    before = character;
    if (known.has(printed) || missing.has(printed)) continue;
    if (variant ? drawsVariant(printed) : drawsCharacter(character, fonts)) known.add(printed);
    else missing.set(printed, { character: printed, codePoint: written(character) });
  }
  return [...missing.values()];
}

const codePointOf = (character: string): number => character.codePointAt(0) ?? 0;

const drawsCharacter = (character: string, fonts: readonly GlyphSource[]): boolean =>
  !isInner(codePointOf(character)) && fonts.some((font) => font.hasGlyphForCodePoint(codePointOf(character)));

/** 例: U+1F600 */
const written = (character: string): string =>
  `U+${codePointOf(character).toString(16).toUpperCase().padStart(4, "0")}`;

/** JSON の値に含まれるすべての文字列（キーは含まない）。 */
export function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (value !== null && typeof value === "object") return Object.values(value).flatMap(stringsIn);
  return [];
}
