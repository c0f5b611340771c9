/** 調査のメールの、計画された行。 */
import type { surveys } from "./schema/index.ts";

export type SurveyRows = {
  readonly newSurveys?: readonly (typeof surveys.$inferInsert)[];
  /** 調査の状態を動かす。from の状態でなければ断る。 */
  readonly surveyMoves?: readonly {
    readonly id: string;
    readonly from: (typeof surveys.$inferSelect)["state"];
    readonly set: Partial<Omit<typeof surveys.$inferInsert, "id" | "subject" | "body" | "filter">>;
  }[];
};
