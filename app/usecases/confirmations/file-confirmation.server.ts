/** 投資計画の確認を申請する。点検を通った下書きと計算を凍結し、受付番号を引いて経済産業局へ送る。 */
import { fiscalYearEnd } from "#app/domain/calendar/fiscal-year.ts";
import { attachmentKindName } from "#app/domain/attachment/attachment-kind.ts";
import { decideConfirmation } from "#app/domain/confirmation/decide.ts";
import { receiptNumber } from "#app/domain/plan/receipt-number.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { ConfirmationRow } from "#db/queries/confirmations.ts";
import { findIntent } from "#db/queries/intents.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, currentRulebook, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { checkDraft, type DraftCheck } from "./check-confirmation.server.ts";
import { confirmationMails } from "./confirmation-mails.server.ts";
import {
  confirmationState,
  loadOwnConfirmation,
  type OwnConfirmation,
  staleConfirmation,
} from "./load-confirmation.server.ts";

/** 受付番号の系列は年度（4月から翌年3月）ごと。 */
const RECEIPT_YEAR_CLOSES_IN = 3;
const ACTION = "confirmation.file";

export type FiledReceipt = { readonly receiptNumber: string };

/**
 * @param input.version 確認画面を開いた時の版。意図の鍵になり、二度押しても一つの受付になる
 * @returns 点検の誤りが残っていれば notReady、開いた後に変わっていれば stale
 */
export async function fileConfirmation(
  context: UseCaseContext,
  input: OwnConfirmation & { readonly version: number; readonly facts?: number },
): Promise<Result<FiledReceipt, Refusal>> {
  const own = await loadOwnConfirmation(context, ACTION, input);
  if (!own.ok) return own;
  const confirmation = own.value;
  const intent = { action: ACTION, key: `${confirmation.id}:${input.version}` };
  const earlier = await findIntent<FiledReceipt>(context.database, intent.action, intent.key);
  if (earlier !== null) return ok(earlier);
  const check = await checkDraft(context, confirmation);
  const officeCode = check.bureau?.code ?? "";
  const decided = decideConfirmation(confirmationState(confirmation), { name: "file", officeCode });
  if (!decided.ok) return refuse({ kind: "confirmation", refusal: decided.error });
  const moved = confirmation.version !== input.version;
  if (moved || (input.facts !== undefined && input.facts !== check.evidence.facts))
    return refuse(await staleConfirmation(context, confirmation.id));
  const errors = check.findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0 || check.bureau === undefined) return refuse({ kind: "notReady", findings: errors });
  const written = await write(context, confirmation, check, intent, {
    decision: decided.value,
    office: check.bureau,
  });
  return written.kind === "stale"
    ? refuse(await staleConfirmation(context, confirmation.id))
    : ok(written.result);
}

type Deciding = {
  readonly decision: Extract<ReturnType<typeof decideConfirmation>, { ok: true }>["value"];
  readonly office: { readonly code: string; readonly name: string };
};

async function write(
  context: UseCaseContext,
  confirmation: ConfirmationRow,
  { checked, evidence, findings, editionId }: DraftCheck,
  intent: { readonly action: string; readonly key: string },
  { decision: { state, event }, office }: Deciding,
) {
  const { id, answers } = confirmation;
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  const year = Number(fiscalYearEnd(RECEIPT_YEAR_CLOSES_IN, today(context)).slice(0, 4)) - 1;
  const mails = await confirmationMails(
    context,
    [
      { template: "confirmationFiled", to: "applicant" },
      { template: "confirmationArrived", to: "office" },
    ],
    { confirmation, answers, officeCode: office.code, officeName: office.name },
  );
  return applyWritePlan<FiledReceipt>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    intent,
    expects: { confirmationAttachments: [{ confirmationId: id, facts: evidence.facts }] },
    // 受付番号は、計画の申請と同じ系列から引く。二つの申請の番号が重ならない。
    draws: confirmation.receiptNumber === null ? { receipt: `receipt:${year}` } : {},
    rows: ({ receipt }) => {
      const number =
        confirmation.receiptNumber ?? (receipt === undefined ? "" : receiptNumber(year, receipt));
      return {
        result: { receiptNumber: number },
        confirmations: {
          changes: [
            {
              id,
              expectedVersion: confirmation.version,
              set: {
                status: state.status,
                version: state.version,
                filingSequence: state.filingSequence,
                proposal: null,
                receiptNumber: number,
                officeCode: office.code,
                companyName: checked.values.applicant.name ?? confirmation.companyName,
                filedAt: confirmation.filedAt ?? at,
              },
            },
          ],
          filings: [
            {
              confirmationId: id,
              sequence: state.filingSequence,
              editionId,
              answers,
              requirements: checked.requirements,
              findings,
              officeCode: office.code,
              officeName: office.name,
              receiptNumber: number,
              filedBy: actor.id,
              filedByName: actor.name,
              filedAt: at,
            },
          ],
          filedAttachments: evidence.files.map(
            ({ id: attachmentId, kind, fileName, size, sha256 }, index) => ({
              confirmationId: id,
              sequence: state.filingSequence,
              attachmentId,
              position: index + 1,
              kindName: attachmentKindName(currentRulebook(context).rulebook, kind),
              fileName,
              size,
              sha256,
            }),
          ),
          events: [{ confirmationId: id, event }],
        },
        audit: [
          {
            action: ACTION,
            subjectKind: "confirmation",
            subjectId: id,
            details: { receiptNumber: number, sequence: state.filingSequence, office: office.code },
          },
        ],
        outbox: mails(number),
      };
    },
  });
}
