import type { SurveyFilter, SurveyState } from "#app/domain/notification/survey.ts";
import { count, identifier, index, instant, json, table, words } from "./columns.ts";

/** 調査のメール。宛先の一通ずつは outbox にあり、ここには用件だけを持つ。 */
export const surveys = table(
  "surveys",
  {
    id: identifier("id").primaryKey(),
    subject: words("subject").notNull(),
    body: words("body").notNull(),
    filter: json<SurveyFilter>("filter").notNull(),
    /** 書いた時の宛先の会社の数。 */
    recipients: count("recipients").notNull(),
    state: words("state").$type<SurveyState>().notNull(),
    proposedBy: identifier("proposed_by").notNull(),
    proposedByName: words("proposed_by_name").notNull(),
    proposedAt: instant("proposed_at").notNull(),
    decidedBy: identifier("decided_by"),
    decidedByName: words("decided_by_name"),
    decidedAt: instant("decided_at"),
    /** 宛先を全部、送る列に入れ終えた時。 */
    spreadAt: instant("spread_at"),
    stoppedByName: words("stopped_by_name"),
    stoppedAt: instant("stopped_at"),
  },
  (t) => [index("surveys_proposed").on(t.proposedAt)],
);
