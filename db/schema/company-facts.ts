import type { CompanyFacts } from "#app/domain/company-facts/company-facts.ts";
import type { RegisteredCompany } from "#app/domain/company-facts/provenance.ts";
import { applications } from "./applications.ts";
import { count, identifier, instant, json, primaryKey, table, words } from "./columns.ts";

/** 法人インフォメーションなどから引いた会社の事実の控え。一つの法人に一行で、引き直すたびに新しくする。 */
export const companyFacts = table("company_facts", {
  corporateNumber: identifier("corporate_number").primaryKey(),
  /** 載っていなかったときは null。 */
  facts: json<CompanyFacts>("facts"),
  fetchedAt: instant("fetched_at").notNull(),
});

/** 引く口ごとの、最後の成功と失敗。 */
export const directoryHealth = table("directory_health", {
  source: identifier("source").primaryKey(),
  succeededAt: instant("succeeded_at"),
  failedAt: instant("failed_at"),
  /** 失敗の種類と短い説明。 */
  failure: words("failure"),
  /** 続けて失敗した回数。 */
  failures: count("failures").notNull(),
  /** 答えの形が知っている形と違った最後の時と、その欄。 */
  driftedAt: instant("drifted_at"),
  drift: json<readonly string[]>("drift"),
});

/** 登記が閉鎖されていても申請してよいとした判断。公表の誤りや遅れがあるため。追記だけ。 */
export const closureOverrides = table(
  "closure_overrides",
  {
    corporateNumber: identifier("corporate_number").notNull(),
    reason: words("reason").notNull(),
    createdBy: identifier("created_by").notNull(),
    createdByName: words("created_by_name").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.corporateNumber, t.createdAt] })],
);

/** 提出した時の、会社の値の出どころ。凍結して持つ。 */
export const submissionFacts = table(
  "submission_facts",
  {
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    sequence: count("sequence").notNull(),
    registered: json<RegisteredCompany>("registered").notNull(),
    /** その時までに引けていた値。引けていなければ null。 */
    facts: json<CompanyFacts>("facts"),
    /** 引いた時。引けていなければ null。 */
    fetchedAt: instant("fetched_at"),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.sequence] })],
);
