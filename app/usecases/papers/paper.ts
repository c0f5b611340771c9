/** 提出ごとに一度だけ作って保管する紙: 様式（申請書）と受付票。 */
import type { OutboxDraft } from "#db/write-plan.ts";

export const paperKinds = ["applicationForm", "receipt"] as const;

export type PaperKind = (typeof paperKinds)[number];

/** どの申請の、何回目の提出の、どの紙か。 */
export type PaperKey = {
  readonly applicationId: string;
  /** 提出の回数。1 から。 */
  readonly sequence: number;
  readonly kind: PaperKind;
};

/** 帳票の版。一度使った版の見た目は変えず、変えるときは番号を上げる。 */
export const paperTemplates = {
  applicationForm: "application-form/v1",
  receipt: "receipt/v1",
} as const satisfies Record<PaperKind, string>;

/** 様式の PDF の名前の初め。 */
export const formFileName = (kind: "new" | "change"): string =>
  kind === "change" ? "経営力向上計画変更認定申請書" : "経営力向上計画認定申請書";

/** 提出の後に行う、紙を作る仕事。 */
export const paperJobs = (applicationId: string, sequence: number): readonly OutboxDraft[] =>
  paperKinds.map((kind) => ({
    topic: "storeFiledPaper",
    key: `${applicationId}:${sequence}:${kind}`,
    payload: { applicationId, sequence, kind },
  }));
