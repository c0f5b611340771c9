/** 審査の記録を、画面に出す物だけにする。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { inFormOrder } from "#app/domain/plan/document.ts";
import { processingLabel } from "#app/domain/routing/explanation.ts";
import { certaintyLabel } from "#app/domain/rulebook/certainty.ts";
import { answersSection, readReturnAnswers } from "#app/domain/workflow/return-answers.ts";
import { refusalMessage } from "#app/domain/workflow/refusals.ts";
import type { Status } from "#app/domain/workflow/statuses.ts";
import type { ReviewRecord } from "#app/usecases/review/open-record.server.ts";
import { certificateView, downloadsView } from "../certificate-view.server.ts";
import { recordCertificatePaths } from "./certificate-paths.ts";
import { timelineOf } from "./event-lines.ts";

export type RecordView = ReturnType<typeof recordView>;

export function recordView(record: ReviewRecord) {
  const { application, submission, certification } = record;
  const { routing } = submission;
  const answers = readReturnAnswers(submission.answers[answersSection]);
  return {
    id: application.id,
    version: application.version,
    status: application.status,
    companyName: application.companyName,
    receiptNumber: application.receiptNumber ?? "",
    submissionSequence: submission.sequence,
    mayNote: record.mayNote,
    comparable: submission.sequence > 1 || application.kind === "change",
    filedOn: application.filedAt === null ? "" : formatJapaneseDate(tokyoDay(application.filedAt)),
    acceptedOn:
      application.acceptedOn === null ? null : formatJapaneseDate(application.acceptedOn as CivilDate),
    processing: `${processingLabel(routing.processing)}${routing.joint ? "（共管）" : ""}`,
    forecast: forecastText(record),
    due: record.due,
    officeName: routing.office.name,
    assigneeName: record.assigneeName,
    routing: {
      guideline: routing.guideline.name,
      certainty: certaintyLabel[routing.certainty],
      source: routing.rule.source,
      explanation: routing.explanation,
    },
    stage: { dates: stageDates(record), reached: reachedBeforeEnd(record) },
    filings: record.filings.map(({ sequence, filedAt }) => ({
      sequence,
      filedAt: formatTokyoInstant(filedAt),
      sha256: record.forms.find(({ edition }) => edition === sequence)?.sha256 ?? null,
    })),
    findings: submission.findings,
    document: submission.document,
    proposal: application.proposal,
    comments: inFormOrder(submission.document, record.comments).map((comment) => ({
      id: comment.id,
      sequence: comment.submissionSequence,
      section: comment.section,
      field: comment.field,
      kind: comment.kind,
      text: comment.text,
      answer: answers[comment.id] ?? null,
    })),
    notes: record.notes.map(({ id, section, field, body, createdByName, createdAt }) => ({
      id,
      section,
      field,
      body,
      by: `${createdByName}、${formatTokyoInstant(createdAt)}`,
    })),
    certification:
      certification === null
        ? null
        : {
            number: certification.number,
            mayChange: record.mayChangeCertificate,
            certifiedOn: formatJapaneseDate(certification.certifiedOn as CivilDate),
            ...certificateView(record.certificate, recordCertificatePaths(application.id)),
            downloads: downloadsView(record.certificate, "staff"),
          },
    decline:
      record.declineNotice === null
        ? null
        : {
            number: record.declineNotice.number,
            declinedOn: formatJapaneseDate(record.declineNotice.declinedOn as CivilDate),
          },
    unreadMessages: record.unreadMessages,
    mails: record.mails.map(({ id, subject, toName, state, createdAt }) => ({
      id,
      subject,
      toName,
      state,
      at: formatTokyoInstant(createdAt),
    })),
    timeline: timelineOf(record.events, submission.document),
    commands: record.commands,
    ownProposal:
      record.obstacles.certify?.kind === "ownProposal" || record.obstacles.decline?.kind === "ownProposal"
        ? refusalMessage({ kind: "ownProposal" })
        : null,
  };
}

function forecastText({ forecast, application }: ReviewRecord): string {
  if (application.status === "certified" || application.status === "declined") return "処分済み";
  if (application.status === "withdrawn") return "取下げ";
  switch (forecast.kind) {
    case "notStarted":
      return "受理の後に決まります";
    case "stopped":
      return `${forecast.cause === "returned" ? "差戻し" : "中断"}中のため止まっています（残り${forecast.remaining}日分）`;
    case "expected":
      return `${formatJapaneseDate(forecast.on)}${forecast.beyondHolidayTable ? "（休日の表が尽きた先のため、ずれることがあります）" : ""}`;
  }
}

/** 各段に達した日。 */
function stageDates({ application, events, certification }: ReviewRecord): Partial<Record<Status, string>> {
  const dayOf = (...types: readonly string[]): CivilDate | undefined => {
    const event = events.findLast(({ type }) => types.includes(type));
    return event === undefined ? undefined : tokyoDay(event.at);
  };
  const started = events.find(({ type }) =>
    ["application.assigned.v1", "application.proposed.v1"].includes(type),
  );
  const days: Readonly<Partial<Record<Status, CivilDate | null | undefined>>> = {
    submitted: application.filedAt === null ? null : tokyoDay(application.filedAt),
    accepted: application.acceptedOn as CivilDate | null,
    underReview: started === undefined ? null : tokyoDay(started.at),
    returned: dayOf("application.returned.v1"),
    certified: certification === null ? null : (certification.certifiedOn as CivilDate),
    declined: dayOf("application.declined.v1"),
    withdrawn: dayOf("application.withdrawn.v1"),
  };
  return Object.fromEntries(
    Object.entries(days).flatMap(([status, day]) =>
      day === null || day === undefined ? [] : [[status, formatJapaneseDate(day)]],
    ),
  );
}

/** 取り下げる前に達していた段。 */
function reachedBeforeEnd({ application, events }: ReviewRecord): "submitted" | "accepted" | "underReview" {
  if (events.some(({ type }) => type === "application.assigned.v1" || type === "application.proposed.v1"))
    return "underReview";
  return application.acceptedOn === null ? "submitted" : "accepted";
}
