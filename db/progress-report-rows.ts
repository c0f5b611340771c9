/** 書込みの計画のうち、実施状況報告の行。 */
import type { progressReportDrafts, progressReports } from "./schema/index.ts";

export type ProgressReportRows = {
  /** 下書き。画面が読んだ版（まだ無ければ 0）から動いていたら断る。 */
  readonly reportDrafts?: readonly {
    readonly expectedVersion: number;
    readonly row: Omit<typeof progressReportDrafts.$inferInsert, "version">;
  }[];
  /** 提出。同じ年の前の版は、替わった版になる。次の版でなければ断る。 */
  readonly progressReports?: readonly Omit<
    typeof progressReports.$inferInsert,
    "state" | "receivedOn" | "receivedByName"
  >[];
  /** 受領。いちばん新しい、まだ受け取っていない版でなければ断る。 */
  readonly receivedReports?: readonly {
    readonly planId: string;
    readonly year: number;
    readonly edition: number;
    /** YYYY-MM-DD */
    readonly on: string;
  }[];
};
