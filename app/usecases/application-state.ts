import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { ApplicationState } from "#app/domain/workflow/state.ts";
import type { ApplicationChange } from "#db/write-plan.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";

/** 保存した行を、decide() が読む状態にする。 */
export const stateOf = (row: ApplicationRow): ApplicationState => ({
  id: row.id,
  status: row.status,
  version: row.version,
  receiptNumber: row.receiptNumber,
  officeCode: row.officeCode,
  submissionSequence: row.submissionSequence,
  acceptedOn: row.acceptedOn as CivilDate | null,
  assigneeId: row.assigneeId,
  proposal: row.proposal,
  pause: row.pause,
});

/** decide() の答えを、行への書込みにする。 */
export const changeTo = (row: ApplicationRow, next: ApplicationState): ApplicationChange => ({
  id: row.id,
  expectedVersion: row.version,
  set: {
    status: next.status,
    version: next.version,
    officeCode: next.officeCode,
    acceptedOn: next.acceptedOn,
    assigneeId: next.assigneeId,
    proposal: next.proposal,
    pause: next.pause,
  },
});
