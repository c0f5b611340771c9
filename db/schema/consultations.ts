import type { ConsultationKind, ConsultationResult } from "#app/domain/consultation/consultation.ts";
import { applications } from "./applications.ts";
import { civilDate, count, identifier, index, instant, table, words } from "./columns.ts";

/** ほかの局への意見照会と、共管の省庁への同意の求め。追記だけ。 */
export const consultations = table(
  "consultations",
  {
    id: identifier("id").primaryKey(),
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    /** 申請の中の、求めた順。1 から。 */
    number: count("number").notNull().default(0),
    /** 求めた時の、最も新しい提出の回。 */
    submissionSequence: count("submission_sequence").notNull(),
    kind: words("kind").$type<ConsultationKind>().notNull(),
    officeCode: identifier("office_code").notNull(),
    officeName: words("office_name").notNull(),
    ministry: words("ministry").notNull(),
    question: words("question").notNull(),
    /** 回答の期限。決めなければ null。 */
    dueOn: civilDate("due_on"),
    /** 求めた局。 */
    askingOffice: identifier("asking_office").notNull(),
    askingOfficeName: words("asking_office_name").notNull(),
    askedBy: identifier("asked_by").notNull(),
    askedByName: words("asked_by_name").notNull(),
    askedAt: instant("asked_at").notNull(),
  },
  (t) => [
    index("consultations_application").on(t.applicationId, t.askedAt),
    index("consultations_office").on(t.officeCode, t.askedAt),
    index("consultations_asking").on(t.askingOffice, t.askedAt),
  ],
);

/** 回答又は取下げ。一つの求めに一つだけで、追記だけ。 */
export const consultationResults = table("consultation_results", {
  consultationId: identifier("consultation_id")
    .primaryKey()
    .references(() => consultations.id),
  result: words("result").$type<ConsultationResult>().notNull(),
  text: words("text").notNull(),
  byId: identifier("by_id").notNull(),
  byName: words("by_name").notNull(),
  at: instant("at").notNull(),
});
