/** 権限とアカウントの変更の求めを決める。効けば、次の要求から及ぶ。 */
import { mayConfirmChange } from "#app/domain/access/account-changes.ts";
import type { GroupRow } from "#app/domain/access/staff-groups.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { accountById, type AccountRow } from "#db/queries/accounts.ts";
import { applicationIdsOf } from "#db/queries/applications.ts";
import {
  accessChangeById,
  type AccessChangeRow,
  staffGroupTable,
  withheldRolesOf,
} from "#db/queries/staff-access.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { PlannedRows } from "#db/write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { authoriseAccountChange } from "./account-changes.server.ts";
import { currentRelinkFault } from "./relink-account.server.ts";
import { assignedTo, groupsIn, ministryOf, reassignEveryone } from "./assign-roles.server.ts";

/**
 * 取りやめることは、求めた本人にもできる。
 *
 * @returns 無い求めと、その人の決められない求めは notFound か forbidden、確かめてはならない人は invalid、
 *   もう決まっていれば stale
 */
export async function decideAccessChange(
  context: UseCaseContext,
  id: string,
  outcome: "confirmed" | "rejected",
): Promise<Result<null, Refusal>> {
  const change = accessChangeById(context.database, id);
  const account = change === undefined ? undefined : await accountById(context.database, change.subject);
  const allowed = authoriseDecision(context, change, account);
  if (!allowed.ok) return allowed;
  if (change === undefined) return refuse({ kind: "notFound" });
  if (outcome === "confirmed" && !mayConfirmChange(change, actorStamp(context.actor).id))
    return refuse({
      kind: "invalid",
      errors: {
        decide: ["求めた人と、変わるアカウントの本人は、確かめることができません。別の人が決めてください。"],
      },
    });
  const fault =
    change.kind === "relinkAccount" && outcome === "confirmed"
      ? await currentRelinkFault(context, change)
      : null;
  if (fault !== null) return refuse({ kind: "invalid", errors: { decide: [fault] } });
  const { kind, subject, role, officeCode, target, fromCompany, toCompany } = change;
  const written = await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => {
      const { audit = [], ...effect } = outcome === "confirmed" ? effectOf(context, change, account) : {};
      return {
        result: null,
        accessDecisions: [{ id, outcome }],
        ...effect,
        audit: [
          {
            action:
              kind === "relinkAccount" || isStopping(kind) ? "accounts.decideChange" : "access.decideChange",
            subjectKind: "accessChange",
            subjectId: id,
            details: { id, kind, subject, role, officeCode, target, fromCompany, toCompany, outcome },
          },
          ...audit,
        ],
      };
    },
  });
  if (written.kind !== "stale") return ok(null);
  const by = accessChangeById(context.database, id)?.decidedByName ?? null;
  return refuse({
    kind: "stale",
    subject: "accessChange",
    by,
    what: "この求めはもう決まったか、アカウントが変わっています。",
  });
}

const isStopping = (kind: AccessChangeRow["kind"]): boolean =>
  kind === "stopAccount" || kind === "resumeAccount";

const authoriseDecision = (
  context: UseCaseContext,
  change: AccessChangeRow | undefined,
  account: AccountRow | undefined,
): Result<null, Refusal> => {
  if (change !== undefined && account !== undefined && isStopping(change.kind))
    return authoriseAccountChange(context, account);
  // 会社の人には、ほかの求めがあることを見せない。
  return context.actor.kind === "applicant"
    ? refuse({ kind: "notFound" })
    : authorise(context, "users.manage", {});
};

/** 引継ぎの行。会社の番号が変わるなら、移る申請の一つずつに跡を残す。 */
function relinkRows(
  { database }: UseCaseContext,
  { id, subject, target, fromCompany, toCompany }: AccessChangeRow,
): Partial<PlannedRows<null>> {
  if (target === null || fromCompany === null || toCompany === null) return {};
  const moved = fromCompany === toCompany ? [] : applicationIdsOf(database, fromCompany);
  return {
    relinks: [{ changeId: id, accountId: subject, successorId: target, fromCompany, toCompany }],
    audit: moved.map((applicationId) => ({
      action: "accounts.moveApplication",
      subjectKind: "application",
      subjectId: applicationId,
      details: { change: id, fromCompany, toCompany },
    })),
  };
}

function effectOf(
  context: UseCaseContext,
  change: AccessChangeRow,
  account: AccountRow | undefined,
): Partial<PlannedRows<null>> {
  const { kind, subject, role, officeCode } = change;
  const { reader } = context.database;
  const row = { groupName: subject, role, officeCode };
  const same = (one: GroupRow): boolean =>
    one.groupName === subject && one.role === role && one.officeCode === officeCode;
  switch (kind) {
    case "addGroup": {
      const ministry = ministryOf(context)(officeCode) ?? "";
      return {
        staffGroups: [{ ...row, ministry, createdAt: context.clock.now() }],
        assignments: reassignEveryone(context, [...staffGroupTable(reader), row]),
      };
    }
    case "removeGroup":
      return {
        removedStaffGroups: [row],
        assignments: reassignEveryone(
          context,
          staffGroupTable(reader).filter((one) => !same(one)),
        ),
      };
    case "restoreRole": {
      const rest = withheldRolesOf(reader, subject).filter(
        (one) => one.role !== role || one.officeCode !== officeCode,
      );
      return {
        restoredRoles: [{ accountId: subject, role, officeCode }],
        assignments:
          account === undefined
            ? []
            : [assignedTo(context, subject, groupsIn(account.claims), staffGroupTable(reader), rest)],
      };
    }
    case "stopAccount":
    case "resumeAccount":
      return { accountStates: [{ id: subject, active: kind === "resumeAccount" }] };
    case "relinkAccount":
      return relinkRows(context, change);
  }
}
