/**
 * 見本のデータをまとめて入れる口。手続を通らないので、ポータルの画面からは決して呼ばない（npm run seed だけ）。
 * 番号は取引の中で引き、監査には束ごとに一行を残す。
 */
import { getTableColumns, getTableName, type InferInsertModel, max, type Table } from "drizzle-orm";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import type { Database, Transaction } from "../client.ts";
import { listedEquipment, listingFacts, searchGrams } from "../listing-row.ts";
import {
  accounts,
  applicationEvents,
  applicationListings,
  applications,
  applicationSections,
  applicationSectionVersions,
  certifications,
  companies,
  reviewComments,
  staffAssignments,
  submissions,
} from "../schema/index.ts";
import type { ActorStamp, AuditDraft } from "../write-plan.ts";
import { appendAudit } from "./append-audit.ts";
import { drawNumber } from "./draw-number.ts";
import { count } from "./keep-listings.ts";

export type BulkRows = {
  readonly accounts: readonly (typeof accounts.$inferInsert)[];
  readonly assignments: readonly (typeof staffAssignments.$inferInsert)[];
  readonly companies: readonly (typeof companies.$inferInsert)[];
  readonly applications: readonly (typeof applications.$inferInsert)[];
  readonly sections: readonly (typeof applicationSections.$inferInsert)[];
  readonly sectionVersions: readonly (typeof applicationSectionVersions.$inferInsert)[];
  readonly submissions: readonly (typeof submissions.$inferInsert)[];
  readonly events: readonly (typeof applicationEvents.$inferInsert)[];
  readonly comments: readonly (typeof reviewComments.$inferInsert)[];
  readonly certifications: readonly (typeof certifications.$inferInsert)[];
};

export type BulkLoad = {
  readonly actor: ActorStamp;
  readonly at: string;
  readonly requestId: string;
  readonly audit: AuditDraft;
  /** 系列の次の番号を引きながら行を作る。取引の中で呼ばれるので、待たず、短く終える。 */
  readonly rows: (draw: (series: string) => number) => BulkRows;
};

/**
 * 一つの取引で全部入れるか、全く入れない。
 * 利用者・役割・会社は、もうあればそのままにする。
 */
export function bulkLoad(database: Database, load: BulkLoad): void {
  database.transact((tx) => {
    const rows = load.rows((series) => drawNumber(tx, series));
    insertAll(database, accounts, rows.accounts, "keep");
    insertAll(database, staffAssignments, rows.assignments, "keep");
    insertAll(database, companies, rows.companies, "keep");
    insertAll(database, applications, rows.applications, "refuse");
    insertAll(database, applicationSections, rows.sections, "refuse");
    insertAll(database, applicationSectionVersions, rows.sectionVersions, "refuse");
    insertAll(database, submissions, rows.submissions, "refuse");
    insertAll(database, applicationEvents, rows.events, "refuse");
    insertAll(database, reviewComments, rows.comments, "refuse");
    insertAll(database, certifications, rows.certifications, "refuse");
    insertListings(database, tx, rows);
    appendAudit(tx, load, [load.audit]);
  });
}

/** 一覧の行、件数、検索の索引。届いた順に番号が付くように、申請日の順に入れる。 */
function insertListings(database: Database, tx: Transaction, rows: BulkRows): void {
  const answers = new Map(
    rows.submissions
      .toSorted((a, b) => a.sequence - b.sequence)
      .map((row): [string, RawAnswers] => [row.applicationId, row.answers]),
  );
  const comments = Map.groupBy(rows.comments, ({ applicationId }) => applicationId);
  const certified = new Map(rows.certifications.map((row) => [row.applicationId, row]));
  const listed = rows.applications
    .toSorted((a, b) => ((a.filedAt ?? "") < (b.filedAt ?? "") ? -1 : 1))
    .flatMap((application) => {
      const own = answers.get(application.id) ?? {};
      const facts = listingFacts({
        application,
        equipmentTypes: listedEquipment(own),
        comments: comments.get(application.id) ?? [],
        certification: certified.get(application.id),
      });
      return facts === null ? [] : [{ facts, own }];
    });
  const search = database.raw.prepare("insert into application_search (rowid, grams) values (?, ?)");
  let number = lastListingNumber(tx);
  insertAll(
    database,
    applicationListings,
    listed.map(({ facts }, index) => ({ ...facts, number: number + index + 1 })),
    "refuse",
  );
  for (const { facts, own } of listed) {
    number += 1;
    search.run(BigInt(number), searchGrams(facts, own));
    count(tx, facts, 1);
  }
}

const lastListingNumber = (tx: Transaction): number =>
  tx
    .select({ last: max(applicationListings.number) })
    .from(applicationListings)
    .get()?.last ?? 0;

/** 一行ずつ同じ文で入れる。束ねた文を毎回組み立てるより数倍速い。 */
function insertAll<T extends Table>(
  database: Database,
  table: T,
  rows: readonly InferInsertModel<T>[],
  existing: "keep" | "refuse",
): void {
  if (rows.length === 0) return;
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  const values = columns.map(() => "?").join(", ");
  const keep = existing === "keep" ? " on conflict do nothing" : "";
  const insert = database.raw.prepare(
    `insert into "${getTableName(table)}" (${names}) values (${values})${keep}`,
  );
  for (const row of rows as readonly Readonly<Record<string, unknown>>[])
    insert.run(
      columns.map(([key, column]) => {
        const value = row[key];
        return value === undefined || value === null ? null : column.mapToDriverValue(value);
      }),
    );
}
