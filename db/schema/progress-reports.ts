import type { RawReport, ReportContent, ReportForm } from "#app/domain/progress-report/report-form.ts";
import { civilDate, count, identifier, index, instant, json, primaryKey, table, words } from "./columns.ts";
import { plans } from "./plans.ts";

/** 計画ごとの、次に待つ報告の年と期限。計画と報告の行から作り、同じ取引で書き直す。 */
export const reportDues = table(
  "report_dues",
  {
    planId: identifier("plan_id")
      .primaryKey()
      .references(() => plans.id),
    companyKey: identifier("company_key").notNull(),
    /** 計画の局。分からなければ空文字。 */
    officeCode: identifier("office_code").notNull(),
    /** 待つ報告の年。待つ物が無ければ 0。 */
    year: count("year").notNull(),
    opensOn: civilDate("opens_on").notNull(),
    /** 期限。待つ物が無ければ 9999-12-31。 */
    dueOn: civilDate("due_on").notNull(),
  },
  (t) => [
    index("report_dues_office").on(t.officeCode, t.dueOn, t.planId),
    index("report_dues_due").on(t.dueOn, t.planId),
  ],
);

/** 書きかけの実施状況報告。打たれたままの欄を持つ。 */
export const progressReportDrafts = table(
  "progress_report_drafts",
  {
    planId: identifier("plan_id")
      .notNull()
      .references(() => plans.id),
    year: count("year").notNull(),
    answers: json<RawReport>("answers").notNull(),
    /** 比較交換の版。 */
    version: count("version").notNull(),
    updatedByName: words("updated_by_name").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.year] })],
);

/** 提出した実施状況報告。訂正は次の版になる。変わるのは、受領と、次の版に替わったことだけ。 */
export const progressReports = table(
  "progress_reports",
  {
    planId: identifier("plan_id")
      .notNull()
      .references(() => plans.id),
    year: count("year").notNull(),
    edition: count("edition").notNull(),
    state: words("state").$type<"filed" | "received" | "superseded">().notNull(),
    form: words("form").$type<ReportForm>().notNull(),
    /** 目標を取った、計画の版と文書番号。 */
    planVersion: count("plan_version").notNull(),
    planNumber: words("plan_number").notNull(),
    companyKey: identifier("company_key").notNull(),
    companyName: words("company_name").notNull(),
    officeCode: identifier("office_code").notNull(),
    answers: json<RawReport>("answers").notNull(),
    content: json<ReportContent>("content").notNull(),
    /** 訂正の理由。第1版では空。 */
    reason: words("reason").notNull(),
    filedBy: identifier("filed_by").notNull(),
    filedByName: words("filed_by_name").notNull(),
    filedAt: instant("filed_at").notNull(),
    receivedOn: civilDate("received_on"),
    receivedByName: words("received_by_name"),
  },
  (t) => [
    primaryKey({ columns: [t.planId, t.year, t.edition] }),
    index("progress_reports_office").on(t.officeCode, t.state, t.filedAt, t.planId),
    index("progress_reports_state").on(t.state, t.filedAt, t.planId),
  ],
);
