/** 投資計画の確認を動かす命令に共通の道: 決める → 版を見て書く。動詞ごとのファイルがこれを呼ぶ。 */
import type { Action } from "#app/domain/access/actions.ts";
import { type ConfirmationDecision, decideConfirmation } from "#app/domain/confirmation/decide.ts";
import type { ConfirmationCommand } from "#app/domain/confirmation/state.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { ConfirmationFilingRow, ConfirmationRow } from "#db/queries/confirmations.ts";
import { findIntent } from "#db/queries/intents.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { ConfirmationRows } from "#db/confirmation-rows.ts";
import type { OutboxDraft } from "#db/write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { type ConfirmationMail, confirmationMails } from "./confirmation-mails.server.ts";
import { confirmationState, staleConfirmation } from "./load-confirmation.server.ts";

export type MoveInput = {
  readonly confirmationId: string;
  /** 画面を開いた時の版。意図の鍵になり、二度押しても一度だけ動く。 */
  readonly version: number;
};

export type Move = {
  readonly action: Action;
  readonly confirmation: ConfirmationRow;
  readonly filing: ConfirmationFilingRow;
  readonly command: ConfirmationCommand;
  readonly mails: readonly ConfirmationMail[];
  /** 一緒に書く行。 */
  readonly draws?: Readonly<Record<string, string>>;
  readonly also?: (numbers: Readonly<Record<string, number>>) => {
    readonly rows: ConfirmationRows;
    readonly details: Readonly<Record<string, unknown>>;
    readonly outbox: readonly OutboxDraft[];
  };
};

/** 書かずに、決められるかだけを見る。 */
export const tryMove = (
  { version }: MoveInput,
  { confirmation, command }: Pick<Move, "confirmation" | "command">,
): Result<ConfirmationDecision, "stale" | Refusal> => {
  const decided = decideConfirmation(confirmationState(confirmation), command);
  if (!decided.ok) return refuse({ kind: "confirmation", refusal: decided.error });
  return confirmation.version === version ? decided : refuse("stale");
};

/** 前に同じ画面から同じ命令が通っていれば true。 */
export const alreadyMoved = async (
  { database }: UseCaseContext,
  action: Action,
  { confirmationId, version }: MoveInput,
): Promise<boolean> => (await findIntent(database, action, `${confirmationId}:${version}`)) !== null;

/** @returns 状態や起案のためにできなければ confirmation、先に変わっていれば stale。何も書いていない */
export async function moveConfirmation(
  context: UseCaseContext,
  input: MoveInput,
  move: Move,
): Promise<Result<null, Refusal>> {
  const { action, confirmation, filing } = move;
  const { id } = confirmation;
  if (await alreadyMoved(context, action, input)) return ok(null);
  const decided = tryMove(input, move);
  if (!decided.ok)
    return refuse(decided.error === "stale" ? await staleConfirmation(context, id) : decided.error);
  const { state, event } = decided.value;
  const mails = await confirmationMails(context, move.mails, {
    confirmation,
    answers: filing.answers,
    officeCode: filing.officeCode,
    officeName: filing.officeName,
  });
  const outcome = await applyWritePlan(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    intent: { action, key: `${id}:${input.version}` },
    ...(move.draws === undefined ? {} : { draws: move.draws }),
    rows: (numbers) => {
      const more = move.also?.(numbers);
      return {
        result: { done: true },
        confirmations: {
          ...more?.rows,
          changes: [
            {
              id,
              expectedVersion: confirmation.version,
              set: { status: state.status, version: state.version, proposal: state.proposal },
            },
          ],
          events: [{ confirmationId: id, event }],
        },
        audit: [
          {
            action,
            subjectKind: "confirmation",
            subjectId: id,
            details: { receiptNumber: filing.receiptNumber, ...more?.details },
          },
        ],
        outbox: [...mails(filing.receiptNumber), ...(more?.outbox ?? [])],
      };
    },
  });
  return outcome.kind === "stale" ? refuse(await staleConfirmation(context, id)) : ok(null);
}
