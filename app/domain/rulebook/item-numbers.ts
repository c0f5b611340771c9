/** 指針の項目の記号を、見えている順に付け直す。様式に書く記号は、区分又は上の項目の記号に、自分の記号を続けたもの。 */
import type { FactCells } from "./row-cells.ts";

type NumberedRow = { readonly factId: string; readonly cells: FactCells };

/** 記号の付け方。n は 1 から。 */
type Style = { readonly matches: RegExp; readonly write: (n: number) => string | null };

const IROHA =
  "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];

const styles: readonly Style[] = [
  { matches: /^\(\d+\)$/u, write: (n) => `(${n})` },
  { matches: /^（\d+）$/u, write: (n) => `（${n}）` },
  { matches: /^\([ivx]+\)$/u, write: (n) => wrapped(ROMAN[n - 1]) },
  { matches: /^[ァ-ヶ]$/u, write: (n) => IROHA[n - 1] ?? null },
];

const wrapped = (word: string | undefined): string | null => (word === undefined ? null : `(${word})`);

/**
 * 同じ区分の同じ上の項目の下の項目を一つの組とし、組の中で 1 から付け直す。記号のない組と、
 * 二通りの付け方の混じった組はそのままにし、上の項目の記号が変われば、様式に書く記号だけを合わせる。
 *
 * @param items 付け直す項目。公表順で、上の項目は下の項目より前にある
 * @param sectionCodes 区分の識別子から区分の記号へ
 * @returns 記号の変わる項目だけ
 */
export function renumberItems<R extends NumberedRow>(
  items: readonly R[],
  sectionCodes: ReadonlyMap<string, string>,
): readonly { readonly row: R; readonly cells: FactCells }[] {
  const codes = renumberedCodes(items);
  const printed = new Map<string, string>();
  return items.flatMap((row) => {
    const { cells } = row;
    const code = codes.get(row.factId) ?? "";
    const under = printed.get(cells["parent"] ?? "") ?? sectionCodes.get(cells["section"] ?? "") ?? "";
    const printedCode = code === "" ? (cells["printedCode"] ?? "") : `${under}${code}`;
    printed.set(cells["id"] ?? "", printedCode);
    return code === cells["code"] && printedCode === cells["printedCode"]
      ? []
      : [{ row, cells: { code, printedCode } }];
  });
}

/** 項目ごとの、付け直した記号。 */
function renumberedCodes(items: readonly NumberedRow[]): ReadonlyMap<string, string> {
  const groups = new Map<string, NumberedRow[]>();
  for (const row of items) {
    const group = `${row.cells["section"] ?? ""}/${row.cells["parent"] ?? ""}`;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const codes = new Map<string, string>();
  for (const rows of groups.values()) {
    const style = styleOf(rows);
    rows.forEach(({ factId, cells }, at) => {
      const code = cells["code"] ?? "";
      codes.set(factId, style?.write(at + 1) ?? code);
    });
  }
  return codes;
}

/** 記号のある全部の項目に共通の付け方。 */
function styleOf(rows: readonly NumberedRow[]): Style | undefined {
  const used = rows.map(({ cells }) => cells["code"] ?? "").filter((code) => code !== "");
  return used.length === 0
    ? undefined
    : styles.find(
        ({ matches, write }) => write(rows.length) !== null && used.every((code) => matches.test(code)),
      );
}
