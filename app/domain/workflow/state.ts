import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { PauseReasonCode } from "./pause-reasons.ts";
import type { Status } from "./statuses.ts";

/** 起案。審査担当が決裁者に出す案。 */
export type Proposal = {
  readonly outcome: "certify" | "decline";
  /** 不認定のときの理由。認定のときは空でよい。 */
  readonly ground: string;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: string;
};

/** 審査の中断。標準処理期間の時計が止まる。 */
export type ReviewPause = {
  readonly reason: PauseReasonCode;
  readonly text: string;
};

/** decide() が読む申請の状態。 */
export type ApplicationState = {
  readonly id: string;
  readonly status: Status;
  /** 比較交換の版。 */
  readonly version: number;
  readonly receiptNumber: string | null;
  readonly officeCode: string | null;
  /** 提出の回数。0 は未提出。 */
  readonly submissionSequence: number;
  readonly acceptedOn: CivilDate | null;
  readonly assigneeId: string | null;
  readonly proposal: Proposal | null;
  readonly pause: ReviewPause | null;
};
