/** 審査の記録の画面に要るもの。読むのは凍結した提出だけで、申請者の下書きは見えない。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { deputyOf } from "#app/domain/access/actor.ts";
import {
  type Consent,
  type Consultation,
  consultingStatuses,
} from "#app/domain/consultation/consultation.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { type DueDay, dueDayOf, listedClock } from "#app/domain/worklist/due-day.ts";
import type { WorkflowRefusal } from "#app/domain/workflow/refusals.ts";
import {
  type ApplicationRow,
  type CommentRow,
  commentsOn,
  type EventRow,
  eventsOf,
  type FilingRow,
  filingsOf,
  type SubmissionRow,
} from "#db/queries/applications.ts";
import {
  type CertificationRow,
  certificationOf,
  declineNoticeOf,
  type DeclineNoticeRow,
  documentsOf,
  type IssuedDocumentRow,
} from "#db/queries/certifications.ts";
import { consultationsOf } from "#db/queries/consultations.ts";
import { accountById } from "#db/queries/accounts.ts";
import { versionOfApplication } from "#db/queries/plans.ts";
import { unreadMessages } from "#db/queries/messages.ts";
import { notesOf, type ReviewNoteRow } from "#db/queries/review-notes.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { stateOf } from "../application-state.ts";
import { accessRecordOf } from "../authorise.server.ts";
import { certificateHistory, type CertificateHistory } from "../certification/issued-certificate.server.ts";
import { currentConsents } from "../consultations/current-consents.server.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import { deliveriesOf, type MailDelivery } from "../notifications/deliveries.server.ts";
import { baseSubmission } from "../plans/change-base.server.ts";
import { type RecordVersion, recordVersions } from "../plans/record-versions.server.ts";
import type { Refusal } from "../refusals.ts";
import { type Loaded, loadFiled } from "./apply-command.server.ts";
import { reassignAction } from "./reassign-application.server.ts";
import { obstacleTo, reviewActions, type ReviewCommand, reviewCommands } from "./command-obstacle.ts";
import {
  forecastProcessing,
  type ProcessingForecast,
  stopsOf,
} from "#app/domain/workflow/processing-clock.ts";
import { holidaysOf } from "#app/domain/rulebook/holidays.ts";

export type ReviewRecord = {
  readonly application: ApplicationRow;
  readonly submission: SubmissionRow;
  /** これまでの全部の提出への指摘。新しい提出から。 */
  readonly comments: readonly CommentRow[];
  /** この人が内部のメモを書けるか。 */
  readonly mayNote: boolean;
  /** 変更認定申請で、認定を受けた計画の木。新規の申請と、中身の分からない紙の認定では null。 */
  readonly base: SubmissionRow["document"] | null;
  /** 同じ計画の版。新しい順。 */
  readonly versions: readonly RecordVersion[];
  /** 内部のメモ。書いた順。 */
  readonly notes: readonly ReviewNoteRow[];
  readonly events: readonly EventRow[];
  /** メールと届き具合。古い順。 */
  readonly mails: readonly MailDelivery[];
  /** 申請者からの、局の誰もまだ読んでいない連絡の数。 */
  readonly unreadMessages: number;
  readonly certification: CertificationRow | null;
  /** 認定した計画、又は変える計画の id。まだ無ければ null。 */
  readonly planId: string | null;
  /** これまでの提出。新しい順。 */
  readonly filings: readonly FilingRow[];
  /** 提出ごとの様式。作成中の回は無い。 */
  readonly forms: readonly IssuedDocumentRow[];
  /** 不認定通知書。無ければ null。 */
  readonly declineNotice: DeclineNoticeRow | null;
  /** 認定通知書の版と取消し。 */
  readonly certificate: CertificateHistory;
  /** この人がいま、通知書の訂正と認定の取消しをできるか。 */
  readonly mayChangeCertificate: boolean;
  readonly assigneeName: string | null;
  readonly forecast: ProcessingForecast;
  /** 処理の目安の日。一覧の札と同じ。 */
  readonly due: DueDay;
  /** 求められた局の人には、自分の局への求めと、共管の同意だけ。 */
  readonly consultations: readonly Consultation[];
  /** 要る共管の同意の様子。共管でなければ空。 */
  readonly consents: readonly Consent[];
  /** この人がいま、ほかの局に求められるか。 */
  readonly mayConsult: boolean;
  /** 同意又は意見を求められた局の人として読んでいるか。計画と添付のほかは示さない。 */
  readonly consulted: boolean;
  /** この人がいま出せる命令。 */
  readonly commands: readonly ReviewCommand[];
  /** 役割としては出せるが、いまの状態や起案のために出せない命令と、その理由。 */
  readonly obstacles: Readonly<Partial<Record<ReviewCommand, WorkflowRefusal>>>;
};

