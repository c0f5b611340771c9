/** 受理、移送、出し直しに伴って、共管の同意の求めを計画の内容と所管に合わせる。 */
import { consentQuestion, renewConsents } from "#app/domain/consultation/consents.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import { consultationsOf } from "#db/queries/consultations.ts";
import type { OutboxDraft } from "#db/write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import { askedMails } from "./consultation-mails.server.ts";
import { askedRows, type ConsultationRows, endedRows, joinRows } from "./consultation-rows.ts";
import { type ConsentSubmission, consentOffices, sameContent } from "./current-consents.server.ts";

/** 同じ取引で書く行と、送るメール。 */
export type RenewedConsents = ConsultationRows & { readonly outbox: readonly OutboxDraft[] };

/** 要らなくなった求めを取り下げる理由。 */
const withdrawnBecause = {
  accept: "受理に伴って求め直しました。",
  transfer: "移送によって、求める局が変わりました。",
  file: "出し直された内容について、求め直しました。",
} as const;

/**
 * 申請者の出し直しに伴う求めは、前に求めた職員の名前で出す。
 *
 * @param input.submission これからの提出。routing は、これからの局
 * @param input.because 何に伴うか
 */
export async function renewedConsents(
  context: UseCaseContext,
  input: {
    readonly application: ApplicationRow;
    readonly submission: ConsentSubmission;
    readonly because: keyof typeof withdrawnBecause;
  },
): Promise<RenewedConsents> {
  const { application, submission, because } = input;
  const consultations = await consultationsOf(context.database, application.id);
  const offices = consentOffices(context, submission);
  const { withdraw, ask } = renewConsents(
    offices,
    consultations,
    await sameContent(context, application.id, consultations, submission),
  );
  const actor = actorStamp(context.actor);
  const earlier = consultations.findLast(({ kind }) => kind === "consent");
  const by =
    context.actor.kind === "staff" || earlier === undefined
      ? actor
      : { id: earlier.askedById, name: earlier.askedByName };
  const at = context.clock.now();
  const { office } = submission.routing;
  const asked = ask.map((to) => ({ id: context.newId(), to }));
  const rows = joinRows([
    ...withdraw.map((consultation) =>
      endedRows({ consultation, result: "withdrawn", text: withdrawnBecause[because] }, by, at),
    ),
    ...asked.map(({ id, to }, index) =>
      askedRows(
        { change: "asked", kind: "consent", office: to, question: consentQuestion(to.ministry), dueOn: null },
        id,
        {
          applicationId: application.id,
          number: consultations.length + index + 1,
          submissionSequence: submission.sequence,
          office,
          by,
          at,
          automatic: true,
        },
      ),
    ),
  ]);
  const mails = await Promise.all(
    asked.map(({ id, to }) =>
      askedMails(context, application, { id, kind: "consent", officeCode: to.code }, office.name),
    ),
  );
  return { ...rows, outbox: mails.flat() };
}
