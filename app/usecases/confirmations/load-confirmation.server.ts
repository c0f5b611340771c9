/** 投資計画の確認の申請を、見てよい人にだけ読む。 */
import type { Action } from "#app/domain/access/actions.ts";
import { confirmationEventWords, type ConfirmationState } from "#app/domain/confirmation/state.ts";
import { isConfirmationEditable } from "#app/domain/confirmation/statuses.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import {
  type ConfirmationFilingRow,
  type ConfirmationRow,
  confirmationEventsOf,
  findConfirmation,
  latestConfirmationFiling,
} from "#db/queries/confirmations.ts";
import { authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

export type OwnConfirmation = { readonly companyKey: string; readonly confirmationId: string };

/** @returns 自社の申請。よその会社の申請は notFound */
export async function loadOwnConfirmation(
  context: UseCaseContext,
  action: Action,
  { companyKey, confirmationId }: OwnConfirmation,
): Promise<Result<ConfirmationRow, Refusal>> {
  const allowed = authorise(context, action, { companyKey });
  if (!allowed.ok) return allowed;
  const row = await findConfirmation(context.database, confirmationId);
  return row === undefined || row.companyKey !== companyKey ? refuse({ kind: "notFound" }) : ok(row);
}

/** @returns 内容と添付を変えられる自社の申請。申請した後は confirmation の断り */
export async function loadEditableConfirmation(
  context: UseCaseContext,
  own: OwnConfirmation,
): Promise<Result<ConfirmationRow, Refusal>> {
  const loaded = await loadOwnConfirmation(context, "confirmation.draft", own);
  if (!loaded.ok || isConfirmationEditable(loaded.value.status)) return loaded;
  return refuse({
    kind: "confirmation",
    refusal: { kind: "notInThisStatus", status: loaded.value.status, command: "file" },
  });
}

export type FiledConfirmation = {
  readonly confirmation: ConfirmationRow;
  /** いちばん新しい提出。 */
  readonly filing: ConfirmationFilingRow;
};

/** @returns 自分の局に提出された申請。ほかの局の申請と、まだ出していない申請は notFound */
export async function loadFiledConfirmation(
  context: UseCaseContext,
  action: Action,
  confirmationId: string,
): Promise<Result<FiledConfirmation, Refusal>> {
  const confirmation = await findConfirmation(context.database, confirmationId);
  if (confirmation === undefined) return refuse({ kind: "notFound" });
  const allowed = authorise(context, action, { officeCode: confirmation.officeCode });
  if (!allowed.ok) return allowed;
  const filing = await latestConfirmationFiling(context.database, confirmationId);
  return filing === undefined ? refuse({ kind: "notFound" }) : ok({ confirmation, filing });
}

export const confirmationState = ({
  status,
  version,
  filingSequence,
  proposal,
}: ConfirmationRow): ConfirmationState => ({ status, version, filingSequence, proposal });

/** 先に書いた人と、起きたこと。下書きの保存は出来事に残らない。 */
export async function staleConfirmation(context: UseCaseContext, confirmationId: string): Promise<Refusal> {
  const row = await findConfirmation(context.database, confirmationId);
  if (row !== undefined && isConfirmationEditable(row.status))
    return {
      kind: "stale",
      subject: "confirmation",
      by: null,
      what: "ほかの画面で、この下書きが先に保存されています。",
    };
  const last = (await confirmationEventsOf(context.database, confirmationId)).at(-1);
  const words: Readonly<Record<string, string>> = confirmationEventWords;
  return {
    kind: "stale",
    subject: "confirmation",
    by: last?.actorName ?? null,
    what: last === undefined ? null : `「${words[last.type] ?? last.type}」が行われています。`,
  };
}
