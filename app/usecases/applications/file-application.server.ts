/**
 * 申請する（法第17条第1項、変更は法第18条第1項）。点検を通った下書きを凍結し、受付番号を引いて局へ送る。
 * 同じ版の申請は何度押しても一つの受付になる。
 */
import { screeningSection } from "#app/domain/eligibility/screening.ts";
import { changeBaseSection } from "#app/domain/plan-life/change-base.ts";
import { receiptNumber } from "#app/domain/plan/receipt-number.ts";
import { formSections } from "#app/domain/plan/sections.ts";
import type { Routing } from "#app/domain/plan/plan-routing.ts";
import { routingNow } from "#app/domain/routing/transferred-routing.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { answersSection } from "#app/domain/workflow/return-answers.ts";
import { decide } from "#app/domain/workflow/decide.ts";
import { fiscalYearEnd } from "#app/domain/calendar/fiscal-year.ts";
import { findIntent } from "#db/queries/intents.ts";
import { lastTransfer } from "#db/queries/transfers.ts";
import { findPlan } from "#db/queries/plans.ts";
import type { WritePlan, StaleSubject } from "#db/write-plan.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { stateOf } from "../application-state.ts";
import { authorise, accessRecordOf } from "../authorise.server.ts";
import { renewedConsents } from "../consultations/renew-consents.server.ts";
import { confirmationUses } from "../confirmations/plan-confirmations.server.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import { plannedMails } from "../notifications/plan-mails.server.ts";
import type { Refusal } from "../refusals.ts";
import { factsToFreeze } from "../companies/company-provenance.server.ts";
import { frozenAttachments } from "../attachments/frozen-attachments.server.ts";
import { paperJobs } from "../papers/paper.ts";
import { type CheckedApplication, checkApplication } from "./check-application.server.ts";
import { loadOwnApplication, type OwnApplication } from "./load-own-application.server.ts";

export type Filed = { readonly receiptNumber: string; readonly sequence: number };

/** 受付番号の系列は年度（4月から翌年3月）ごと。 */
const RECEIPT_YEAR_CLOSES_IN = 3;

/**
 * @param input.version 確認画面を開いた時の申請の版。意図の鍵になる
 * @param input.seen 申請の画面で確かめた区画の版と添付（contentSeen）。その後に変わっていたら断る
 */
export async function fileApplication(
  context: UseCaseContext,
  input: OwnApplication & { readonly version: number; readonly seen?: string },
): Promise<Result<Filed & { readonly repeated: boolean }, Refusal>> {
  const own = await loadOwnApplication(context, "plan.viewOwn", input);
  if (!own.ok) return own;
  const allowed = authorise(context, "plan.file", accessRecordOf(own.value));
  if (!allowed.ok) return allowed;
  const intent = { action: "application.file", key: `${input.applicationId}:${input.version}` };
  const earlier = await findIntent<Filed>(context.database, intent.action, intent.key);
  if (earlier !== null) return ok({ ...earlier, repeated: true });

  // 点検の前に読む。点検の後に計画が動けば、書くときの版で分かる。
  const plan = own.value.planId === null ? undefined : await findPlan(context.database, own.value.planId);
  const checked = await checkApplication(context, input);
  if (!checked.ok) return checked;
  const { application, findings, routing } = checked.value;
  if (application.version !== input.version) {
    // 上で意図を調べた後に、同じ意図の一件目が書き終えたかもしれない。
    const first = await findIntent<Filed>(context.database, intent.action, intent.key);
    if (first !== null) return ok({ ...first, repeated: true });
    return refuse({ kind: "stale", subject: "application", by: null, what: null });
  }
  if (input.seen !== undefined && input.seen !== contentSeen(checked.value))
    return refuse({
      kind: "stale",
      subject: "application",
      by: null,
      what: "申請の画面を開いた後に、内容が変わりました。",
    });
  const errors = findings.filter((finding) => finding.severity === "error");
  if (errors.length > 0 || routing.kind !== "decided") return refuse({ kind: "notReady", findings: errors });
  const kept = await transferredRouting(context, checked.value.editionId, application.id, routing.routing);
  return fileChecked(context, checked.value, kept, {
    intent,
    plans: plan === undefined ? [] : [{ id: plan.id, version: plan.version }],
  });
}

/** 移送された申請は、出し直しても移された局に届く。業種などを変えて別の局に決まったときは、その局に届く。 */
async function transferredRouting(
  context: UseCaseContext,
  editionId: string,
  applicationId: string,
  routing: Routing,
): Promise<Routing> {
  const transfer = await lastTransfer(context.database, applicationId);
  return transfer?.routedOffice === routing.office.code
    ? routingNow(context.rulebooks.edition(editionId).rulebook, transfer.toOffice, routing)
    : routing;
}

/** 区画の版と添付の変化の数をまとめた文字列。確かめた内容と申請する内容が同じことを、これで見る。 */
export const contentSeen = ({
  draft,
  attachments,
}: Pick<CheckedApplication, "draft" | "attachments">): string =>
  [
    ...Object.entries(draft.versions)
      .map(([section, version]) => `${section}:${version}`)
      .sort(),
    `attachments:${attachments.facts}`,
  ].join(",");

