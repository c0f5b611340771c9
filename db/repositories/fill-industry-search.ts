/**
 * 業種の読みと呼び名の表ができる前に入れた版に、その二つの表を補う。起動の時に一度見る。
 * 検索だけに使い、提出先も点検も変えないので、公布済みの版にも入れる。ほかの行は、番人（trigger）が守るまま変わらない。
 */
import { sql } from "drizzle-orm";
import { keyOfRow } from "#app/domain/rulebook/row-cells.ts";
import type { RulebookTableRows } from "#app/domain/rulebook/tables.ts";
import type { Connection, Database, Transaction } from "../client.ts";
import { rulebookEditions, rulebookFacts } from "../schema/index.ts";
import type { ActorStamp } from "../write-plan.ts";
import { appendAudit } from "./append-audit.ts";
import { factValues } from "./write-edition-rows.ts";

type SearchTable = "industryReadings" | "industryWords";
const searchTables: readonly SearchTable[] = ["industryReadings", "industryWords"];

/** @returns 読みも呼び名も一行もない版の id */
export const editionsWithoutSearch = (reader: Connection | Transaction): readonly string[] =>
  reader
    .all<{ readonly id: string }>(
      sql`select id from ${rulebookEditions} where not exists (
            select 1 from ${rulebookFacts}
            where edition_id = ${rulebookEditions.id} and table_name in ${searchTables})`,
    )
    .map(({ id }) => id);

/**
 * @param given.tables 補う行。その版の分類にない業種を指す呼び名は入れない
 * @returns 補った版の id
 */
export function fillIndustrySearch(
  database: Database,
  given: {
    readonly tables: Pick<RulebookTableRows, SearchTable>;
    readonly actor: ActorStamp;
    readonly at: string;
    readonly requestId: string;
  },
): readonly string[] {
  return database.transact((tx) => {
    const missing = editionsWithoutSearch(tx);
    if (missing.length === 0) return missing;
    const guard = publishedGuard(tx);
    tx.run(sql.raw(`drop trigger ${guard.name}`));
    for (const editionId of missing) {
      const facts = searchFacts(tx, editionId, given.tables);
      for (let start = 0; start < facts.length; start += 500)
        tx.insert(rulebookFacts)
          .values(facts.slice(start, start + 500))
          .run();
      appendAudit(tx, given, [
        {
          action: "rulebook.fillSearch",
          subjectKind: "rulebookEdition",
          subjectId: editionId,
          details: { facts: facts.length },
        },
      ]);
    }
    tx.run(sql.raw(guard.sql));
    return missing;
  });
}

/** 公布済みの版への追加を断る番人。同じ取引の中で外し、元のとおりに戻す。 */
function publishedGuard(tx: Transaction): { readonly name: string; readonly sql: string } {
  const name = "rulebook_facts_published_no_insert";
  const found = tx.get<{ readonly sql: string } | undefined>(
    sql`select sql from sqlite_master where type = 'trigger' and name = ${name}`,
  );
  if (found === undefined) throw new Error(`番人 ${name} がありません。`);
  return { name, sql: found.sql };
}

function searchFacts(tx: Transaction, editionId: string, tables: Pick<RulebookTableRows, SearchTable>) {
  const codes = new Set(
    tx
      .all<{ readonly revision: string; readonly key: string }>(
        sql`select substr(table_name, -2) as revision, key from ${rulebookFacts}
            where edition_id = ${editionId} and table_name in ('industries13', 'industries14')`,
      )
      .map(({ revision, key }) => `${revision}/${key}`),
  );
  const known = ({ revision, codes: wanted }: RulebookTableRows["industryWords"][number]): boolean =>
    (revision === null ? [13, 14] : [revision]).every((one) =>
      wanted.every((code) => codes.has(`${one}/${code}`)),
    );
  return [
    ...tables.industryReadings.map((row, position) => factOf(editionId, "industryReadings", row, position)),
    ...tables.industryWords
      .filter(known)
      .map((row, position) => factOf(editionId, "industryWords", row, position)),
  ];
}

const factOf = <T extends SearchTable>(
  editionId: string,
  table: T,
  row: RulebookTableRows[T][number],
  position: number,
) => ({
  editionId,
  ...factValues(table, { factId: `${table}/${keyOfRow(table, row)}`, version: 0, row }, position),
});
