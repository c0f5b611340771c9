/**
 * 表計算ソフトから写された表を、行の下書きに当てる。打たれた文字は直さずに残し（読み取りは欄の parse が行う）、
 * 選択肢の欄だけは、見出しの言葉を選択肢の値に替える。読めない言葉も残し、どこが読めないかを返す。
 */
import { cleanText } from "../text/visible.ts";
import type { FieldSpec, RawRow, RowsSpec } from "./field.ts";
import { fieldAnchor } from "./finding.ts";
import { optionsOf, type PlanOptions } from "./options.ts";
import { readPastedChoice } from "./pasted-choice.ts";

/** 読めなかった値。 */
export type UnreadCell = {
  readonly rowId: string;
  readonly column: string;
  /** 何番目の行か（1 から）。 */
  readonly rowNumber: number;
  readonly label: string;
  readonly text: string;
  readonly reason: string;
};

export type PastedRows = {
  /** 貼り付けた後の、行の全部。 */
  readonly rows: readonly RawRow[];
  /** 貼り付けた行の id。初めの行から。 */
  readonly touched: readonly string[];
  /** そのうち、新しく作った行の id。 */
  readonly added: readonly string[];
  readonly unread: readonly UnreadCell[];
  /** この欄に無い見出し。その列は貼り付けていない。 */
  readonly unknownHeads: readonly string[];
  /** 右にはみ出して貼り付けていない列の数。 */
  readonly cutColumns: number;
  /** 行数の上限を超えて貼り付けていない行の数。 */
  readonly cutRows: number;
};

export type PasteInput = {
  readonly spec: RowsSpec;
  readonly options: PlanOptions;
  /** 写された表。行ごとの欄の文字。 */
  readonly table: readonly (readonly string[])[];
  readonly rows: readonly RawRow[];
  /** 貼り付け始める行の位置。rows の数なら、後ろに足す。 */
  readonly at: number;
  /** 見出しの行が無いときに、左から順に当てる列。 */
  readonly columns: readonly string[];
  readonly newRowId: () => string;
};

/** 見出しの行があればその言葉で、無ければ columns の順で列を決め、足りない行は作る。後ろの空の行は捨てる。 */
export function pasteRows({ spec, options, table, rows, at, columns, newRowId }: PasteInput): PastedRows {
  const body = table.slice(0, table.findLastIndex((line) => line.some((cell) => cell.trim() !== "")) + 1);
  const heads = headsIn(spec, body[0] ?? []);
  const lines = heads === null ? body : body.slice(1);
  const width = Math.max(0, ...lines.map((line) => line.length));
  const places = heads ?? columns;
  const kept = lines.slice(0, Math.max(0, spec.maxRows - at));
  const result = [...rows];
  const added: string[] = [];
  const unread: UnreadCell[] = [];
  const touched = kept.map((line, index): string => {
    const position = at + index;
    const before = result[position];
    const id = before?.id ?? newRowId();
    if (before === undefined) added.push(id);
    const cells = line.flatMap((text, place): readonly (readonly [string, string])[] => {
      const column = places[place];
      const cell = column === undefined || column === null ? undefined : spec.fields[column];
      if (column === undefined || column === null || cell === undefined) return [];
      const read = readCell(cell, text, options);
      if (read.reason !== null)
        unread.push({
          rowId: id,
          column,
          rowNumber: position + 1,
          label: cell.label,
          text,
          reason: read.reason,
        });
      return [[column, read.text]];
    });
    const blank = Object.fromEntries(Object.keys(spec.fields).map((column) => [column, ""]));
    result[position] = { ...(before ?? blank), ...Object.fromEntries(cells), id };
    return id;
  });
  return {
    rows: result,
    touched,
    added,
    unread,
    unknownHeads:
      heads === null
        ? []
        : (body[0] ?? []).filter((head, place) => heads[place] === null && head.trim() !== ""),
    cutColumns: heads === null ? Math.max(0, width - columns.length) : 0,
    cutRows: lines.length - kept.length,
  };
}

function readCell(
  spec: FieldSpec,
  given: string,
  options: PlanOptions,
): { readonly text: string; readonly reason: string | null } {
  const text =
    spec.kind === "longText" ? given.replaceAll(/\r\n?/gu, "\n") : given.replaceAll(/[\r\n]+/gu, " ");
  if (text.trim() === "") return { text: "", reason: null };
  if (spec.kind === "choice") {
    const value = readPastedChoice(text, optionsOf(spec, options));
    return value === null
      ? { text, reason: "選択肢の中から選んでください。" }
      : { text: value, reason: null };
  }
  const read = spec.parse(text);
  return { text, reason: read.ok ? null : read.error };
}

const folded = (words: string): string => cleanText(words).normalize("NFKC").replaceAll(/\s+/gu, "");
/** 見出しに添えられた単位（「単価（千円）」）を除く。 */
const withoutUnit = (words: string): string => words.replace(/[([][^)\]]*[)\]]$/u, "");

/**
 * 初めの行が見出しの行か。
 * @returns 列の名前（知らない見出しは null）。言葉のある欄の半分以上が見出しと同じでなければ、見出しの行ではない
 */
function headsIn(spec: RowsSpec, line: readonly string[]): readonly (string | null)[] | null {
  const names = new Map<string, string>();
  for (const [column, { label }] of Object.entries(spec.fields).toReversed()) {
    if (!isShared(spec, label)) names.set(withoutUnit(folded(label)), column);
    names.set(folded(label), column);
  }
  const heads = line.map((head) => names.get(folded(head)) ?? names.get(withoutUnit(folded(head))) ?? null);
  const written = line.filter((head) => head.trim() !== "").length;
  const known = heads.filter((head) => head !== null).length;
  return known > 0 && known * 2 >= written ? heads : null;
}

/** 括弧を除くと、ほかの見出しと同じになるか（「所在地（都道府県）」と「所在地（市区町村）」）。 */
const isShared = (spec: RowsSpec, label: string): boolean =>
  Object.values(spec.fields).filter(
    (other) => withoutUnit(folded(other.label)) === withoutUnit(folded(label)),
  ).length > 1;

/** 読めなかった値のある欄の id。 */
export const unreadAnchor = (field: string, { rowId, column }: UnreadCell): string =>
  fieldAnchor(`${field}.${column}`, rowId);