/** 審査する局の人が開く。同意又は意見を求められただけの局の人には notFound。 */
export async function openRecord(
  context: UseCaseContext,
  applicationId: string,
): Promise<Result<ReviewRecord, Refusal>> {
  const loaded = await loadFiled(context, "review.view", applicationId);
  return loaded.ok ? ok(await recordOf(context, loaded.value)) : loaded;
}

/** 権限を確かめて読んだ申請の、画面に要るものの全部。 */
export async function recordOf(
  context: UseCaseContext,
  { application, submission }: Loaded,
): Promise<ReviewRecord> {
  const applicationId = application.id;
  await recordView(context, application.id);
  const [comments, events, mails, certification, certificate, declineNotice, filings, forms, assignee] =
    await Promise.all([
      allComments(context, application),
      eventsOf(context.database, applicationId),
      deliveriesOf(context.database, applicationId),
      certificationOf(context.database, applicationId),
      certificateHistory(context.database, applicationId),
      declineNoticeOf(context.database, applicationId),
      filingsOf(context.database, applicationId),
      documentsOf(context.database, applicationId, "applicationForm"),
      application.assigneeId === null ? undefined : accountById(context.database, application.assigneeId),
    ]);
  const { rulebook } = context.rulebooks.edition(submission.editionId);
  const clock = {
    status: application.status,
    processing: submission.routing.processing,
    acceptedOn: application.acceptedOn as CivilDate | null,
    events,
    holidays: holidaysOf(rulebook),
  };
  const consents = await currentConsents(context, submission);
  return {
    application,
    submission,
    comments,
    base: (await baseSubmission(context, application))?.document ?? null,
    versions: await recordVersions(context, application),
    mayNote: mayDo(context.actor, "review.note", accessRecordOf(application)).allowed,
    notes: await notesOf(context.database, applicationId),
    events,
    mails,
    unreadMessages: unreadMessages(context.database, applicationId, "office"),
    certification: certification ?? null,
    planId: (await versionOfApplication(context.database, applicationId))?.planId ?? application.planId,
    filings,
    forms,
    certificate,
    declineNotice: declineNotice ?? null,
    mayChangeCertificate:
      certification !== undefined &&
      certificate.revocation === null &&
      mayDo(context.actor, "certificate.correct", accessRecordOf(application)).allowed,
    assigneeName: assignee?.displayName ?? null,
    forecast: forecastProcessing(clock.processing, clock.acceptedOn, stopsOf(events), clock.holidays),
    due: dueDayOf({ status: application.status, ...listedClock(clock) }, { ...clock, today: today(context) }),
    consultations: await consultationsOf(context.database, applicationId),
    consents,
    mayConsult:
      consultingStatuses.some((status) => status === application.status) &&
      mayDo(context.actor, "consultation.ask", accessRecordOf(application)).allowed,
    consulted: false,
    ...commandsFor(context, application, consents),
  };
}

function commandsFor(
  context: UseCaseContext,
  application: ApplicationRow,
  consents: readonly Consent[],
): Pick<ReviewRecord, "commands" | "obstacles"> {
  const record = accessRecordOf(application);
  const facts = {
    by: actorStamp(context.actor).id,
    today: today(context),
    consents,
    ...deputyOf(context.actor, application.officeCode),
  };
  const judged = reviewCommands
    .filter((name) => {
      const action = name === "assign" ? reassignAction(context, application) : reviewActions[name];
      return mayDo(context.actor, action, record).allowed;
    })
    .map((name) => ({ name, obstacle: obstacleTo(stateOf(application), name, facts) }));
  return {
    commands: judged.flatMap(({ name, obstacle }) => (obstacle === null ? [name] : [])),
    obstacles: Object.fromEntries(
      judged.flatMap(({ name, obstacle }) => (obstacle === null ? [] : [[name, obstacle]])),
    ),
  };
}

async function allComments(
  context: UseCaseContext,
  application: ApplicationRow,
): Promise<readonly CommentRow[]> {
  const sequences = Array.from(
    { length: application.submissionSequence },
    (_, index) => application.submissionSequence - index,
  );
  const found = await Promise.all(
    sequences.map((sequence) => commentsOn(context.database, application.id, sequence)),
  );
  return found.flat();
}

/** 計画には営業の秘密があるので、読んだことも残す。 */
const recordView = (context: UseCaseContext, applicationId: string) =>
  applyWritePlan(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      audit: [{ action: "review.view", subjectKind: "application", subjectId: applicationId, details: {} }],
    }),
  });
