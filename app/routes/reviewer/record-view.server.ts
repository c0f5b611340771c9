/** 審査の記録を、画面に出す物だけにする。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { inFormOrder } from "#app/domain/plan/document.ts";
import { processingLabel } from "#app/domain/routing/explanation.ts";
import { certaintyLabel } from "#app/domain/rulebook/certainty.ts";
import { answersSection, readReturnAnswers } from "#app/domain/workflow/return-answers.ts";
import { pauseSentence } from "#app/domain/workflow/pause-reasons.ts";
import { refusalMessage } from "#app/domain/workflow/refusals.ts";
import { shownStatus } from "#app/domain/workflow/statuses.ts";
import type { ReviewRecord } from "#app/usecases/review/open-record.server.ts";
import { certificateView, downloadsView } from "../certificate-view.server.ts";
import { changeView, versionLines } from "./change-view.server.ts";
import { recordCertificatePaths } from "./certificate-paths.ts";
import { timelineOf } from "./event-lines.ts";
import { recordStage } from "./record-stage.ts";

export type RecordView = ReturnType<typeof recordView>;

export function recordView(record: ReviewRecord) {
  const { application, submission, certification } = record;
  const { routing } = submission;
  const answers = readReturnAnswers(submission.answers[answersSection]);
  return {
    id: application.id,
    version: application.version,
    status: shownStatus(application.status, record.certificate.revocation !== null),
    revokedOn:
      record.certificate.revocation === null
        ? null
        : formatJapaneseDate(record.certificate.revocation.revokedOn as CivilDate),
    companyName: application.companyName,
    receiptNumber: application.receiptNumber ?? "",
    submissionSequence: submission.sequence,
    mayNote: record.mayNote,
    consulted: record.consulted,
    kind: application.kind,
    base: record.base,
    change: changeView(record),
    versions: versionLines(record),
    planId: record.planId,
    comparable: submission.sequence > 1 || application.kind === "change",
    filedOn: application.filedAt === null ? "" : formatJapaneseDate(tokyoDay(application.filedAt)),
    acceptedOn:
      application.acceptedOn === null ? null : formatJapaneseDate(application.acceptedOn as CivilDate),
    processing: `${processingLabel(routing.processing)}${routing.joint ? "（共管）" : ""}`,
    forecast: forecastText(record),
    due: record.due,
    pause:
      application.pause === null
        ? null
        : {
            sentence: pauseSentence(application.pause),
            since: record.due.kind === "stopped" ? formatJapaneseDate(record.due.since) : "",
          },
    officeName: routing.office.name,
    assigneeName: record.assigneeName,
    routing: {
      guideline: routing.guideline.name,
      certainty: certaintyLabel[routing.certainty],
      source: routing.rule.source,
      explanation: routing.explanation,
    },
    stage: recordStage(record),
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
    mails: record.mails.map(({ id, subject, toName, delivery, at }) => ({
      id,
      subject,
      toName,
      delivery,
      at: formatTokyoInstant(at),
    })),
    timeline: timelineOf(record.events, submission.document),
    commands: record.commands,
    ownProposal:
      [record.obstacles.certify, record.obstacles.decline]
        .filter((refusal) => refusal?.kind === "ownProposal" || refusal?.kind === "deputisedProposal")
        .map((refusal) => (refusal === undefined ? "" : refusalMessage(refusal)))[0] ?? null,
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
      return `${formatJapaneseDate(forecast.on)}${forecast.beyondHolidayTable ? "（休日の表にない年のため、ずれることがあります）" : ""}`;
  }
}
