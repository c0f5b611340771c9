/** 名前の付いたファイルの一式（フォルダー、又は画面から届いたもの）を、欄に分ける。 */
import { setImmediate } from "node:timers/promises";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { withAddedColumns } from "#app/domain/rulebook/added-columns.ts";
import type { GivenFiles } from "#app/domain/rulebook/complete-files.ts";
import type { RulebookFault } from "#app/domain/rulebook/fault.ts";
import { editionFile, type RecordFile, type RulebookFiles } from "#app/domain/rulebook/parse-files.ts";
import { decodeText } from "./decode-text.ts";
import type { ReadFiles, SentFile } from "./rulebook-files-port.ts";
import { splitCsv } from "./split-csv.ts";

/** 欄に分けた一式と、断らないが知らせること（文字コードの読み替え、後から足した欄）。 */
export type SplitRulebook = { readonly files: RulebookFiles; readonly notes: readonly string[] };

/** 一式がそろっているはずのファイルを分ける。edition.json がなければ断る。 */
export async function splitRulebookFiles(
  given: readonly SentFile[],
): Promise<Result<SplitRulebook, readonly RulebookFault[]>> {
  const split = await splitGivenFiles(given);
  const none = { file: editionFile, line: 1, message: "ファイルがありません" };
  if (!split.ok)
    return given.some(({ name }) => name === editionFile) ? split : refuse([none, ...split.error]);
  const { files, notes } = split.value;
  if (files.edition === null) return refuse([none]);
  return ok({ files: { edition: files.edition, tables: files.tables }, notes });
}

/**
 * 一つの表を分けるたびに、待っている人に順番を譲る。
 *
 * @param given ファイル名（フォルダーの付かない名前）と中身
 * @returns 欄に分けたファイル。読めないもの、同じ名前の二つ、知らない種類のファイルは断る
 */
export async function splitGivenFiles(
  given: readonly SentFile[],
): Promise<Result<ReadFiles, readonly RulebookFault[]>> {
  const faults: RulebookFault[] = [];
  const notes: string[] = [];
  const tables: Record<string, RecordFile> = {};
  let edition: GivenFiles["edition"] = null;
  const seen = new Set<string>();
  for (const { name: file, bytes } of given) {
    const fault = (message: string) => void faults.push({ file, line: 1, message });
    if (seen.has(file)) fault("同じ名前のファイルが二つあります");
    seen.add(file);
    const decoded = decodeText(bytes);
    if (!decoded.ok) fault(decoded.error);
    else if (file !== editionFile && !file.endsWith(".csv")) fault("規則集の表にないファイルです");
    else {
      const { text, encoding } = decoded.value;
      if (encoding !== "UTF-8") notes.push(`${file} は ${encoding} として読みました。`);
      if (file === editionFile) edition = text;
      else {
        const split = splitCsv(file, text);
        if (split.ok) {
          const { content, notes: added } = withAddedColumns(file, split.value);
          tables[file] = content;
          notes.push(...added);
        } else faults.push(...split.error);
      }
    }
    await setImmediate();
  }
  return faults.length > 0 ? refuse(faults) : ok({ files: { edition, tables }, notes, sheets: {} });
}
