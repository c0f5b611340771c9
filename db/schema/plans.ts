import type { PlanEnd } from "#app/domain/plan-life/plan-end.ts";
import type { PlanEvent } from "#app/domain/plan-life/plan-events.ts";
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
    index("plans_end_month").on(t.endMonth, t.id),
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
