/**
 * 不認定にする（法第17条）。起案どおりの理由で決まり、教示を付けた通知書の値をここで凍結する。
 * 文書番号は、認定通知書と同じ系列から決定と同じ取引で引く。
 */
import { randomBytes } from "node:crypto";
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import { buildDeclineNotice } from "#app/domain/certification/build-notice.ts";
import { certificateCode, CODE_RANDOM_BYTES } from "#app/domain/certification/certificate-code.ts";
import { numberSeriesOf } from "#app/domain/certification/document-number.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { unprintableCharacters } from "../certification/check-printable.server.ts";
import { deputyOf } from "#app/domain/access/actor.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyCommand, type CommandInput } from "./apply-command.server.ts";

/**
 * @returns 通知書の値が足りなければ noticeIncomplete、刷れない文字があれば noticeUnprintable。どちらも番号は引かない
 */
export function declinePlan(
  context: UseCaseContext,
  pdf: PdfRenderer,
  input: CommandInput,
): Promise<Result<null, Refusal>> {
  const declinedOn = today(context);
  const byId = actorStamp(context.actor).id;
  return applyCommand(
    context,
    "review.decline",
    input,
    ({ application }) => ({ name: "decline", byId, ...deputyOf(context.actor, application.officeCode) }),
    async ({ application, submission }) => {
      const { rulebook } = context.rulebooks.edition(submission.editionId);
      const office = submission.routing.office.code;
      const facts = { answers: submission.answers, routing: submission.routing, filedAt: submission.filedAt };
      const reason = application.proposal?.ground ?? "";
      const trial = buildDeclineNotice(rulebook, facts, { issuedOn: declinedOn, serial: 1 }, reason);
      if (!trial.ok) return refuse({ kind: "noticeIncomplete", missing: trial.error });
      const characters = await unprintableCharacters(pdf, trial.value);
      if (characters.length > 0) return refuse({ kind: "noticeUnprintable", characters });
      return ok({
        draws: { letter: numberSeriesOf(office, declinedOn, rulebook.documentNumbering.get(office)) },
        rows: ({ letter: serial }) => {
          if (serial === undefined) throw new Error("文書番号を引いていません。");
          const notice = buildDeclineNotice(rulebook, facts, { issuedOn: declinedOn, serial }, reason);
          if (!notice.ok) throw new Error("通知書の値が、番号によって足りなくなりました。");
          return {
            declineNotices: [
              {
                applicationId: application.id,
                companyKey: application.companyKey,
                number: notice.value.documentNumber,
                declinedOn,
                code: certificateCode(randomBytes(CODE_RANDOM_BYTES)),
                notice: notice.value,
                createdAt: context.clock.now(),
              },
            ],
          };
        },
      });
    },
  );
}
