/**
 * 書体の部分集合に写す字形を覚える。fontkit は一通ごとに、使った字の輪郭を点まで読み解くが、
 * 単純な字形はバイト列をそのまま写すだけなので、一度写したものを使い回せる。
 */

type Metrics = { readonly advance: number; readonly bearing: number };

/** fontkit の TrueType の部分集合のうち、ここで触るところ。 */
type Subset = {
  readonly glyf: Uint8Array[];
  readonly loca: { readonly offsets: number[] };
  readonly hmtx: { readonly metrics: Metrics[] };
  offset: number;
  _addGlyph(glyph: number): number;
};

type SubsettableFont = { createSubset(): Subset; readonly _variationProcessor?: unknown };

type Copy = { readonly bytes: Uint8Array; readonly metrics: Metrics };

const isSubsettable = (font: unknown): font is SubsettableFont =>
  typeof font === "object" && font !== null && "createSubset" in font;

/** 輪郭の数が負なら、ほかの字形の番号を含む組合せの字形。番号は部分集合ごとに変わるので使い回せない。 */
const isComposite = (bytes: Uint8Array): boolean => ((bytes[0] ?? 0) & 0x80) !== 0;

/** @param font fontkit で開いた書体。TrueType でない書体には何もしない */
export function rememberGlyphCopies(font: unknown): void {
  if (!isSubsettable(font) || Object.hasOwn(font, "createSubset")) return;
  const create = font.createSubset.bind(font);
  const copies = new Map<number, Copy>();
  const createSubset = (): Subset => {
    const subset = create();
    if (typeof subset._addGlyph !== "function") return subset;
    const add = subset._addGlyph.bind(subset);
    subset._addGlyph = (glyph) => {
      const copy = copies.get(glyph);
      if (copy === undefined) {
        const at = add(glyph);
        const bytes = subset.glyf[at];
        const metrics = subset.hmtx.metrics[at];
        if (bytes !== undefined && metrics !== undefined && !isComposite(bytes))
          copies.set(glyph, { bytes, metrics });
        return at;
      }
      subset.glyf.push(copy.bytes);
      subset.loca.offsets.push(subset.offset);
      subset.hmtx.metrics.push(copy.metrics);
      subset.offset += copy.bytes.length;
      return subset.glyf.length - 1;
    };
    return subset;
  };
  Object.defineProperty(font, "createSubset", { value: createSubset });
}
