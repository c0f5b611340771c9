import { sql } from "drizzle-orm";
import type { MediaType } from "#app/domain/attachment/file-content.ts";
import type { PlanEnd } from "#app/domain/plan-life/plan-end.ts";
import type { PlanEvent } from "#app/domain/plan-life/plan-events.ts";
import type {
  PlanRequestKind,
  PlanRequestStatus,
  RequestSide,
  SuccessionGround,
} from "#app/domain/plan-life/plan-request.ts";
import { companies } from "./accounts.ts";
import { applications } from "./applications.ts";
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

/**
 * 認定された経営力向上計画。版を重ねても一つの計画で、いまの姿だけを持つ。
 * 実施時期が終わったかどうかは、終了の月と今日の日付から導く。
 */
export const plans = table(
  "plans",
  {
    /** ポータルで初めに認定された計画では、その新規の申請の id と同じ。 */
    id: identifier("id").primaryKey(),
    /** いまの認定事業者。承継で移る。 */
    companyKey: identifier("company_key")
      .notNull()
      .references(() => companies.key),
    origin: words("origin").$type<"portal" | "paper" | "imported">().notNull(),
    /** いまの版の事業分野別指針。版の中身が無ければ null。 */
    guidelineId: identifier("guideline_id"),
    /** いまの版を認定した局。分からなければ null。 */
    officeCode: identifier("office_code"),
    /** いまの版の本社の都道府県の符号。版の中身が無ければ null。 */
    prefecture: words("prefecture"),
    /** YYYY-MM */
    startMonth: words("start_month").notNull(),
    /** YYYY-MM */
    endMonth: words("end_month").notNull(),
    currentVersion: count("current_version").notNull(),
    /** いまの版の文書番号。 */
    number: words("number").notNull(),
    /** 初めの認定の日。 */
    certifiedOn: civilDate("certified_on").notNull(),
    ended: json<PlanEnd>("ended"),
    /** 比較交換の版。書き込むたびに一つ増える。 */
    version: count("version").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("plans_company_number").on(t.companyKey, t.number),
    index("plans_office").on(t.officeCode, t.endMonth, t.id),
    // 統計が、行を読まずに数える。
    index("plans_origin").on(t.officeCode, t.origin),
    index("plans_end_month").on(t.endMonth, t.id),
    index("plans_guideline").on(t.guidelineId, t.endMonth, t.id),
    index("plans_prefecture").on(t.prefecture, t.endMonth, t.id),
    index("plans_ended")
      .on(t.endMonth, t.id)
      .where(sql`ended is not null`),
  ],
);

/** 計画の版。中身は applicationId の最も新しい提出。変更も削除もできない。 */
export const planVersions = table(
  "plan_versions",
  {
    planId: identifier("plan_id")
      .notNull()
      .references(() => plans.id),
    /** 1 から。 */
    version: count("version").notNull(),
    /** 紙で受けた版、中身のない取込みの版では null。 */
    applicationId: identifier("application_id").references(() => applications.id),
    kind: words("kind").$type<"new" | "change" | "paper">().notNull(),
    number: words("number").notNull(),
    certifiedOn: civilDate("certified_on").notNull(),
    startMonth: words("start_month").notNull(),
    endMonth: words("end_month").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.planId, t.version] }),
    uniqueIndex("plan_versions_application").on(t.applicationId),
    index("plan_versions_number").on(t.number),
  ],
);

/** 計画に起きたこと。追記だけ。 */
export const planEvents = table(
  "plan_events",
  {
    planId: identifier("plan_id")
      .notNull()
      .references(() => plans.id),
    sequence: count("sequence").notNull(),
    type: words("type").$type<PlanEvent["type"]>().notNull(),
    data: json<PlanEvent["data"]>("data").notNull(),
    actorId: identifier("actor_id").notNull(),
    actorName: words("actor_name").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.sequence] })],
);

/** 認定の後の届出（取下げ）と、承継の申出。いまの姿だけを持ち、起きたことは plan_events にある。 */
export const planRequests = table(
  "plan_requests",
  {
    id: identifier("id").primaryKey(),
    planId: identifier("plan_id")
      .notNull()
      .references(() => plans.id),
    kind: words("kind").$type<PlanRequestKind>().notNull(),
    status: words("status").$type<PlanRequestStatus>().notNull(),
    /** 出した時の認定事業者。 */
    companyKey: identifier("company_key").notNull(),
    /** 承継する事業者。取下げの届出では null。 */
    successorKey: identifier("successor_key").references(() => companies.key),
    /** 承継の原因。取下げの届出では null。 */
    ground: words("ground").$type<SuccessionGround>(),
    /** 承継の効力が生じた日。取下げの届出では null。 */
    effectiveOn: civilDate("effective_on"),
    reason: words("reason").notNull(),
    fileName: words("file_name"),
    mediaType: words("media_type").$type<MediaType>(),
    size: count("size"),
    /** 書類の SHA-256（16進）。保管庫での名前でもある。書類が無ければ null。 */
    sha256: words("sha256"),
    /** 決める局。 */
    officeCode: identifier("office_code"),
    side: words("side").$type<RequestSide>().notNull(),
    proposedBy: identifier("proposed_by").notNull(),
    proposedByName: words("proposed_by_name").notNull(),
    /** 決めた人の書いたこと。決まるまで空。 */
    decisionNote: words("decision_note").notNull(),
    decidedBy: identifier("decided_by"),
    decidedByName: words("decided_by_name"),
    decidedAt: instant("decided_at"),
    /** 比較交換の版。 */
    version: count("version").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    // 一つの計画で決定を待つ届出と申出は、一度に一つ。
    uniqueIndex("plan_requests_open")
      .on(t.planId)
      .where(sql`status = 'proposed'`),
    index("plan_requests_plan").on(t.planId, t.createdAt),
    index("plan_requests_company").on(t.companyKey, t.status),
    index("plan_requests_successor").on(t.successorKey, t.status),
    index("plan_requests_office").on(t.officeCode, t.status, t.createdAt),
    index("plan_requests_sha256").on(t.sha256),
  ],
);
