/** 版を、中身ごと一つの値に読み出す。組み立ては app/domain/rulebook/stored-edition が行う。 */
import { setImmediate } from "node:timers/promises";
import { and, asc, eq, gt, ne, sql } from "drizzle-orm";
import type { StoredEdition } from "#app/domain/rulebook/stored-edition.ts";
import { tableNames } from "#app/domain/rulebook/tables.ts";
import type { Database } from "../client.ts";
import { rulebookEditions } from "../schema/index.ts";

/** @returns 版。無ければ undefined */
export function storedEdition(database: Database, id: string): StoredEdition | undefined {
  const header = headerOf(database, id);
  if (header === undefined) return undefined;
  const { facts } = database.reader.get<{ facts: string }>(sql`
    select json_group_array(json_array(table_name, json(body), certainty, source)) as facts
    from (select table_name, body, certainty, source from rulebook_facts
          where edition_id = ${id} order by table_name, position)`);
  return { id, label: header.label, effectiveFrom: header.effectiveFrom, facts };
}

/** 読む間に書かれたら、読み直す。 */
const ATTEMPTS = 5;

/**
 * 同じ物を、一つの表を読むたびに待っている人に順番を譲りながら読む。公布や点検が、読む人を待たせない。
 * 読む間に編集中の版が動けば読み直し、動き続ければ一度に読む。
 */
export async function readStoredEdition(database: Database, id: string): Promise<StoredEdition | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const header = headerOf(database, id);
    if (header === undefined) return undefined;
    const parts: string[] = [];
    for (const table of tableNames) {
      const { facts } = database.reader.get<{ facts: string }>(sql`
        select json_group_array(json_array(table_name, json(body), certainty, source)) as facts
        from (select table_name, body, certainty, source from rulebook_facts
              where edition_id = ${id} and table_name = ${table} order by position)`);
      if (facts !== "[]") parts.push(facts.slice(1, -1));
      await setImmediate();
    }
    const { label, effectiveFrom, revision } = header;
    if (headerOf(database, id)?.revision === revision)
      return { id, label, effectiveFrom, facts: `[${parts.join(",")}]` };
  }
  return storedEdition(database, id);
}

/** その日より後に施行される公布済みの版。施行日の順。 */
export async function editionsAfter(
  database: Database,
  date: string,
  except: string,
): Promise<readonly StoredEdition[]> {
  const rows = database.reader
    .select({ id: rulebookEditions.id })
    .from(rulebookEditions)
    .where(
      and(
        eq(rulebookEditions.status, "published"),
        gt(rulebookEditions.effectiveFrom, date),
        ne(rulebookEditions.id, except),
      ),
    )
    .orderBy(asc(rulebookEditions.effectiveFrom))
    .all();
  const editions: StoredEdition[] = [];
  for (const { id } of rows) {
    const edition = await readStoredEdition(database, id);
    if (edition !== undefined) editions.push(edition);
  }
  return editions;
}

const headerOf = (database: Database, id: string) =>
  database.reader.select().from(rulebookEditions).where(eq(rulebookEditions.id, id)).get();
