/** 局の職員が、提出された投資計画の確認を開く。要件は、凍結した答えから計算し直して、提出の時の計算と比べる。 */
import { deputyOf } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { checkConfirmation } from "#app/domain/confirmation/check.ts";
import { decideConfirmation } from "#app/domain/confirmation/decide.ts";
import { type ConfirmationRefusal } from "#app/domain/confirmation/refusals.ts";
import type { Requirement } from "#app/domain/confirmation/requirement.ts";
import { scanStateOf, type ScanState } from "#app/domain/attachment/scan-state.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { companyByKey } from "#db/queries/accounts.ts";
import { lastFacts } from "#db/queries/attachments.ts";
import {
  type ConfirmationEventRow,
  type ConfirmationLetterRow,
  confirmationDownloadsOf,
  confirmationEventsOf,
  confirmationLetterOf,
  type FiledEvidenceRow,
  filedEvidenceOf,
} from "#db/queries/confirmations.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import {
  confirmationState,
  type FiledConfirmation,
  loadFiledConfirmation,
} from "./load-confirmation.server.ts";

export type ReviewedConfirmation = FiledConfirmation & {
  readonly evidence: readonly (FiledEvidenceRow & { readonly scan: ScanState })[];
  /** 提出の時の版と日で、いま計算し直した物。 */
  readonly requirements: readonly Requirement[];
  /** 計算し直した答えが、提出の時の計算と違うか。 */
  readonly recalculated: boolean;
  readonly events: readonly ConfirmationEventRow[];
  readonly letter: ConfirmationLetterRow | undefined;
  readonly downloads: Awaited<ReturnType<typeof confirmationDownloadsOf>>;
  /** 役割として行え、いまの状態でも行えること。決裁は、できない理由を添える。 */
  readonly may: {
    readonly return: boolean;
    readonly propose: boolean;
    readonly decide: boolean;
    readonly download: boolean;
  };
  readonly decisionObstacle: ConfirmationRefusal | null;
  /** 代決なら、決裁を任せた人の名前。 */
  readonly deputy: string | null;
};

/** @returns ほかの局の申請と、まだ出していない申請は notFound */
export async function reviewConfirmation(
  context: UseCaseContext,
  confirmationId: string,
): Promise<Result<ReviewedConfirmation, Refusal>> {
  const loaded = await loadFiledConfirmation(context, "confirmation.view", confirmationId);
  if (!loaded.ok) return loaded;
  const { confirmation, filing } = loaded.value;
  const { database, actor } = context;
  const company = await companyByKey(database, confirmation.companyKey);
  const { requirements } = checkConfirmation(context.rulebooks.edition(filing.editionId).rulebook, {
    type: confirmation.type,
    answers: filing.answers,
    corporation: company?.corporationType === "corporation",
    on: tokyoDay(filing.filedAt),
  });
  const files = await filedEvidenceOf(database, confirmationId, filing.sequence);
  const facts = await lastFacts(
    database,
    files.map(({ sha256 }) => sha256),
  );
  const record = { officeCode: confirmation.officeCode };
  const filed = confirmation.status === "filed";
  const outcome = confirmation.proposal?.outcome ?? "confirm";
  const deputy = deputyOf(actor, confirmation.officeCode);
  const decided = decideConfirmation(confirmationState(confirmation), {
    name: outcome,
    byId: actorStamp(actor).id,
    ...deputy,
  });
  return ok({
    ...loaded.value,
    evidence: files.map((row) => ({ ...row, scan: scanStateOf(facts.get(row.sha256)) })),
    requirements,
    recalculated: JSON.stringify(requirements) !== JSON.stringify(filing.requirements),
    events: await confirmationEventsOf(database, confirmationId),
    letter: await confirmationLetterOf(database, confirmationId),
    downloads: await confirmationDownloadsOf(database, confirmationId),
    may: {
      return: filed && mayDo(actor, "confirmation.return", record).allowed,
      propose: filed && mayDo(actor, "confirmation.propose", record).allowed,
      decide: filed && mayDo(actor, "confirmation.confirm", record).allowed,
      download: mayDo(actor, "confirmation.download", record).allowed,
    },
    decisionObstacle: decided.ok ? null : decided.error,
    deputy: deputy.onBehalfOf?.name ?? null,
  });
}
