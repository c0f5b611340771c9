/** 書体の登録。@react-pdf の書体表は一つの過程（process）に一つなので、登録は最初の一回だけ効く。 */
import { Font } from "@react-pdf/renderer";
import { packagedFontFiles, type FontFiles } from "./font-files.ts";
import { rememberGlyphCopies } from "./glyph-copies.ts";
import { drawVariants } from "./variant-glyphs.ts";

const MAIN = "PortalMincho";
const FALLBACK = "PortalMinchoFallback";

/** すべての文字に必ず付ける。付け忘れた文字は埋め込まれない Helvetica になる。 */
export const FONT_FAMILIES: string[] = [MAIN, FALLBACK];

export type FontWeight = "regular" | "bold";

const NUMERIC_WEIGHT = { regular: 400, bold: 700 } as const;

/** 字形の有無を答えられるもの。@react-pdf が fontkit で開いた書体がこれに当たる。 */
export type GlyphSource = { hasGlyphForCodePoint(codePoint: number): boolean };

let loaded: Promise<readonly GlyphSource[]> | undefined;

/**
 * 書体を登録して読み込み、字形を調べるための書体（main, fallback の順）を返す。
 * 二度目からは files を見ず、最初に読み込んだものを返す。
 * @throws 書体ファイルが無い、又は壊れている場合
 */
export function loadFonts(files: FontFiles = packagedFontFiles()): Promise<readonly GlyphSource[]> {
  loaded ??= registerAndLoad(files);
  return loaded;
}

async function registerAndLoad(files: FontFiles): Promise<readonly GlyphSource[]> {
  for (const [family, sources] of [
    [MAIN, files.main],
    [FALLBACK, files.fallback],
  ] as const) {
    Font.register({
      family,
      fonts: [
        { src: sources.regular, fontWeight: NUMERIC_WEIGHT.regular },
        { src: sources.bold, fontWeight: NUMERIC_WEIGHT.bold },
      ],
    });
  }
  const sources: GlyphSource[] = [];
  for (const fontFamily of FONT_FAMILIES) {
    for (const fontWeight of Object.values(NUMERIC_WEIGHT)) {
      await Font.load({ fontFamily, fontWeight });
      const { data } = Font.getFont({ fontFamily, fontWeight });
      nameOnce(data);
      rememberGlyphCopies(data);
      if (fontFamily === MAIN) drawVariants(data);
    }
    const opened = Font.getFont({ fontFamily, fontWeight: NUMERIC_WEIGHT.regular }).data;
    if (opened === null) throw new Error(`書体 ${fontFamily} を読み込めません。`);
    sources.push(opened as unknown as GlyphSource);
  }
  return sources;
}

type NamedFont = {
  readonly postscriptName?: string;
  readonly name?: { readonly records?: object };
};

/**
 * 描画器は、文字の続きを一つ描くたびに、書体が前と同じかを名前の表の JSON で比べる。
 * 表は各国語の使用許諾の文まで含んで大きいので、同じ答えになる短い名前を JSON として答えさせる。
 */
function nameOnce(font: unknown): void {
  const { postscriptName, name } = (font ?? {}) as NamedFont;
  if (postscriptName === undefined || name?.records === undefined) return;
  // 書体は描画器が覚えている。この module が読み直されても、付け直せるようにする。
  Object.defineProperty(name.records, "toJSON", { value: () => postscriptName, configurable: true });
}

export const fontWeightNumber = (weight: FontWeight): number => NUMERIC_WEIGHT[weight];
