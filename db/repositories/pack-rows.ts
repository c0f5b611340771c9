/** まとめて入れる行を、SQLite に渡す値に直しておく。重い仕事なので、別の糸で行える純粋な関数にしてある。 */
import { getTableColumns, getTableName, type Table } from "drizzle-orm";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import {
  listedEquipment,
  listingClock,
  type ListingFacts,
  listingFacts,
  searchGrams,
} from "../listing-row.ts";
import { reportDueRow } from "../report-due-row.ts";
import {
  accounts,
  applicationEvents,
  applicationListings,
  applications,
  applicationSections,
  applicationSectionVersions,
  certificateEditions,
  certificateRevocations,
  certifications,
  companies,
  declineNotices,
  issuedDocuments,
  planEvents,
  plans,
  planVersions,
  reportDues,
  reviewComments,
  staffAssignments,
  submissionFacts,
  submissions,
} from "../schema/index.ts";

/** 親の行が先になる順。 */
const loaded = {
  accounts,
  assignments: staffAssignments,
  companies,
  applications,
  sections: applicationSections,
  sectionVersions: applicationSectionVersions,
  submissions,
  submissionFacts,
  events: applicationEvents,
  comments: reviewComments,
  certifications,
  certificateEditions,
  certificateRevocations,
  issuedDocuments,
  plans,
  planVersions,
  planEvents,
  declineNotices,
} as const;
type Loaded = typeof loaded;

/** 引継ぎだけが入れる表。 */
type HandedOver = "certificateRevocations" | "issuedDocuments";

type RowsOf<N extends keyof Loaded> = readonly Loaded[N]["$inferInsert"][];
export type BulkRows = { readonly [N in Exclude<keyof Loaded, HandedOver>]: RowsOf<N> } & {
  readonly [N in HandedOver]?: RowsOf<N>;
};

/** もうあればそのままにする表。 */
const kept: readonly (keyof Loaded)[] = ["accounts", "assignments", "companies"];

type StoredColumn = { readonly name: string; mapToDriverValue(value: unknown): unknown };
type Value = string | number | null;

export type PackedRows = {
  readonly tables: readonly { readonly insert: string; readonly rows: readonly (readonly Value[])[] }[];
  /** 届いた順。番号は入れるときに付ける。 */
  readonly listings: readonly { readonly values: readonly Value[]; readonly grams: string }[];
  readonly counts: readonly {
    readonly officeCode: string;
    readonly status: ListingFacts["status"];
    readonly total: number;
  }[];
};

const insertInto = (table: Table, columns: readonly string[], ending = ""): string =>
  `insert into "${getTableName(table)}" (${columns.map((name) => `"${name}"`).join(", ")}) values (${columns.map(() => "?").join(", ")})${ending}`;

const { number: _number, ...listingColumns } = getTableColumns(applicationListings);

/** 一覧の行を入れる文。番号が初めの値。 */
export const listingInsert = insertInto(applicationListings, [
  "number",
  ...Object.values(listingColumns).map(({ name }) => name),
]);

/** @param holidays 提出に留めた版の休日の日付 */
export function packRows(rows: BulkRows, holidays: ReadonlySet<CivilDate>): PackedRows {
  const written = new Map<unknown, string>();
  const names = Object.keys(loaded) as (keyof Loaded)[];
  const tables = names.map((name) => {
    const columns: Readonly<Record<string, StoredColumn>> = getTableColumns<Table>(loaded[name]);
    const ending = kept.includes(name) ? " on conflict do nothing" : "";
    return {
      insert: insertInto(
        loaded[name],
        Object.values(columns).map((column) => column.name),
        ending,
      ),
      rows: (rows[name] ?? []).map((row) => valuesOf(columns, row, written)),
    };
  });
  return { tables: [...tables, packDues(rows)], ...packListings(rows, written, holidays) };
}

/** @param written 書いた JSON。同じ答えは、区画・版・提出の三か所に入る */
function valuesOf(
  columns: Readonly<Record<string, Pick<StoredColumn, "mapToDriverValue">>>,
  row: object,
  written: Map<unknown, string>,
): readonly Value[] {
  const given = row as Readonly<Record<string, unknown>>;
  return Object.entries(columns).map(([key, column]) => {
    const value = given[key];
    if (typeof value !== "object" && typeof value !== "boolean") return (value ?? null) as Value;
    if (value === null) return null;
    const known = written.get(value);
    if (known !== undefined) return known;
    const mapped = column.mapToDriverValue(value) as Value;
    if (typeof mapped === "string") written.set(value, mapped);
    return mapped;
  });
}

/** 次に待つ実施状況報告の行。 */
function packDues({ plans: made, submissions: filings }: BulkRows): PackedRows["tables"][number] {
  const columns: Readonly<Record<string, StoredColumn>> = getTableColumns<Table>(reportDues);
  const answers = new Map(
    filings.toSorted((a, b) => a.sequence - b.sequence).map((row) => [row.applicationId, row.answers]),
  );
  return {
    insert: insertInto(
      reportDues,
      Object.values(columns).map(({ name }) => name),
    ),
    // 初めに認定された計画の id は、申請の id と同じ。
    rows: made.map((plan) =>
      valuesOf(columns, reportDueRow(plan, answers.get(plan.id) ?? {}, new Set()), new Map()),
    ),
  };
}

/** 一覧の行、件数、検索の語。申請日の順。 */
function packListings(
  rows: BulkRows,
  written: Map<unknown, string>,
  holidays: ReadonlySet<CivilDate>,
): Pick<PackedRows, "listings" | "counts"> {
  const filings = new Map(
    rows.submissions.toSorted((a, b) => a.sequence - b.sequence).map((row) => [row.applicationId, row]),
  );
  const events = Map.groupBy(rows.events, ({ applicationId }) => applicationId);
  const comments = Map.groupBy(rows.comments, ({ applicationId }) => applicationId);
  const certified = new Map(rows.certifications.map((row) => [row.applicationId, row]));
  const listed = rows.applications
    .toSorted((a, b) => ((a.filedAt ?? "") < (b.filedAt ?? "") ? -1 : 1))
    .flatMap((application) => {
      const filing = filings.get(application.id);
      if (filing === undefined) return [];
      const own: RawAnswers = filing.answers;
      const facts = listingFacts({
        application,
        equipmentTypes: listedEquipment(own),
        comments: comments.get(application.id) ?? [],
        certification: certified.get(application.id),
        openConsultations: 0,
        clock: listingClock(application, {
          routing: filing.routing,
          events: events.get(application.id) ?? [],
          holidays,
        }),
      });
      return facts === null ? [] : [{ facts, own }];
    });
  const counted = Map.groupBy(listed, ({ facts }) => `${facts.officeCode}\n${facts.status}`);
  return {
    listings: listed.map(({ facts, own }) => ({
      values: valuesOf(listingColumns, facts, written),
      grams: searchGrams(facts, own),
    })),
    counts: [...counted.values()].flatMap((same) =>
      same
        .slice(0, 1)
        .map(({ facts: { officeCode, status } }) => ({ officeCode, status, total: same.length })),
    ),
  };
}
