/** 認定した計画を連携先に渡すことへの同意。いつでも取りやめられ、取りやめはすぐに効く。 */
import { mayConsent, SHARING_POLICY_VERSION } from "#app/domain/sharing/shareable.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { type ApplicationRow, latestSubmission } from "#db/queries/applications.ts";
import { consentsOf } from "#db/queries/sharing.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { loadOwnApplication, type OwnApplication } from "../applications/load-own-application.server.ts";
import { accessRecordOf, authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

export type SharingConsent = {
  readonly application: ApplicationRow;
  /** 今の意思。まだなら null。 */
  readonly given: boolean | null;
  /** この申請は、同意すれば渡すことになるか。局の決まる前は null。 */
  readonly applies: boolean | null;
  /** これまでの意思。新しい順。 */
  readonly history: readonly { readonly given: boolean; readonly at: string; readonly byName: string }[];
};

export async function openSharing(
  context: UseCaseContext,
  input: OwnApplication,
): Promise<Result<SharingConsent, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.viewOwn", input);
  if (!loaded.ok) return loaded;
  return ok(await consentOf(context, loaded.value));
}

/** 申請の、今の意思。 */
export async function consentOf(
  context: UseCaseContext,
  application: ApplicationRow,
): Promise<SharingConsent> {
  const rows = await consentsOf(context.database, application.id);
  const submission = await latestSubmission(context.database, application.id);
  return {
    application,
    given: rows[0]?.given ?? null,
    applies:
      submission === undefined
        ? null
        : mayConsent({ ministry: application.ministry, joint: submission.routing.joint }),
    history: rows.map(({ given, createdAt, createdByName }) => ({
      given,
      at: createdAt,
      byName: createdByName,
    })),
  };
}

/** 意思を残す。同じ意思をもう一度示しても、何も書かない。 */
export async function setSharingConsent(
  context: UseCaseContext,
  input: OwnApplication & { readonly given: boolean },
): Promise<Result<null, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.viewOwn", input);
  if (!loaded.ok) return loaded;
  const application = loaded.value;
  const allowed = authorise(context, "sharing.consent", accessRecordOf(application));
  if (!allowed.ok) return allowed;
  const rows = await consentsOf(context.database, application.id);
  if (rows[0]?.given === input.given) return ok(null);
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  const sequence = (rows[0]?.sequence ?? 0) + 1;
  await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    // 同時に押しても、同じ番目の意思は一つだけ。
    intent: { action: "sharing.consent", key: `${application.id}:${sequence}` },
    rows: () => ({
      result: null,
      sharingConsents: [
        {
          applicationId: application.id,
          sequence,
          given: input.given,
          policyVersion: SHARING_POLICY_VERSION,
          createdBy: actor.id,
          createdByName: actor.name,
          createdAt: at,
        },
      ],
      audit: [
        {
          action: "sharing.consent",
          subjectKind: "application",
          subjectId: application.id,
          details: { given: input.given, policy: SHARING_POLICY_VERSION },
        },
      ],
    }),
  });
  return ok(null);
}
