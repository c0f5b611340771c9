/** 取込みの答えを、画面の言葉にする。 */
import type { RulebookFault } from "#app/domain/rulebook/fault.ts";
import { columnLabel, tableWords } from "#app/domain/rulebook/table-descriptors.ts";
import { rulebookTables, tableNames } from "#app/domain/rulebook/tables.ts";
import type { RulebookRefusal } from "#app/usecases/refusals.ts";
import type { FilesImported } from "#app/usecases/rulebook/import-edition-files.server.ts";
import { commandRefusal } from "./command-refusal.server.ts";

/** 直す所の一つ。 */
export type FaultWords = {
  readonly file: string;
  readonly place: string;
  readonly column: string;
  readonly message: string;
};

export type ImportAnswer = {
  readonly problem: string | null;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly reason: string;
  /** 画面に出す分。 */
  readonly faults: readonly FaultWords[];
  readonly faultCount: number;
  readonly imported: {
    readonly notes: readonly string[];
    readonly tables: readonly (FilesImported["tables"][number] & { readonly title: string })[];
  } | null;
};

const FAULTS_SHOWN = 500;

const NOTES_SHOWN = 20;

export const importedAnswer = ({ notes, tables }: FilesImported): ImportAnswer => ({
  ...empty(""),
  imported: {
    notes: firstNotes(notes),
    tables: tables.map((one) => ({ ...one, title: tableWords(one.table).title })),
  },
});

const firstNotes = (notes: readonly string[]): readonly string[] =>
  notes.length <= NOTES_SHOWN
    ? notes
    : [...notes.slice(0, NOTES_SHOWN), `ほか${(notes.length - NOTES_SHOWN).toLocaleString("ja-JP")}件`];

/** @param reason 打たれた理由。画面に残す */
export function refusedAnswer(
  refusal: RulebookRefusal,
  reason: string,
): { readonly answer: ImportAnswer; readonly status: number } {
  if (refusal.kind !== "rulebookFiles") {
    const { problem, errors, status } = commandRefusal(refusal);
    return { answer: { ...empty(reason), problem, errors }, status };
  }
  const { faults } = refusal;
  const problem = `取り込めません。直す所が${faults.length.toLocaleString("ja-JP")}件あります。何も変えていません。`;
  const shown = faults.slice(0, FAULTS_SHOWN).map(faultWords);
  return {
    answer: { ...empty(reason), problem, faults: shown, faultCount: faults.length },
    status: 422,
  };
}

export const tooLargeAnswer: ImportAnswer = {
  problem: null,
  errors: {
    files: ["ファイルが大きすぎるか、途中で切れています。合わせて 16 MB までです。何も変えていません。"],
  },
  reason: "",
  faults: [],
  faultCount: 0,
  imported: null,
};

const empty = (reason: string): ImportAnswer => ({ ...tooLargeAnswer, errors: {}, reason });

function faultWords({ file, line, cell, column, message }: RulebookFault): FaultWords {
  const table = tableNames.find(
    (name) => rulebookTables[name].file === file || file.endsWith(`「${tableWords(name).title}」`),
  );
  return {
    file,
    place: cell ?? (line > 1 ? `${line}行目` : "全体"),
    column: column === undefined ? "" : table === undefined ? column : columnLabel(table, column),
    // 欄の名前は、隣の列に日本語で出る。
    message:
      column !== undefined && message.startsWith(`${column}「`) ? message.slice(column.length) : message,
  };
}
