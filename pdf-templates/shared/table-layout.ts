/**
 * 表の列の割付け。列が多くて一段では欄が細くなり過ぎる表は、一件を二段以上に組む
 * （様式第1の「8 経営力向上設備等の種類」が、設備の行と種類・金額の行を分けるのと同じ読ませ方）。
 */
import { RULE_WIDTH } from "./paper.ts";

/** 一段に並べる列の上限。A4 の版面で、桁区切りの7桁の数が折れずに入る幅になる。 */
const MOST_COLUMNS = 6;

/** 段組みの表の、件の番号の欄の幅 pt。 */
const NUMBER_WIDTH = 29;

type Weighted = { readonly weight: number };

export type PlacedColumn = {
  /** columns の何番目か。 */
  readonly index: number;
  /** 段の左端からの位置 pt。 */
  readonly left: number;
  readonly width: number;
};

export type TableLayout = {
  /** 一件の段。上から。 */
  readonly tiers: readonly (readonly PlacedColumn[])[];
  /** 件の番号の欄の幅。一段の表では 0。 */
  readonly numbering: number;
};

/**
 * @param width 表全体の幅 pt。列は段ごとに weight の比で分ける
 */
export function layOutTable(columns: readonly Weighted[], width: number): TableLayout {
  const count = Math.max(1, Math.ceil(columns.length / MOST_COLUMNS));
  const numbering = count === 1 ? 0 : NUMBER_WIDTH;
  const inner = width - RULE_WIDTH - numbering;
  return {
    tiers: intoTiers(columns, count).map((indexes) => place(indexes, columns, numbering, inner)),
    numbering,
  };
}

/**
 * 表の始まりに要る高さの見積り pt。見出しだけがページの下端に残らないよう、初めの一件と一緒に送る。
 */
export const startHeight = (columns: number): number => 90 * Math.ceil(columns / MOST_COLUMNS);

/** 順を変えずに、重さの合計がなるべく等しい段に分ける。 */
function intoTiers(columns: readonly Weighted[], count: number): readonly (readonly number[])[] {
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0);
  const tiers: number[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const [index, { weight }] of columns.entries()) {
    const middle = (before + weight / 2) / whole;
    tiers[Math.min(count - 1, Math.floor(middle * count))]?.push(index);
    before += weight;
  }
  return tiers.filter((tier) => tier.length > 0);
}

function place(
  indexes: readonly number[],
  columns: readonly Weighted[],
  left: number,
  width: number,
): readonly PlacedColumn[] {
  const weightOf = (index: number): number => columns[index]?.weight ?? 0;
  const whole = indexes.reduce((sum, index) => sum + weightOf(index), 0);
  let at = left;
  return indexes.map((index) => {
    const own = (width * weightOf(index)) / whole;
    const placed = { index, left: at, width: own };
    at += own;
    return placed;
  });
}
