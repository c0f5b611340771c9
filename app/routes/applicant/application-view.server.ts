/** 申請の画面が示す値。 */
import { filingStanding, mayFileIn } from "#app/domain/access/mandate.ts";
import type { ApplicantActor } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { isCivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { processingLabel } from "#app/domain/routing/explanation.ts";
import { type ApplicationEvent, eventWords } from "#app/domain/workflow/events.ts";
import { shownStatus } from "#app/domain/workflow/statuses.ts";
import { pauseSentence } from "#app/domain/workflow/pause-reasons.ts";
import { availableCommands } from "#app/domain/workflow/transitions.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { type OpenApplication, openApplication } from "#app/usecases/applications/open-application.server.ts";
import { consentOf, type SharingConsent } from "#app/usecases/sharing/sharing-consent.server.ts";
import { certificateView, downloadsView } from "../certificate-view.server.ts";
import { editionChangeLines } from "./edition-change-words.ts";
import { forecastText } from "./forecast-words.ts";
import { certificatePaths } from "./paths.ts";

export async function applicationView({ param, useCase, url, actor }: Guarded<ApplicantActor>) {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const opened = await openApplication(useCase, place);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { application, submission, certification, events } = opened.value;
  const commands = availableCommands(application.status);
  return {
    place,
    status: shownStatus(application.status, opened.value.certificate.revocation !== null),
    kind: application.kind,
    baseNumber: application.baseNumber,
    fromPaper: application.kind === "change" && application.planId === null,
    companyName: application.companyName,
    receiptNumber: application.receiptNumber,
    editable: opened.value.editable,
    mayFile: mayFileIn(filingStanding(actor)),
    saved: url.searchParams.get("saved"),
    unused: url.searchParams.get("unused"),
    used: url.searchParams.get("used"),
    done: url.searchParams.get("done"),
    draft: opened.value.draft,
    editionChange: changeView(opened.value.editionChange),
    comments: opened.value.comments,
    office: submission?.routing.office.name ?? null,
    processing: submission === null ? null : processingLabel(submission.routing.processing),
    acceptedOn: dateText(application.acceptedOn),
    forecast: opened.value.forecast === null ? null : forecastText(opened.value.forecast),
    pause: application.pause === null ? null : pauseSentence(application.pause),
    declineGround: application.status === "declined" ? (application.proposal?.ground ?? "") : null,
    declineNumber: opened.value.declineNotice?.number ?? null,
    certificate:
      certification === null
        ? null
        : {
            number: certification.number,
            mayReceive: mayDo(actor, "certificate.download", place).allowed,
            certifiedOn: dateText(certification.certifiedOn),
            ...certificateView(opened.value.certificate, certificatePaths(place, certification.number)),
            downloads: downloadsView(opened.value.certificate, "applicant"),
          },
    filings: opened.value.filings.map((row) => ({
      sequence: row.sequence,
      filedAt: formatTokyoInstant(row.filedAt),
      filedBy: row.filedByName,
    })),
    unreadMessages: opened.value.unreadMessages,
    sharing: sharingToShow(await consentOf(useCase, application)),
    canRecall: commands.includes("recall"),
    canWithdraw: commands.includes("withdraw"),
    dates: stageDates(events),
    reached: furthest(events.map((event) => event.type)),
    // 審査の内側の出来事（起案、担当）は申請者に見せない。
    events: events
      .filter((event) => !internalEvents.has(event.type))
      .map((event) => ({
        key: String(event.sequence),
        at: event.at,
        atText: formatTokyoInstant(event.at),
        title: eventWords[event.type as ApplicationEvent["type"]],
      })),
  };
}

const changeView = (change: OpenApplication["editionChange"]) =>
  change === null
    ? null
    : {
        editionId: change.editionId,
        label: change.label,
        effectiveFrom: dateText(change.effectiveFrom),
        lines: editionChangeLines(change),
      };

export type FiledEdition = ApplicationView["filings"][number];
export type ApplicationView = Awaited<ReturnType<typeof applicationView>>;

const internalEvents: ReadonlySet<string> = new Set<ApplicationEvent["type"]>([
  "application.proposed.v1",
  "application.sentBack.v1",
  "application.assigned.v1",
  "application.reassigned.v1",
  "application.consultationAsked.v1",
  "application.consultationAnswered.v1",
  "application.consultationWithdrawn.v1",
]);

const dateText = (date: string | null): string =>
  date !== null && isCivilDate(date) ? formatJapaneseDate(date) : "";

const stageOf: Readonly<Record<string, string>> = {
  "application.filed.v1": "submitted",
  "application.accepted.v1": "accepted",
  "application.assigned.v1": "underReview",
  "application.proposed.v1": "underReview",
  "application.certified.v1": "certified",
  "application.declined.v1": "declined",
  "application.certificateRevoked.v1": "revoked",
};

const stageDates = (events: readonly { readonly type: string; readonly at: string }[]) =>
  Object.fromEntries(
    events.flatMap((event) => {
      const stage = stageOf[event.type];
      return stage === undefined ? [] : [[stage, formatJapaneseDate(tokyoDay(event.at))]];
    }),
  );

const furthest = (types: readonly string[]) =>
  types.some((type) => stageOf[type] === "underReview")
    ? ("underReview" as const)
    : types.some((type) => stageOf[type] === "accepted")
      ? ("accepted" as const)
      : types.some((type) => stageOf[type] === "submitted")
        ? ("submitted" as const)
        : ("draft" as const);

/** 渡すことのない申請では、同意を決めるよう促さない。すでに決めてあれば、見て変えられるようにする。 */
const sharingToShow = ({ applies, given }: SharingConsent): { readonly given: boolean | null } | null =>
  applies === false && given === null ? null : { given };
