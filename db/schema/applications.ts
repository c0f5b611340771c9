import { sql } from "drizzle-orm";
import type { PlanDocument } from "#app/domain/plan/document.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import type { RawSection } from "#app/domain/plan/field.ts";
import type { Routing } from "#app/domain/plan/plan-routing.ts";
import type { Proposal, ReviewPause } from "#app/domain/workflow/state.ts";
import type { ReturnReasonCode } from "#app/domain/workflow/return-reasons.ts";
import type { Status } from "#app/domain/workflow/statuses.ts";
import { companies } from "./accounts.ts";
import { rulebookEditions } from "./rulebook.ts";
import {
  civilDate,
  count,
  identifier,
  index,
  instant,
  json,
  primaryKey,
  table,
  uniqueIndex,
  words,
} from "./columns.ts";

/** 認定をまだ決めていない変更認定申請。索引の条件と一字も違わないよう、問合せもこれを使う。 */
export const openChange = sql`kind = 'change' and status not in ('certified', 'declined', 'withdrawn')`;

/** 認定申請。いまの状態だけを持つ。ここまでの道のりは application_events にある。 */
export const applications = table(
  "applications",
  {
    id: identifier("id").primaryKey(),
    companyKey: identifier("company_key")
      .notNull()
      .references(() => companies.key),
    kind: words("kind").$type<"new" | "change">().notNull(),
    status: words("status").$type<Status>().notNull(),
    /** 比較交換の版。書き込むたびに一つ増える。 */
    version: count("version").notNull(),
    companyName: words("company_name").notNull(),
    receiptNumber: words("receipt_number"),
    officeCode: identifier("office_code"),
    ministry: words("ministry"),
    industryCode: words("industry_code"),
    guidelineId: identifier("guideline_id"),
    prefecture: words("prefecture"),
    editionId: identifier("edition_id"),
    submissionSequence: count("submission_sequence").notNull(),
    filedAt: instant("filed_at"),
    acceptedOn: civilDate("accepted_on"),
    assigneeId: identifier("assignee_id"),
    proposal: json<Proposal>("proposal"),
    /** 審査の中断。中断していなければ null。 */
    pause: json<ReviewPause>("pause"),
    /** 変える計画。新規の申請と、紙で受けた認定を初めて変える申請では null。 */
    planId: identifier("plan_id"),
    /** 変える元にした、計画の版。 */
    baseVersion: count("base_version"),
    /** 変える元の文書番号。新規の申請では null。 */
    baseNumber: words("base_number"),
    createdBy: identifier("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    index("applications_company").on(t.companyKey, t.updatedAt),
    index("applications_office").on(t.officeCode, t.filedAt, t.id),
    index("applications_office_status").on(t.officeCode, t.status, t.filedAt, t.id),
    uniqueIndex("applications_receipt_number").on(t.receiptNumber),
    // 一つの計画の変更認定申請は、一度に一つ。
    uniqueIndex("applications_open_change_plan").on(t.planId).where(openChange),
    uniqueIndex("applications_open_change_number").on(t.companyKey, t.baseNumber).where(openChange),
  ],
);

/** 下書きの区画。打たれた文字をそのまま持つ。 */
export const applicationSections = table(
  "application_sections",
  {
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    section: words("section").notNull(),
    answers: json<RawSection>("answers").notNull(),
    version: count("version").notNull(),
    updatedBy: identifier("updated_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.section] })],
);

/** 提出。提出時の答え・様式の版・版の指針・見出しと値の木を凍結して持つ。変更も削除もできない。 */
export const submissions = table(
  "submissions",
  {
    id: identifier("id").primaryKey(),
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    sequence: count("sequence").notNull(),
    receiptNumber: words("receipt_number").notNull(),
    editionId: identifier("edition_id")
      .notNull()
      .references(() => rulebookEditions.id),
    answers: json<Record<string, RawSection>>("answers").notNull(),
    document: json<PlanDocument>("document").notNull(),
    findings: json<readonly Finding[]>("findings").notNull(),
    routing: json<Routing>("routing").notNull(),
    filedBy: identifier("filed_by").notNull(),
    filedByName: words("filed_by_name").notNull(),
    filedAt: instant("filed_at").notNull(),
  },
  (t) => [uniqueIndex("submissions_sequence").on(t.applicationId, t.sequence)],
);

/** 起きたこと。追記だけ。 */
export const applicationEvents = table(
  "application_events",
  {
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    sequence: count("sequence").notNull(),
    type: words("type").notNull(),
    data: json<Record<string, unknown>>("data").notNull(),
    actorId: identifier("actor_id").notNull(),
    actorName: words("actor_name").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.sequence] })],
);

/** 差戻しの指摘。欄に結び付く。 */
export const reviewComments = table(
  "review_comments",
  {
    id: identifier("id").primaryKey(),
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    submissionSequence: count("submission_sequence").notNull(),
    section: words("section").notNull(),
    field: words("field").notNull(),
    kind: words("kind").$type<"wrong" | "missing" | "unclear">().notNull(),
    /** 一覧から選んだ理由の符号。選ばなかった指摘では null。 */
    reason: words("reason").$type<ReturnReasonCode>(),
    text: words("text").notNull(),
    createdBy: identifier("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("review_comments_application").on(t.applicationId, t.submissionSequence),
    // 統計が、期間の指摘を行を引かずに数える。
    index("review_comments_counted").on(t.createdAt, t.applicationId, t.section, t.field, t.kind),
  ],
);
