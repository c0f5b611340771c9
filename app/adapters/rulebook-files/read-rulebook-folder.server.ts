/** 規則集のフォルダー（db/rulebook）を読む。中身の検査は domain/rulebook/parse-files が行う。 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { RulebookFault } from "#app/domain/rulebook/fault.ts";
import {
  editionFile,
  parseRulebookFiles,
  type ParsedRulebook,
  type RulebookFiles,
} from "#app/domain/rulebook/parse-files.ts";
import { compileRulebook, type Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { type SplitRulebook, splitRulebookFiles } from "./split-rulebook-files.server.ts";

/** フォルダーの edition.json と全 CSV を、欄に分けて読む。 */
export async function readRulebookFolder(
  folder: string,
): Promise<Result<SplitRulebook, readonly RulebookFault[]>> {
  const names = await listFiles(folder);
  if (names === undefined) {
    return refuse([{ file: editionFile, line: 1, message: "規則集のフォルダーがありません" }]);
  }
  const bytes = await Promise.all(names.map((name) => readFile(path.join(folder, name))));
  return splitRulebookFiles(names.map((name, at) => ({ name, bytes: bytes[at] ?? new Uint8Array() })));
}

/** フォルダーを読み、検査し、規則集に組み立てるまで。 */
export async function loadRulebookFolder(folder: string): Promise<
  Result<
    {
      readonly files: RulebookFiles;
      readonly parsed: ParsedRulebook;
      readonly rulebook: Rulebook;
      /** 断らないが、知らせること（文字コードの読み替え）。 */
      readonly notes: readonly string[];
    },
    readonly RulebookFault[]
  >
> {
  const read = await readRulebookFolder(folder);
  if (!read.ok) return read;
  const { files, notes } = read.value;
  const parsed = parseRulebookFiles(files);
  if (!parsed.ok) return parsed;
  const rulebook = compileRulebook(parsed.value.edition, parsed.value.tables);
  if (!rulebook.ok) return rulebook;
  return ok({ files, parsed: parsed.value, rulebook: rulebook.value, notes });
}

async function listFiles(folder: string): Promise<readonly string[] | undefined> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name === editionFile || name.endsWith(".csv")).sort();
  } catch {
    return undefined;
  }
}
