/** 申請者が、自社の投資計画の確認を開く。 */
import type { ConfirmationComment } from "#app/domain/confirmation/state.ts";
import { isConfirmationEditable } from "#app/domain/confirmation/statuses.ts";
import { ok, type Result } from "#app/domain/result.ts";
import {
  type ConfirmationEventRow,
  type ConfirmationFilingRow,
  type ConfirmationLetterRow,
  type ConfirmationRow,
  companyConfirmations,
  confirmationEventsOf,
  confirmationLetterOf,
  type FiledEvidenceRow,
  filedEvidenceOf,
  latestConfirmationFiling,
} from "#db/queries/confirmations.ts";
import { authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { checkDraft, type DraftCheck } from "./check-confirmation.server.ts";
import { loadOwnConfirmation, type OwnConfirmation } from "./load-confirmation.server.ts";

export type OpenedConfirmation = {
  readonly confirmation: ConfirmationRow;
  /** 書き換えられる間だけ。 */
  readonly draft: DraftCheck | null;
  /** いちばん新しい提出。まだ出していなければ undefined。 */
  readonly filing: ConfirmationFilingRow | undefined;
  readonly filedEvidence: readonly FiledEvidenceRow[];
  readonly letter: ConfirmationLetterRow | undefined;
  readonly events: readonly ConfirmationEventRow[];
  /** いまの差戻しの指摘。 */
  readonly comments: readonly ConfirmationComment[];
};

export async function openConfirmation(
  context: UseCaseContext,
  input: OwnConfirmation,
): Promise<Result<OpenedConfirmation, Refusal>> {
  const loaded = await loadOwnConfirmation(context, "confirmation.viewOwn", input);
  if (!loaded.ok) return loaded;
  const confirmation = loaded.value;
  const { database } = context;
  const [filing, letter, events] = await Promise.all([
    latestConfirmationFiling(database, confirmation.id),
    confirmationLetterOf(database, confirmation.id),
    confirmationEventsOf(database, confirmation.id),
  ]);
  const editable = isConfirmationEditable(confirmation.status);
  return ok({
    confirmation,
    draft: editable ? await checkDraft(context, confirmation) : null,
    filing,
    filedEvidence:
      filing === undefined ? [] : await filedEvidenceOf(database, confirmation.id, filing.sequence),
    letter,
    events,
    comments: confirmation.status === "returned" ? lastComments(events) : [],
  });
}

/** いちばん新しい差戻しの指摘。 */
function lastComments(events: readonly ConfirmationEventRow[]): readonly ConfirmationComment[] {
  const returned = events.findLast(({ type }) => type === "confirmation.returned.v1");
  // 出来事の形は、書いた時の ConfirmationEvent。
  return (returned?.data["comments"] as readonly ConfirmationComment[] | undefined) ?? [];
}

/** 会社の確認の申請。新しい順。 */
export async function listOwnConfirmations(
  context: UseCaseContext,
  companyKey: string,
): Promise<Result<Awaited<ReturnType<typeof companyConfirmations>>, Refusal>> {
  const allowed = authorise(context, "confirmation.viewOwn", { companyKey });
  return allowed.ok ? ok(await companyConfirmations(context.database, companyKey)) : allowed;
}
