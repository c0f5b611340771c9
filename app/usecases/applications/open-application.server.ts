/** 申請の画面: 下書きの間はタスクリスト、申請した後は進み具合。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { routingNow } from "#app/domain/routing/transferred-routing.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { finalStatuses, isEditable } from "#app/domain/workflow/statuses.ts";
import {
  type ApplicationRow,
  type CommentRow,
  type EventRow,
  eventsOf,
  type FilingRow,
  filingsOf,
  latestComments,
  latestSubmission,
  type SubmissionRow,
} from "#db/queries/applications.ts";
import { unreadMessages } from "#db/queries/messages.ts";
import {
  type CertificationRow,
  certificationOf,
  declineNoticeOf,
  type DeclineNoticeRow,
} from "#db/queries/certifications.ts";
import { certificateHistory, type CertificateHistory } from "../certification/issued-certificate.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import {
  forecastProcessing,
  type ProcessingForecast,
  stopsOf,
} from "#app/domain/workflow/processing-clock.ts";
import { holidaysOf } from "#app/domain/rulebook/holidays.ts";
import { type DraftTasks, draftTasks } from "./draft-tasks.server.ts";
import { type UnreadEditionChange, unreadEditionChange } from "./edition-change.server.ts";
import { loadOwnApplication, type OwnApplication } from "./load-own-application.server.ts";

export type OpenApplication = {
  readonly application: ApplicationRow;
  readonly editable: boolean;
  /** 編集できる間だけ。 */
  readonly draft: DraftTasks | null;
  /** 書いている間に変わった決まりの、まだ読んでいない知らせ。 */
  readonly editionChange: UnreadEditionChange | null;
  readonly comments: readonly CommentRow[];
  readonly events: readonly EventRow[];
  readonly submission: SubmissionRow | null;
  /** これまでの提出。新しい順。 */
  readonly filings: readonly FilingRow[];
  readonly certification: CertificationRow | null;
  /** 標準処理期間の満了日の見込み。審査を受けていなければ null。 */
  readonly forecast: ProcessingForecast | null;
  /** 局からの、まだ読んでいない連絡の数。 */
  readonly unreadMessages: number;
  /** 不認定通知書。不認定でなければ、又は通知書の無かった頃の不認定では null。 */
  readonly declineNotice: DeclineNoticeRow | null;
  /** 認定通知書の版と取消し。 */
  readonly certificate: CertificateHistory;
};

export async function openApplication(
  context: UseCaseContext,
  input: OwnApplication,
): Promise<Result<OpenApplication, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.viewOwn", input);
  if (!loaded.ok) return loaded;
  const application = loaded.value;
  const editable = isEditable(application.status);
  const [events, submission, filings, certification, certificate, declineNotice, comments] =
    await Promise.all([
      eventsOf(context.database, application.id),
      latestSubmission(context.database, application.id),
      filingsOf(context.database, application.id),
      certificationOf(context.database, application.id),
      certificateHistory(context.database, application.id),
      declineNoticeOf(context.database, application.id),
      // 出し直しを引き戻して下書きに戻っても、直している間は指摘を示す。
      editable ? latestComments(context.database, application.id) : Promise.resolve([]),
    ]);
  return ok({
    application,
    editable,
    editionChange: editable ? await unreadEditionChange(context, application) : null,
    draft: editable ? await draftTasks(context, application, comments) : null,
    comments,
    events,
    submission: submission === undefined ? null : withOffice(context, application, submission),
    filings,
    certification: certification ?? null,
    certificate,
    declineNotice: declineNotice ?? null,
    forecast: forecastOf(context, application, submission, events),
    unreadMessages: unreadMessages(context.database, application.id, "applicant"),
  });
}

function forecastOf(
  { rulebooks }: UseCaseContext,
  application: ApplicationRow,
  submission: SubmissionRow | undefined,
  events: readonly EventRow[],
): ProcessingForecast | null {
  const ended = finalStatuses.some((status) => status === application.status);
  if (submission === undefined || ended || application.status === "draft") return null;
  return forecastProcessing(
    submission.routing.processing,
    application.acceptedOn as CivilDate | null,
    stopsOf(events),
    holidaysOf(rulebooks.edition(submission.editionId).rulebook),
  );
}

/** 移送された申請では、いまの局を示す。 */
function withOffice(
  context: UseCaseContext,
  { officeCode }: ApplicationRow,
  submission: SubmissionRow,
): SubmissionRow {
  const { rulebook } = context.rulebooks.edition(submission.editionId);
  return { ...submission, routing: routingNow(rulebook, officeCode, submission.routing) };
}
