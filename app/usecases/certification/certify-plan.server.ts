/**
 * 認定する（法第17条第1項、変更は法第18条第1項）。文書番号は決定と同じ取引で引くので、欠番も重複もない。
 * 通知書に刷る値をここで凍結し、PDF は後の仕事がその値から一度だけ作る。
 */
import { randomBytes } from "node:crypto";
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import { certificateCode, CODE_RANDOM_BYTES } from "#app/domain/certification/certificate-code.ts";
import { numberSeriesOf } from "#app/domain/certification/document-number.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { deputyOf } from "#app/domain/access/actor.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyCommand, type CommandInput } from "../review/apply-command.server.ts";
import { unprintableCharacters } from "./check-printable.server.ts";
import { noticeOf, plannedVersion } from "./planned-version.server.ts";

/**
 * @param input.withoutConsent 共管の同意がそろわないまま認定する理由
 * @returns 通知書の値が足りなければ noticeIncomplete、刷れない文字があれば noticeUnprintable。どちらも番号は引かない。
 *   変更では、計画が申請の後に動き、終わり、満了していれば planLife
 */
export function certifyPlan(
  context: UseCaseContext,
  pdf: PdfRenderer,
  input: CommandInput & { readonly withoutConsent?: string | undefined },
): Promise<Result<null, Refusal>> {
  const certifiedOn = today(context);
  const byId = actorStamp(context.actor).id;
  return applyCommand(
    context,
    "review.certify",
    input,
    ({ application }) => ({
      name: "certify",
      byId,
      certifiedOn,
      withoutConsent: input.withoutConsent,
      ...deputyOf(context.actor, application.officeCode),
    }),
    async ({ application, submission }) => {
      const { rulebook } = context.rulebooks.edition(submission.editionId);
      const office = submission.routing.office.code;
      const facts = { answers: submission.answers, routing: submission.routing, filedAt: submission.filedAt };
      const version = await plannedVersion(context, { application, submission });
      if (!version.ok) return version;
      const trial = noticeOf(rulebook, facts, { issuedOn: certifiedOn, serial: 1 });
      if (!trial.ok) return refuse({ kind: "noticeIncomplete", missing: trial.error });
      const characters = await unprintableCharacters(pdf, trial.value);
      if (characters.length > 0) return refuse({ kind: "noticeUnprintable", characters });
      return ok({
        ...(version.value.set === null ? {} : { set: version.value.set }),
        draws: { certification: numberSeriesOf(office, certifiedOn, rulebook.documentNumbering.get(office)) },
        rows: ({ certification }) => {
          if (certification === undefined) throw new Error("文書番号を引いていません。");
          const notice = noticeOf(rulebook, facts, { issuedOn: certifiedOn, serial: certification });
          if (!notice.ok) throw new Error("通知書の値が、番号によって足りなくなりました。");
          const certified = {
            applicationId: application.id,
            companyKey: application.companyKey,
            number: notice.value.documentNumber,
            certifiedOn,
            officeCode: office,
            editionId: submission.editionId,
            certifiedBy: byId,
            notice: notice.value,
            createdAt: context.clock.now(),
          };
          return {
            certifications: [certified],
            ...version.value.rows(certified),
            certificateEditions: [
              {
                applicationId: application.id,
                edition: 1,
                code: certificateCode(randomBytes(CODE_RANDOM_BYTES)),
                notice: null,
                reason: "",
                createdBy: byId,
                createdByName: actorStamp(context.actor).name,
                createdAt: context.clock.now(),
              },
            ],
          };
        },
      });
    },
  );
}
