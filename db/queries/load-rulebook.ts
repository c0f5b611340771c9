/** 版を読み出して検索用の形にする。公布した版は変わらないので、一度読んだら覚えておく。 */
import { and, desc, eq, lte, sql } from "drizzle-orm";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { compileStored } from "#app/domain/rulebook/stored-edition.ts";
import type { Connection, Database } from "../client.ts";
import { rulebookEditions } from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";
import { storedEdition } from "./stored-editions.ts";

export type LoadedRulebook = { readonly editionId: string; readonly rulebook: Rulebook };

/** 規則集の書庫。 */
export type RulebookLibrary = {
  /** その日に効いている公布済みの版。無ければ null。 */
  on(date: string): LoadedRulebook | null;
  /** id で指した公布済みの版（提出に留めた版）。 */
  edition(id: string): LoadedRulebook;
  /** よそで組み立てた公布済みの版を覚える。公布の後に読む人を、組み立ての間待たせない。 */
  keep(editionId: string, rulebook: Rulebook): void;
};

export function createRulebookLibrary(database: Database): RulebookLibrary {
  const loaded = new Map<string, LoadedRulebook>();
  const load = (id: string): LoadedRulebook => {
    const known = loaded.get(id);
    if (known !== undefined) return known;
    const fresh = { editionId: id, rulebook: readEdition(database, id) };
    loaded.set(id, fresh);
    return fresh;
  };
  return {
    on(date) {
      const id = editionInForce(database, date);
      return id === null ? null : load(id);
    },
    edition: load,
    keep(editionId, rulebook) {
      if (!loaded.has(editionId)) loaded.set(editionId, { editionId, rulebook });
    },
  };
}

const inForce = preparedOnce((reader: Connection) =>
  reader
    .select({ id: rulebookEditions.id })
    .from(rulebookEditions)
    .where(
      and(
        eq(rulebookEditions.status, "published"),
        lte(rulebookEditions.effectiveFrom, sql.placeholder("date")),
      ),
    )
    .orderBy(desc(rulebookEditions.effectiveFrom), desc(rulebookEditions.publishedAt))
    .limit(1)
    .prepare(),
);

/** その日に効いている公布済みの版の id。施行日の新しいもの、同じなら後に公布したもの。 */
export function editionInForce(database: Database, date: string): string | null {
  return inForce(database.reader).get({ date })?.id ?? null;
}

function readEdition(database: Database, id: string): Rulebook {
  const stored = storedEdition(database, id);
  if (stored === undefined) throw new Error(`規則集の版 ${id} がありません。`);
  const compiled = compileStored(stored);
  if (!compiled.ok)
    throw new Error(
      `規則集の版 ${id} が壊れています: ${compiled.error.map((fault) => fault.message).join(" / ")}`,
    );
  return compiled.value;
}
