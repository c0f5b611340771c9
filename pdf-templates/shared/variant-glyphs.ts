/**
 * 字の形の指定（異体字セレクタ、IVS）。書体の表（cmap の形式14）にある組は、その字形で描く。
 * 描画器は字と指定の組を途中で分けてしまうので、描く直前に、同じ字形の一字に置き換える。
 * 同じ字形の字（互換漢字など）が書体に無い組には、内々の一字（第15面の私用領域）を割り当て、
 * 書体にその字形を答えさせる。読み取れる文字は元の字のままになる。
 */

type VariantTable = {
  readonly varSelector: number;
  readonly defaultUVS?: Iterable<{
    readonly startUnicodeValue: number;
    readonly additionalCount: number;
  }> | null;
  readonly nonDefaultUVS?: Iterable<{ readonly unicodeValue: number; readonly glyphID: number }> | null;
};

/** fontkit の書体のうち、ここで触るところ。 */
type VariantFont = {
  readonly _cmapProcessor?: {
    readonly uvs?: { readonly varSelectors: { toArray(): readonly VariantTable[] } } | null;
    lookup(codePoint: number): number;
  };
  readonly characterSet: readonly number[];
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): object;
  getGlyph(glyph: number, codePoints: readonly number[]): object;
};

const SELECTOR = /^\p{Variation_Selector}$/u;
const PAIR = /([^])\p{Variation_Selector}/gu;
const FIRST_INNER = 0xf0000;
/** 書体の字形で描く組と、代わりに描く一字。書体の表と同じく、一つの過程に一つ。 */
const drawnAs = new Map<string, string>();
/** 基本の字形のまま描けばよい組。 */
const basic = new Set<string>();

export const isVariationSelector = (character: string): boolean => SELECTOR.test(character);

/** 内々の一字と同じ所にある、利用者の外字。印字しない。 */
export const isInner = (codePoint: number): boolean => codePoint >= FIRST_INNER;

/** @param pair 字と、字の形の指定。 */
export const drawsVariant = (pair: string): boolean => drawnAs.has(pair) || basic.has(pair);

/** 描く文字列。字と指定の組を、一つの字形になる一字に替える。 */
export const withVariants = (text: string): string =>
  text.replace(PAIR, (pair, base: string) => drawnAs.get(pair) ?? base);

/**
 * 書体に、持っている組の字形を答えさせる。重ねる書体のうち主の書体（どの太さにも同じ組がある）にだけ用いる。
 *
 * @param given fontkit で開いた書体
 */
export function drawVariants(given: unknown): void {
  const opened = given as VariantFont;
  const processor = opened._cmapProcessor;
  if (processor === undefined) return;
  const characters = new Map(
    opened.characterSet.map((codePoint) => [processor.lookup(codePoint), String.fromCodePoint(codePoint)]),
  );
  const glyphs = new Map<number, object>();
  for (const table of processor.uvs?.varSelectors.toArray() ?? []) {
    const selector = String.fromCodePoint(table.varSelector);
    for (const { startUnicodeValue, additionalCount } of table.defaultUVS ?? [])
      for (let more = 0; more <= additionalCount; more += 1)
        basic.add(String.fromCodePoint(startUnicodeValue + more) + selector);
    for (const { unicodeValue, glyphID } of table.nonDefaultUVS ?? []) {
      const pair = String.fromCodePoint(unicodeValue) + selector;
      const character =
        drawnAs.get(pair) ?? characters.get(glyphID) ?? String.fromCodePoint(FIRST_INNER + drawnAs.size);
      drawnAs.set(pair, character);
      const codePoint = character.codePointAt(0) ?? 0;
      if (isInner(codePoint)) glyphs.set(codePoint, opened.getGlyph(glyphID, [unicodeValue]));
    }
  }
  // 書体は描画器が覚えている。この module が読み直されても、新しい表で付け直せるようにする。
  const font = Object.getPrototypeOf(opened) as VariantFont;
  const has = font.hasGlyphForCodePoint.bind(opened);
  const glyphOf = font.glyphForCodePoint.bind(opened);
  Object.defineProperties(opened, {
    hasGlyphForCodePoint: {
      value: (codePoint: number) => glyphs.has(codePoint) || has(codePoint),
      configurable: true,
    },
    glyphForCodePoint: {
      value: (codePoint: number) => glyphs.get(codePoint) ?? glyphOf(codePoint),
      configurable: true,
    },
  });
}