/** 提出に入る区画。始めの質問の答えで、様式と資格が変わる。指摘への回答も、見て確かめた物だけを送る。 */
const watchedSections: readonly string[] = [
  ...formSections.map(({ id }) => id),
  changeBaseSection,
  screeningSection,
  answersSection,
];

/** 変える計画の、点検した時の版。 */
type Held = NonNullable<NonNullable<WritePlan<Filed>["expects"]>["plans"]>;

async function fileChecked(
  context: UseCaseContext,
  { application, draft, document, findings, attachments, editionId }: CheckedApplication,
  routing: Routing,
  { intent, plans }: Pick<WritePlan<Filed>, "intent"> & { readonly plans: Held },
): Promise<Result<Filed & { readonly repeated: boolean }, Refusal>> {
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  const year = Number(fiscalYearEnd(RECEIPT_YEAR_CLOSES_IN, today(context)).slice(0, 4)) - 1;
  const company = stringsOf(draft.answers["company"]);
  const decided = decide(
    stateOf(application),
    { name: "file", officeCode: routing.office.code, receiptNumber: null },
    { filedOn: null, consents: [] },
  );
  if (!decided.ok) return refuse({ kind: "workflow", refusal: decided.error });
  const mails = await plannedMails(context, decided.value.effects, {
    application: { ...application, officeCode: routing.office.code },
    contact: { name: company["contactName"] ?? "", address: company["contactEmail"] ?? "" },
    facts: { companyName: company["name"] ?? "", officeName: routing.office.name },
  });
  const submission = {
    applicationId: application.id,
    sequence: decided.value.state.submissionSequence,
    editionId,
    answers: { ...draft.answers },
    document,
    routing,
    filedAt: at,
  };
  // 受理の前なら、受理する時に求める。
  const consents =
    application.acceptedOn === null
      ? null
      : await renewedConsents(context, { application, submission, because: "file" });

  const uses = await confirmationUses(context, application, draft.answers);
  const factsOf = await factsToFreeze(context, application, draft.answers["company"] ?? {});
  const outcome = await applyWritePlan<Filed>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    ...(intent === undefined ? {} : { intent }),
    expects: {
      plans,
      attachments: [{ applicationId: application.id, facts: attachments.facts }],
      // まだ無い区画も 0 として見張る。点検していない区画を、提出に入れ損なわないため。
      sections: watchedSections.map((id) => ({
        applicationId: application.id,
        section: id,
        version: draft.versions[id] ?? 0,
      })),
    },
    draws: application.receiptNumber === null ? { receipt: `receipt:${year}` } : {},
    rows: ({ receipt }) => {
      const number = application.receiptNumber ?? (receipt === undefined ? "" : receiptNumber(year, receipt));
      const sequence = decided.value.state.submissionSequence;
      const facts = factsOf(sequence);
      return {
        result: { receiptNumber: number, sequence },
        changes: [
          {
            id: application.id,
            expectedVersion: application.version,
            set: {
              status: decided.value.state.status,
              version: decided.value.state.version,
              submissionSequence: sequence,
              receiptNumber: number,
              companyName: company["name"] ?? application.companyName,
              officeCode: routing.office.code,
              ministry: routing.ministry,
              industryCode: routing.industryCode,
              guidelineId: routing.guideline.id,
              prefecture: routing.prefecture,
              editionId,
              filedAt: application.filedAt ?? at,
              proposal: null,
            },
          },
        ],
        submissions: [
          {
            ...submission,
            id: context.newId(),
            receiptNumber: number,
            findings: [...findings],
            filedBy: actor.id,
            filedByName: actor.name,
          },
        ],
        submissionAttachments: frozenAttachments(context, application.id, sequence, attachments.files),
        confirmations: { uses },
        consultations: consents?.consultations ?? [],
        consultationResults: consents?.consultationResults ?? [],
        events: [...decided.value.events, ...(consents?.events ?? [])].map((event) => ({
          applicationId: application.id,
          event:
            event.type === "application.filed.v1"
              ? { ...event, data: { ...event.data, receiptNumber: number } }
              : event,
        })),
        audit: [
          {
            action: "plan.file",
            subjectKind: "application",
            subjectId: application.id,
            details: { receiptNumber: number, sequence, office: routing.office.code, edition: editionId },
          },
        ],
        submissionFacts: facts.submissionFacts ?? [],
        outbox: [
          ...mails({ receiptNumber: number }),
          ...paperJobs(application.id, sequence),
          ...(facts.outbox ?? []),
          ...(consents?.outbox ?? []),
        ],
      };
    },
  });
  if (outcome.kind === "stale") return refuse(staleFiling(outcome.subject));
  return ok({ ...outcome.result, repeated: outcome.kind === "repeated" });
}

const staleFiling = (subject: StaleSubject): Refusal => ({
  kind: "stale",
  subject,
  by: null,
  what: subject === "confirmation" ? "設備の確認書が、ほかの計画で先に使われました。" : null,
});

const stringsOf = (raw: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(raw ?? {}).flatMap(([key, value]) =>
      typeof value === "string" ? [[key, value.trim()]] : [],
    ),
  );
