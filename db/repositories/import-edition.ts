/** 検査の済んだ規則集の一式を、最初の公布済みの版として入れる。全部入るか、全く入らない。 */
import { eq } from "drizzle-orm";
import type { Edition } from "#app/domain/rulebook/edition.ts";
import { keyOfRow } from "#app/domain/rulebook/row-cells.ts";
import { type RulebookTableRows, type TableName, tableNames } from "#app/domain/rulebook/tables.ts";
import type { Database } from "../client.ts";
import { rulebookEditions, rulebookFacts } from "../schema/index.ts";
import type { ActorStamp } from "../write-plan.ts";
import { appendAudit } from "./append-audit.ts";
import { factValues } from "./write-edition-rows.ts";

export type EditionImport = {
  readonly editionId: string;
  readonly edition: Edition;
  readonly tables: RulebookTableRows;
  /** 元のファイル一式のハッシュ。 */
  readonly sourceHash: string;
  readonly actor: ActorStamp;
  readonly at: string;
  readonly requestId: string;
};

/**
 * 二つ目からの版は、編集中の版にして、別の人が公布する。ここを通れば一人で公布できてしまうので断る。
 *
 * @returns imported: 入れた。present: 同じ一式がもう入っている。occupied: ほかの版がもう公布してある（その版の id）
 */
export function importEdition(
  database: Database,
  input: EditionImport,
): { readonly kind: "imported" | "present" | "occupied"; readonly editionId: string } {
  return database.transact((tx) => {
    const present = tx
      .select({ id: rulebookEditions.id })
      .from(rulebookEditions)
      .where(eq(rulebookEditions.sourceHash, input.sourceHash))
      .get();
    if (present !== undefined) return { kind: "present", editionId: present.id };
    const published = tx
      .select({ id: rulebookEditions.id })
      .from(rulebookEditions)
      .where(eq(rulebookEditions.status, "published"))
      .get();
    if (published !== undefined) return { kind: "occupied", editionId: published.id };
    tx.insert(rulebookEditions)
      .values({
        id: input.editionId,
        label: input.edition.label,
        status: "draft",
        effectiveFrom: input.edition.effectiveFrom,
        sourceHash: input.sourceHash,
        createdAt: input.at,
      })
      .run();
    const facts = tableNames.flatMap((table) => factsOf(table, input));
    for (let start = 0; start < facts.length; start += 500)
      tx.insert(rulebookFacts)
        .values(facts.slice(start, start + 500))
        .run();
    tx.update(rulebookEditions)
      .set({ status: "published", publishedAt: input.at, publishedBy: input.actor.id })
      .where(eq(rulebookEditions.id, input.editionId))
      .run();
    appendAudit(tx, input, [
      {
        action: "rulebook.publish",
        subjectKind: "rulebookEdition",
        subjectId: input.editionId,
        details: { label: input.edition.label, sourceHash: input.sourceHash, facts: facts.length },
      },
    ]);
    return { kind: "imported", editionId: input.editionId };
  });
}

/** 行の番号は表と鍵から作る。同じ一式からは同じ番号になる。 */
const factsOf = <T extends TableName>(table: T, { editionId, tables }: EditionImport) =>
  tables[table].map((row, position) => {
    const factId = `${table}/${keyOfRow(table, row)}`;
    return { editionId, ...factValues(table, { factId, version: 0, row }, position) };
  });
