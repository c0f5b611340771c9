/** 職員の権限を上げうる変更。一人が求め、別の管理者が確かめて初めて効く。効けば、次の要求から全員に及ぶ。 */
import { type GroupRow, groupRowFaults, mayConfirmChange } from "#app/domain/access/staff-groups.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import {
  accessChangeById,
  accessChangeList,
  type AccessChangeRow,
  type StaffGroupRow,
  staffGroupTable,
  withheldRolesOf,
} from "#db/queries/staff-access.ts";
import { accountById } from "#db/queries/accounts.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { PlannedRows } from "#db/write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { assignedTo, groupsIn, ministryOf, reassignEveryone } from "./assign-roles.server.ts";

const MOST_SHOWN = 100;

export type ShownChange = AccessChangeRow & {
  /** いまの人が確かめてよいか。決まった求めでは false。 */
  readonly mayConfirm: boolean;
};

/** @returns 対応の表と、新しい順の求め。管理者でない人は forbidden */
export async function openStaffGroups(
  context: UseCaseContext,
): Promise<
  Result<{ readonly rows: readonly StaffGroupRow[]; readonly changes: readonly ShownChange[] }, Refusal>
> {
  const allowed = authorise(context, "users.manage", {});
  if (!allowed.ok) return allowed;
  const { id } = actorStamp(context.actor);
  const changes = accessChangeList(context.database, MOST_SHOWN);
  return ok({
    rows: staffGroupTable(context.database.reader),
    changes: changes.map((change) => ({
      ...change,
      mayConfirm: change.outcome === null && mayConfirmChange(change, id),
    })),
  });
}

export type AskedChange = GroupRow & {
  readonly kind: AccessChangeRow["kind"];
  readonly reason: string;
};

/**
 * 変更を求める。まだ何も変わらない。
 *
 * @param input.groupName 役割を戻すときは、職員の利用者番号
 * @returns 受け取れない欄は invalid
 */
export async function askAccessChange(
  context: UseCaseContext,
  input: AskedChange,
): Promise<Result<null, Refusal>> {
  const allowed = authorise(context, "users.manage", {});
  if (!allowed.ok) return allowed;
  const { kind, role, officeCode } = input;
  const reason = input.reason.trim();
  const subject = input.groupName.trim();
  const errors = {
    ...(kind === "addGroup"
      ? groupRowFaults({ groupName: subject, role, officeCode }, ministryOf(context))
      : {}),
    ...(reason === "" || reason.length > 500 ? { reason: ["理由を500文字までで書いてください。"] } : {}),
  };
  if (Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  if (!changesSomething(context, input, subject)) return refuse({ kind: "notFound" });
  const { id: askedBy, name: askedByName } = actorStamp(context.actor);
  const id = context.newId();
  const at = context.clock.now();
  const row = { id, kind, subject, role, officeCode, reason, askedBy, askedByName, askedAt: at };
  await write(context, "access.askChange", row, () => ({ accessChanges: [row] }));
  return ok(null);
}

/** 除く対応と戻す役割は、いまあるものに限る。 */
function changesSomething(
  { database }: UseCaseContext,
  { kind, role, officeCode }: AskedChange,
  subject: string,
): boolean {
  const here = (place: { readonly role: string; readonly officeCode: string }): boolean =>
    place.role === role && place.officeCode === officeCode;
  switch (kind) {
    case "addGroup":
      return true;
    case "removeGroup":
      return staffGroupTable(database.reader).some((row) => row.groupName === subject && here(row));
    case "restoreRole":
      return withheldRolesOf(database.reader, subject).some(here);
  }
}

/**
 * 求めを決める。取りやめることは、求めた本人にもできる。
 *
 * @returns 無い求めは notFound、確かめてはならない人は invalid、もう決まっていれば stale
 */
export async function decideAccessChange(
  context: UseCaseContext,
  id: string,
  outcome: "confirmed" | "rejected",
): Promise<Result<null, Refusal>> {
  const allowed = authorise(context, "users.manage", {});
  if (!allowed.ok) return allowed;
  const change = accessChangeById(context.database, id);
  if (change === undefined) return refuse({ kind: "notFound" });
  if (outcome === "confirmed" && !mayConfirmChange(change, actorStamp(context.actor).id))
    return refuse({
      kind: "invalid",
      errors: {
        decide: ["求めた人と、役割を戻される人は、確かめることができません。別の管理者が決めてください。"],
      },
    });
  const account =
    change.kind === "restoreRole" ? await accountById(context.database, change.subject) : undefined;
  const { kind, subject, role, officeCode } = change;
  const details = { id, kind, subject, role, officeCode, outcome };
  const outcomeOf = await write(context, "access.decideChange", details, () => ({
    accessDecisions: [{ id, outcome }],
    ...(outcome === "confirmed" ? effectOf(context, change, account) : {}),
  }));
  if (outcomeOf !== "stale") return ok(null);
  const by = accessChangeById(context.database, id)?.decidedByName ?? null;
  return refuse({ kind: "stale", subject: "accessChange", by, what: "この求めはもう決まっています。" });
}

function effectOf(
  context: UseCaseContext,
  { kind, subject, role, officeCode }: AccessChangeRow,
  account: Awaited<ReturnType<typeof accountById>>,
): Partial<PlannedRows<null>> {
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
  }
}

async function write(
  context: UseCaseContext,
  action: string,
  details: Readonly<Record<string, unknown>> & { readonly id: string },
  rows: () => Partial<PlannedRows<null>>,
): Promise<"applied" | "repeated" | "stale"> {
  const outcome = await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      ...rows(),
      result: null,
      audit: [{ action, subjectKind: "accessChange", subjectId: details.id, details }],
    }),
  });
  return outcome.kind;
}
