/** 画面から送られたファイルを読み、画面に渡す zip を作る。 */
import { strToU8, zipSync } from "fflate";
import type { RecordFile } from "#app/domain/rulebook/parse-files.ts";
import type { RulebookFault } from "#app/domain/rulebook/fault.ts";
import { type ReadSheet, readSheetTable, type SheetOrigin } from "#app/domain/rulebook/sheet-table.ts";
import { rulebookTables } from "#app/domain/rulebook/tables.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { type ArchiveLimits, isArchive, openArchive } from "./open-archive.server.ts";
import type { ReadFiles, RulebookFilePort, SentFile } from "./rulebook-files-port.ts";
import { splitGivenFiles } from "./split-rulebook-files.server.ts";

/** 表計算のブックを読む道具。parts は、大きさを確かめて広げた中のファイル。 */
export type WorkbookReader = (
  file: string,
  parts: ReadonlyMap<string, Uint8Array>,
) => Promise<Result<readonly ReadSheet[], readonly RulebookFault[]>>;

type Faults = readonly RulebookFault[];

const limits: ArchiveLimits = { entries: 200, unpackedBytes: 32 * 1024 * 1024 };

/** 圧縮した日時を書かない（同じ一式を同じバイト列にするため）。zip に書ける最初の日。 */
const NO_TIME = new Date(1980, 0, 1);

export const createRulebookFiles = (readWorkbook: WorkbookReader): RulebookFilePort => ({
  async read(sent) {
    const books = sent.filter(isWorkbook);
    const opened = openOne(sent.filter((file) => !isWorkbook(file)));
    if (!opened.ok) return opened;
    const split = await splitGivenFiles(opened.value);
    const faults: RulebookFault[] = split.ok ? [] : [...split.error];
    const merged = mergeable(split.ok ? split.value : null);
    for (const book of books) faults.push(...(await readBook(book, readWorkbook, merged)));
    const { edition, tables, notes, sheets } = merged;
    return faults.length > 0 ? refuse(faults) : ok({ files: { edition, tables }, notes, sheets });
  },
  pack: (files) =>
    zipSync(Object.fromEntries([...files].map(([name, content]) => [name, strToU8(content)])), {
      mtime: NO_TIME,
    }),
});

const isWorkbook = ({ name, bytes }: SentFile): boolean => /\.xlsx$/iu.test(name) && isArchive(bytes);

/** zip は、ただ一つだけを送れる。 */
function openOne(sent: readonly SentFile[]): Result<readonly SentFile[], Faults> {
  const archive = sent.find(({ bytes }) => isArchive(bytes));
  if (archive === undefined) return ok(sent);
  const fault = (message: string, file = archive.name) => refuse([{ file, line: 1, message }]);
  if (sent.length > 1) return fault("zip は、ほかのファイルと一緒に送れません。一つだけ選んでください");
  const opened = openArchive(archive.bytes, limits);
  if (!opened.ok) return fault(opened.error);
  const nested = opened.value.find(({ bytes }) => isArchive(bytes));
  if (nested !== undefined)
    return fault("zip の中の zip と XLSX は読みません。取り出して、そのまま送ってください", nested.name);
  return ok(opened.value.map(({ name, bytes }) => ({ name: name.slice(name.lastIndexOf("/") + 1), bytes })));
}

type Merged = {
  readonly edition: string | null;
  readonly tables: Record<string, RecordFile>;
  readonly notes: string[];
  readonly sheets: Record<string, SheetOrigin>;
};

const mergeable = (split: ReadFiles | null): Merged => ({
  edition: split?.files.edition ?? null,
  tables: { ...split?.files.tables },
  notes: [...(split?.notes ?? [])],
  sheets: {},
});

/** 一つのブックの表を merged に足す。 */
async function readBook(
  { name, bytes }: SentFile,
  readWorkbook: WorkbookReader,
  merged: Merged,
): Promise<Faults> {
  const opened = openArchive(bytes, limits);
  if (!opened.ok) return [{ file: name, line: 1, message: opened.error }];
  const read = await readWorkbook(name, new Map(opened.value.map((part) => [part.name, part.bytes])));
  if (!read.ok) return read.error;
  const faults: RulebookFault[] = [];
  if (read.value.length === 0) faults.push({ file: name, line: 1, message: "値のあるシートがありません" });
  for (const sheet of read.value) {
    const table = readSheetTable(name, sheet);
    faults.push(...table.faults);
    if (table.table === null) continue;
    const { file } = rulebookTables[table.table];
    if (merged.tables[file] !== undefined)
      faults.push({ file: table.origin.file, line: 1, message: "同じ表が二つ送られています" });
    merged.tables[file] = table.records;
    merged.sheets[file] = table.origin;
    merged.notes.push(...table.notes);
  }
  return faults;
}
