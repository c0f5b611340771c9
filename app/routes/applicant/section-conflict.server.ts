/** 競合した保存を選び直す画面の値。打たれた物は、隠した欄として全部持ち回る。 */
import type { RawRow, RawSection, RowsSpec, SectionSpec } from "#app/domain/plan/field.ts";
import { conflictKey, type MergeConflict } from "#app/domain/plan/merge-section.ts";
import type { PlanOptions } from "#app/domain/plan/options.ts";
import { displayOf } from "#app/domain/plan/plan-document.ts";
import { rowsOf } from "#app/domain/plan/read-section.ts";
import type { Choices, Side } from "#app/domain/plan/resolve-conflicts.ts";
import type { SectionConflict } from "#app/usecases/refusals.ts";
import { CHOICE_PREFIX } from "./section-form.server.ts";

export type ConflictChoice = {
  readonly name: string;
  readonly label: string;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
  readonly chosen: Side | null;
  /** 選ばずに送った。 */
  readonly missed: boolean;
};

export type ConflictView = {
  readonly by: string | null;
  readonly choices: readonly ConflictChoice[];
  /** 自分の入力の全部を、フォームの欄の名前で。 */
  readonly hidden: readonly (readonly [name: string, value: string])[];
};

/**
 * @param input.chosen 前の送信で選んだ物。初めてなら null
 */
export function conflictView(
  section: SectionSpec,
  conflict: SectionConflict,
  options: PlanOptions,
  input: { readonly by: string | null; readonly chosen: Choices | null },
): ConflictView {
  return {
    by: input.by,
    choices: conflict.merge.conflicts.map((one) => {
      const key = conflictKey(one);
      const chosen = input.chosen?.[key] ?? null;
      return {
        name: `${CHOICE_PREFIX}${key}`,
        ...wordsOf(section, conflict.mine, one, options),
        chosen,
        missed: input.chosen !== null && chosen === null,
      };
    }),
    hidden: [
      ["version", String(conflict.baseVersion)],
      ["against", String(conflict.theirVersion)],
      ...entriesOf(section, conflict.mine),
    ],
  };
}

function wordsOf(
  section: SectionSpec,
  mine: RawSection,
  conflict: MergeConflict,
  options: PlanOptions,
): Pick<ConflictChoice, "label" | "base" | "mine" | "theirs"> {
  const spec = section.fields[conflict.field];
  if (spec === undefined) return { label: conflict.field, base: "", mine: "", theirs: "" };
  if (spec.shape === "field") {
    if (conflict.kind === "row") return { label: spec.label, base: "", mine: "", theirs: "" };
    const show = (raw: string): string => displayOf(spec, raw, options) || "（空）";
    return {
      label: spec.label,
      base: show(conflict.base),
      mine: show(conflict.mine),
      theirs: show(conflict.theirs),
    };
  }
  const at = rowsOf(mine, conflict.field).findIndex((row) => row.id === conflict.rowId);
  const rowName = at === -1 ? spec.rowLabel : `${spec.rowLabel} ${at + 1}`;
  if (conflict.kind === "row") {
    const show = (row: RawRow | null): string => rowWords(spec, row, options);
    return {
      label: rowName,
      base: show(conflict.base),
      mine: show(conflict.mine),
      theirs: show(conflict.theirs),
    };
  }
  const cell = spec.fields[conflict.column ?? ""];
  const show = (raw: string): string =>
    (cell === undefined ? raw : displayOf(cell, raw, options)) || "（空）";
  return {
    label: `${rowName}：${cell?.label ?? ""}`,
    base: show(conflict.base),
    mine: show(conflict.mine),
    theirs: show(conflict.theirs),
  };
}

const rowWords = (spec: RowsSpec, row: RawRow | null, options: PlanOptions): string =>
  row === null
    ? "（この行を削除）"
    : Object.entries(spec.fields)
        .map(([column, cell]) => displayOf(cell, row[column] ?? "", options))
        .filter((words) => words !== "")
        .join("／") || "（空の行）";

/** 下書きを、フォームの欄の名前と値にする。 */
const entriesOf = (section: SectionSpec, raw: RawSection): readonly (readonly [string, string])[] =>
  Object.entries(section.fields).flatMap(([field, spec]): readonly (readonly [string, string])[] => {
    const value = raw[field];
    if (spec.shape === "field") return [[field, typeof value === "string" ? value : ""]];
    return [
      ["rows", field],
      ...rowsOf(raw, field).flatMap((row, index) =>
        ["id", ...Object.keys(spec.fields)].map((column): readonly [string, string] => [
          `${field}[${index}].${column}`,
          row[column] ?? "",
        ]),
      ),
    ];
  });
