/** 訂正と取消しに共通の書込み: 版を確かめ、出来事と監査と知らせを一つの取引で書く。 */
import type { Action } from "#app/domain/access/actions.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { ApplicationEvent } from "#app/domain/workflow/events.ts";
import { type CertificationRow, certificationOf, revocationOf } from "#db/queries/certifications.ts";
import { findPlan, versionOfApplication } from "#db/queries/plans.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { OutboxDraft, PlannedRows } from "#db/write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { type CommandInput, type Loaded, loadFiled } from "../review/apply-command.server.ts";

export type LoadedCertificate = Loaded & {
  readonly certification: CertificationRow;
  /** もう変えられない理由。変えられるなら null。 */
  readonly obstacle: string | null;
};

/** 変えられない認定、又は画面を開いた後に変えられた認定への断り。 */
const certificateStale = (what: string): Refusal => ({
  kind: "stale",
  subject: "application",
  by: null,
  what,
});

/** 認定の決まっている申請を、権限を確かめて読む。取り消した認定は、もう変えられない。 */
export async function loadCertificate(
  context: UseCaseContext,
  action: Action,
  applicationId: string,
): Promise<Result<LoadedCertificate, Refusal>> {
  const loaded = await loadFiled(context, action, applicationId);
  if (!loaded.ok) return loaded;
  const certification = await certificationOf(context.database, applicationId);
  if (certification === undefined) return refuse({ kind: "notFound" });
  const revoked = (await revocationOf(context.database, applicationId)) !== undefined;
  return ok({
    ...loaded.value,
    certification,
    obstacle: revoked
      ? "この認定は、もう取り消されています。"
      : await planObstacle(context, action, applicationId),
  });
}

/** 取消しは計画に及ぶので、いまの版からだけ行う。終わった計画は、もう取り消さない。 */
async function planObstacle(
  { database }: UseCaseContext,
  action: Action,
  applicationId: string,
): Promise<string | null> {
  if (action !== "certificate.revoke") return null;
  const version = await versionOfApplication(database, applicationId);
  const plan = version === undefined ? undefined : await findPlan(database, version.planId);
  if (version === undefined || plan === undefined) return null;
  if (plan.ended !== null) return "この計画は、もう終わっています。";
  return version.version === plan.currentVersion
    ? null
    : `この計画には第${plan.currentVersion}版があります。取消しは、いまの版の認定（${plan.number}）から行ってください。`;
}

/** @param change.rows 一緒に書く行。引いた番号（draws）から作る */
export async function writeCertificateChange(
  context: UseCaseContext,
  input: CommandInput,
  { application, obstacle }: LoadedCertificate,
  change: {
    readonly action: Action;
    readonly event: ApplicationEvent;
    /** 引く番号。名前 → 系列。 */
    readonly draws?: Readonly<Record<string, string>>;
    readonly rows: (
      numbers: Readonly<Record<string, number>>,
    ) => Pick<
      PlannedRows<null>,
      "certificateEditions" | "certificateRevocations" | "revocationNotices" | "planChanges" | "planEvents"
    >;
    readonly outbox: readonly OutboxDraft[];
  },
): Promise<Result<null, Refusal>> {
  if (obstacle !== null) return refuse(certificateStale(obstacle));
  const stale = certificateStale("画面を開いた後に、この認定が変えられました。");
  if (application.version !== input.version) return refuse(stale);
  const outcome = await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    ...(change.draws === undefined ? {} : { draws: change.draws }),
    rows: (numbers) => ({
      ...change.rows(numbers),
      result: null,
      changes: [
        {
          id: application.id,
          expectedVersion: application.version,
          set: { version: application.version + 1 },
        },
      ],
      events: [{ applicationId: application.id, event: change.event }],
      audit: [
        {
          action: change.action,
          subjectKind: "certification",
          subjectId: application.id,
          details: { ...change.event.data },
        },
      ],
      outbox: change.outbox,
    }),
  });
  return outcome.kind === "stale" ? refuse(stale) : ok(null);
}
