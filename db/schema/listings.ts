import type { Status } from "#app/domain/workflow/statuses.ts";
import { accounts } from "./accounts.ts";
import { applications } from "./applications.ts";
import {
  civilDate,
  count,
  identifier,
  index,
  instant,
  primaryKey,
  sequence,
  table,
  uniqueIndex,
  words,
} from "./columns.ts";

/**
 * 審査の一覧の一行。局の目に触れる申請だけがあり、申請の行・提出・差戻しから作って、同じ取引で書き直す。
 * 並べ替えの列は、境目で比べられるように null を持たない（無い値は空文字）。
 */
export const applicationListings = table(
  "application_listings",
  {
    /** 届いた順。全文検索の索引の番号でもある。 */
    number: sequence("number"),
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    version: count("version").notNull(),
    status: words("status").$type<Exclude<Status, "draft">>().notNull(),
    kind: words("kind").$type<"new" | "change">().notNull(),
    officeCode: identifier("office_code").notNull(),
    ministry: words("ministry").notNull(),
    companyKey: identifier("company_key").notNull(),
    companyName: words("company_name").notNull(),
    /** 事業者名の並べ替えに使う、畳んだ名前。 */
    companyOrder: words("company_order").notNull(),
    receiptNumber: words("receipt_number").notNull(),
    documentNumber: words("document_number").notNull(),
    editionId: identifier("edition_id").notNull(),
    industryCode: words("industry_code").notNull(),
    guidelineId: identifier("guideline_id").notNull(),
    prefecture: words("prefecture").notNull(),
    filedOn: civilDate("filed_on").notNull(),
    acceptedOn: civilDate("accepted_on").notNull(),
    /** 経過日数を数え始める日。受理日、まだなら申請日。 */
    startedOn: civilDate("started_on").notNull(),
    /** 処理の目安の日。無ければ 9999-12-31（並べると最も後）。空文字の行は、起動のときに数え直す。 */
    dueOn: civilDate("due_on").notNull().default(""),
    /** 差戻し又は中断で止まり始めた日。動いていれば空文字。 */
    stoppedOn: civilDate("stopped_on").notNull().default(""),
    /** 受理の後に止まっていた業務日の数。 */
    stoppedDays: count("stopped_days").notNull().default(0),
    certifiedOn: civilDate("certified_on").notNull(),
    assigneeId: identifier("assignee_id").notNull(),
    proposal: words("proposal").$type<"" | "certify" | "decline">().notNull(),
    /** 「 A B 」のように、空白で挟んだ設備等の類型。 */
    equipmentTypes: words("equipment_types").notNull(),
    /** 「 wrong missing 」のように、空白で挟んだ差戻しの理由。 */
    returnKinds: words("return_kinds").notNull(),
    /** 差し戻した回数。 */
    returns: count("returns").notNull(),
    /** ほかの局の同意又は意見を待っている求めの数。 */
    openConsultations: count("open_consultations").notNull().default(0),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("application_listings_application").on(t.applicationId),
    index("application_listings_office").on(t.officeCode),
    index("application_listings_office_status").on(t.officeCode, t.status),
    // 見出しの数は、どの画面でも数える。行を読まずに、この索引だけで数える。
    index("application_listings_waiting").on(
      t.officeCode,
      t.status,
      t.returns,
      t.proposal,
      t.assigneeId,
      t.applicationId,
    ),
    index("application_listings_office_company").on(t.officeCode, t.companyOrder),
    index("application_listings_office_started").on(t.officeCode, t.startedOn),
    index("application_listings_office_due").on(t.officeCode, t.dueOn),
    index("application_listings_office_updated").on(t.officeCode, t.updatedAt),
    index("application_listings_office_assignee").on(t.officeCode, t.assigneeId),
    index("application_listings_status").on(t.status),
    index("application_listings_company").on(t.companyOrder),
    index("application_listings_company_key").on(t.companyKey),
    index("application_listings_started").on(t.startedOn),
    index("application_listings_due").on(t.dueOn),
    index("application_listings_updated").on(t.updatedAt),
    index("application_listings_guideline").on(t.guidelineId),
    index("application_listings_industry").on(t.industryCode),
    index("application_listings_prefecture").on(t.prefecture),
  ],
);

/** 局と状態ごとの件数。一覧の行と同じ取引で増やし、減らす。 */
export const listingCounts = table(
  "listing_counts",
  {
    officeCode: identifier("office_code").notNull(),
    status: words("status").$type<Exclude<Status, "draft">>().notNull(),
    total: count("total").notNull(),
  },
  (t) => [primaryKey({ columns: [t.officeCode, t.status] })],
);

/** 保存した一覧の見方。条件は一覧の URL の問合せの形で持つ。 */
export const savedViews = table(
  "saved_views",
  {
    id: identifier("id").primaryKey(),
    name: words("name").notNull(),
    /** mine: 自分だけ。office: 局の人。standard: 全部の局の人。 */
    scope: words("scope").$type<"mine" | "office" | "standard">().notNull(),
    ownerId: identifier("owner_id")
      .notNull()
      .references(() => accounts.id),
    ownerName: words("owner_name").notNull(),
    /** scope が office のときの局。ほかは空文字。 */
    officeCode: identifier("office_code").notNull(),
    query: words("query").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("saved_views_owner").on(t.ownerId), index("saved_views_scope").on(t.scope, t.officeCode)],
);

/** 初めに開く見方。一人に一つ。 */
export const pinnedViews = table("pinned_views", {
  accountId: identifier("account_id")
    .primaryKey()
    .references(() => accounts.id),
  viewId: identifier("view_id")
    .notNull()
    .references(() => savedViews.id),
  createdAt: instant("created_at").notNull(),
});

/** 一覧の書出し。行数の多い書出しは、働き手が作ってファイルに残す。 */
export const listExports = table(
  "list_exports",
  {
    id: identifier("id").primaryKey(),
    accountId: identifier("account_id")
      .notNull()
      .references(() => accounts.id),
    format: words("format").$type<"csv" | "xlsx">().notNull(),
    query: words("query").notNull(),
    state: words("state").$type<"waiting" | "running" | "done" | "failed">().notNull(),
    /** 書き終えた行数と、全部の行数。 */
    written: count("written").notNull(),
    total: count("total").notNull(),
    size: count("size").notNull(),
    createdAt: instant("created_at").notNull(),
    doneAt: instant("done_at"),
  },
  (t) => [index("list_exports_account").on(t.accountId, t.createdAt)],
);
