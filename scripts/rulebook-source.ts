/** 規則集の命令が読む物: フォルダー、又はデータベースの版。 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { faultLine } from "#app/import-rulebook-folder.server.ts";
import { loadRulebookFolder } from "#app/adapters/rulebook-files/read-rulebook-folder.server.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { tablesOf } from "#app/domain/rulebook/stored-edition.ts";
import type { RulebookTableRows } from "#app/domain/rulebook/tables.ts";
import { editionInForce } from "#db/queries/load-rulebook.ts";
import { storedEdition } from "#db/queries/stored-editions.ts";
import type { Services } from "#app/services.server.ts";
import { CommandRefusal, warn } from "./command.ts";

export type SourceEdition = {
  readonly label: string;
  readonly effectiveFrom: string;
  readonly tables: RulebookTableRows;
};

/** @param given edition.json のあるフォルダー、版の id、又は「今日の版」を指す current */
export async function readSource(services: Services, given: string): Promise<SourceEdition> {
  if (existsSync(join(given, "edition.json"))) return readFolder(given);
  const { database, clock } = services;
  const id = given === "current" ? editionInForce(database, tokyoDay(clock.now())) : given;
  const stored = id === null ? undefined : storedEdition(database, id);
  if (stored === undefined)
    throw new CommandRefusal(`「${given}」は、規則集のフォルダーでも、版の id でもありません。`);
  return { ...stored, tables: tablesOf(stored) };
}

export async function readFolder(folder: string): Promise<SourceEdition> {
  const read = await loadRulebookFolder(folder);
  if (!read.ok)
    throw new CommandRefusal(["規則集に誤りがあります。", ...read.error.map(faultLine)].join("\n"));
  for (const note of read.value.notes) warn(note);
  const { edition, tables } = read.value.parsed;
  return { label: edition.label, effectiveFrom: edition.effectiveFrom, tables };
}
