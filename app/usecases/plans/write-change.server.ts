/** 変更認定申請の下書きを書く。数える添付は、中身（SHA-256）を写さずに結び付ける。 */
import { type ChangeBase, changeBaseSection } from "#app/domain/plan-life/change-base.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { CompanyRow } from "#db/queries/accounts.ts";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import { type ApplicationRow, sectionsOf } from "#db/queries/applications.ts";
import type { AttachmentRow } from "#db/queries/attachments.ts";
import { findIntent } from "#db/queries/intents.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, currentRulebook, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

/** 始める変更の中身。 */
export type ChangeStart = {
  readonly base: ChangeBase;
  readonly answers: RawAnswers;
  /** 変える元の申請の添付。 */
  readonly attachments: readonly AttachmentRow[];
  /** 同じ計画の、まだ決まっていない変更認定申請。 */
  readonly open: () => Promise<ApplicationRow | undefined>;
};

export type StartedChange = {
  readonly applicationId: string;
  /** 前に始めた変更を開いたか。 */
  readonly reused: boolean;
};

type Written = { readonly applicationId: string };

export async function writeChange(
  context: UseCaseContext,
  {
    company,
    intentKey,
    start,
  }: { readonly company: CompanyRow; readonly intentKey: string; readonly start: ChangeStart },
): Promise<Result<StartedChange, Refusal>> {
  const intent = { action: "application.startChange", key: `${company.key}:${intentKey}` };
  const earlier = await findIntent<Written>(context.database, intent.action, intent.key);
  if (earlier !== null) return ok({ ...earlier, reused: true });
  const open = await start.open();
  if (open !== undefined) return reopened(context, open, start);
  const outcome = await writeRows(context, company, start, intent).catch(async (thrown: unknown) => {
    // ほかの人が、調べた後に同じ計画の変更を始めた。
    const first = await start.open();
    if (first === undefined) throw thrown;
    return { kind: "repeated", result: { applicationId: first.id } } as const;
  });
  if (outcome.kind === "stale")
    return refuse({ kind: "stale", subject: outcome.subject, by: null, what: null });
  return ok({ applicationId: outcome.result.applicationId, reused: outcome.kind === "repeated" });
}

/** 前に始めた変更を開く。紙の認定を写し直したときは、まだ書ける申請の写しだけを新しくする。 */
async function reopened(
  context: UseCaseContext,
  open: ApplicationRow,
  { base, answers }: ChangeStart,
): Promise<Result<StartedChange, Refusal>> {
  const section = changeBaseSection;
  const done = ok({ applicationId: open.id, reused: true });
  const typed = answers[section];
  const before = (await sectionsOf(context.database, open.id)).find((row) => row.section === section);
  if (base.planId !== null || !isEditable(open.status) || typed === undefined || before === undefined)
    return done;
  if (JSON.stringify(before.answers) === JSON.stringify(typed)) return done;
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  const outcome = await applyWritePlan<null>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      sections: [
        {
          row: { applicationId: open.id, section, answers: typed, updatedBy: actor.id, updatedAt: at },
          expectedVersion: before.version,
        },
      ],
      audit: [
        {
          action: "plan.draft",
          subjectKind: "application",
          subjectId: open.id,
          details: { section, version: before.version + 1 },
        },
      ],
    }),
  });
  return outcome.kind === "stale"
    ? refuse({ kind: "stale", subject: outcome.subject, by: null, what: null })
    : done;
}

function writeRows(
  context: UseCaseContext,
  company: CompanyRow,
  { base, answers, attachments }: ChangeStart,
  intent: { readonly action: string; readonly key: string },
) {
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  const id = context.newId();
  const { planId, version, number } = base;
  return applyWritePlan<Written>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    intent,
    rows: () => ({
      result: { applicationId: id },
      newApplications: [
        {
          id,
          companyKey: company.key,
          companyName: company.name,
          kind: "change",
          status: "draft",
          version: 1,
          submissionSequence: 0,
          planId,
          baseVersion: version,
          baseNumber: number,
          editionId: currentRulebook(context).editionId,
          createdBy: actor.id,
          createdAt: at,
          updatedAt: at,
        },
      ],
      sections: Object.entries(answers).map(([section, typed]) => ({
        row: { applicationId: id, section, answers: typed, updatedBy: actor.id, updatedAt: at },
        expectedVersion: 0,
      })),
      attachments: attachments.map(({ kind, rowIds, fileName, mediaType, size, sha256 }) => ({
        id: context.newId(),
        applicationId: id,
        kind,
        rowIds,
        fileName,
        mediaType,
        size,
        sha256,
        attachedBy: actor.id,
        attachedByName: actor.name,
        attachedAt: at,
      })),
      events: [{ applicationId: id, event: { type: "application.created.v1", data: { kind: "change" } } }],
      audit: [
        {
          action: "plan.draft",
          subjectKind: "application",
          subjectId: id,
          details: { kind: "change", planId, baseVersion: version, baseNumber: number },
        },
      ],
    }),
  });
}
