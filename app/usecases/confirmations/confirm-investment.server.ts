/**
 * 投資計画を確認する。確認書の値をここで凍結し、番号は決定と同じ取引で引く。
 * 番号の系列は局の通知書と同じなので、認定の番号とも重ならない。
 */
import { randomBytes } from "node:crypto";
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import { deputyOf } from "#app/domain/access/actor.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import {
  certificateCode,
  CODE_RANDOM_BYTES,
  writtenCode,
} from "#app/domain/certification/certificate-code.ts";
import { numberSeriesOf } from "#app/domain/certification/document-number.ts";
import { buildConfirmationLetter } from "#app/domain/confirmation/build-confirmation-letter.ts";
import { readConfirmation } from "#app/domain/confirmation/check.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { companyByKey } from "#db/queries/accounts.ts";
import { verifyPath } from "../certification/issued-certificate.server.ts";
import { unprintableCharacters } from "../certification/check-printable.server.ts";
import { actorStamp, currentRulebook, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { confirmationLetterJob } from "./issue-confirmation.server.ts";
import {
  type FiledConfirmation,
  loadFiledConfirmation,
  staleConfirmation,
} from "./load-confirmation.server.ts";
import {
  alreadyMoved,
  type Move,
  moveConfirmation,
  type MoveInput,
  tryMove,
} from "./move-confirmation.server.ts";

/**
 * @returns 起案が無い、違う、自分の起案なら confirmation の断り、確認書の値が足りなければ noticeIncomplete、
 *   刷れない文字があれば noticeUnprintable、先に変わっていれば stale。どれも番号は引かない
 */
export async function confirmInvestment(
  context: UseCaseContext,
  pdf: PdfRenderer,
  input: MoveInput,
): Promise<Result<null, Refusal>> {
  const loaded = await loadFiledConfirmation(context, "confirmation.confirm", input.confirmationId);
  if (!loaded.ok) return loaded;
  const { confirmation, filing } = loaded.value;
  const actor = actorStamp(context.actor);
  const move: Move = {
    action: "confirmation.confirm",
    confirmation,
    filing,
    command: { name: "confirm", byId: actor.id, ...deputyOf(context.actor, confirmation.officeCode) },
    mails: [{ template: "confirmationConfirmed", to: "applicant" }],
  };
  if (await alreadyMoved(context, move.action, input)) return ok(null);
  const decided = tryMove(input, move);
  if (!decided.ok)
    return refuse(
      decided.error === "stale" ? await staleConfirmation(context, confirmation.id) : decided.error,
    );
  const letter = await letterBuilder(context, loaded.value);
  const trial = letter.build(1);
  if (!trial.ok) return refuse({ kind: "noticeIncomplete", missing: trial.error });
  const characters = await unprintableCharacters(pdf, trial.value);
  if (characters.length > 0) return refuse({ kind: "noticeUnprintable", characters });
  const { rulebook } = currentRulebook(context);
  const confirmedOn = today(context);
  const office = filing.officeCode;
  const code = certificateCode(randomBytes(CODE_RANDOM_BYTES));
  const verification = { code: writtenCode(code), url: `${context.origin}${verifyPath(code)}` };
  return moveConfirmation(context, input, {
    ...move,
    draws: { letter: numberSeriesOf(office, confirmedOn, rulebook.documentNumbering.get(office)) },
    also: ({ letter: serial }) => {
      if (serial === undefined) throw new Error("文書番号を引いていません。");
      const notice = letter.build(serial);
      if (!notice.ok) throw new Error("確認書の値が、番号によって足りなくなりました。");
      const number = notice.value.documentNumber;
      return {
        rows: {
          letters: [
            {
              confirmationId: confirmation.id,
              companyKey: confirmation.companyKey,
              type: confirmation.type,
              number,
              code,
              confirmedOn,
              officeCode: office,
              acquisitionMonth: letter.acquisitionMonth,
              closingMonth: letter.closingMonth,
              notice: { ...notice.value, verification },
              createdAt: context.clock.now(),
            },
          ],
        },
        details: { number },
        outbox: [confirmationLetterJob(confirmation.id)],
      };
    },
  });
}

async function letterBuilder(context: UseCaseContext, { confirmation, filing }: FiledConfirmation) {
  const { values } = readConfirmation(confirmation.type, filing.answers);
  const company = await companyByKey(context.database, confirmation.companyKey);
  const { rulebook } = currentRulebook(context);
  const issuedOn = today(context);
  return {
    build: (serial: number) =>
      buildConfirmationLetter(
        rulebook,
        {
          type: confirmation.type,
          values,
          requirements: filing.requirements,
          office: filing.officeCode,
          filedOn: tokyoDay(filing.filedAt),
          sole: company?.corporationType === "soleProprietor",
        },
        { issuedOn, serial },
      ),
    acquisitionMonth: values.investment.acquisitionMonth ?? "",
    closingMonth: Number(values.investment.closingMonth ?? "0"),
  };
}
