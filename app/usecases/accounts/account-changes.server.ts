/** アカウントを止める求めと、再び使えるようにする求め。会社のプライムは自社の、管理者はどのアカウントについても求める。 */
import { type AccountChangeKind, accountChangeFaults } from "#app/domain/access/account-changes.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { accountById, type AccountRow, accountsOfCompany, companyByKey } from "#db/queries/accounts.ts";
import { accessChangesAbout, openAccountChanges } from "#db/queries/staff-access.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { recordAsk, type ShownChange, shownChanges } from "./access-changes.server.ts";

/** そのアカウントの停止と再開を、求め、決められるか。他社の物は notFound。 */
export const authoriseAccountChange = (
  context: UseCaseContext,
  { companyKey }: Pick<AccountRow, "companyKey">,
): Result<null, Refusal> => authorise(context, "accounts.stop", companyKey === null ? {} : { companyKey });

export type CompanyAccount = Pick<AccountRow, "id" | "accountType" | "email" | "active"> & {
  readonly name: string;
  /** いまの人が、止めること又は再び使えるようにすることを求められるか。 */
  readonly mayAsk: boolean;
  readonly replaced: boolean;
  /** 取り直したアカウントへの引継ぎを、いまの人が求められるか。 */
  readonly mayRelink: boolean;
};

export type CompanyAccounts = {
  readonly companyName: string;
  readonly accounts: readonly CompanyAccount[];
  /** まだ決まっていない物を先にした、新しい順の求め。 */
  readonly changes: readonly ShownChange[];
};

export type WaitingAccountChange = ShownChange & {
  readonly companyKey: string;
  readonly companyName: string;
};

/** @returns 他社と、無い会社は notFound、プライムと管理者でない人は forbidden */
export async function openCompanyAccounts(
  context: UseCaseContext,
  companyKey: string,
): Promise<Result<CompanyAccounts, Refusal>> {
  const allowed = authorise(context, "accounts.stop", { companyKey });
  if (!allowed.ok) return allowed;
  const company = await companyByKey(context.database, companyKey);
  if (company === undefined) return refuse({ kind: "notFound" });
  const rows = accountsOfCompany(context.database, companyKey);
  return ok({
    companyName: company.name,
    accounts: rows.map((row) => ({
      id: row.id,
      name: row.displayName,
      accountType: row.accountType,
      email: row.email,
      active: row.active,
      replaced: row.successorId !== null,
      mayRelink: row.successorId === null && authorise(context, "users.manage", {}).ok,
      mayAsk: Object.keys(faultsOf(context, row, kindFor(row), "理由")).length === 0,
    })),
    changes: changesAbout(context, rows),
  });
}

/** その利用者たちについての求め。引継ぎは管理者だけが決めるので、会社の人には見せない。 */
function changesAbout(
  context: UseCaseContext,
  accounts: readonly Pick<AccountRow, "id">[],
): readonly ShownChange[] {
  const rows = accessChangesAbout(
    context.database,
    accounts.map(({ id }) => id),
  );
  const byCompany = context.actor.kind === "applicant";
  return shownChanges(
    context,
    rows.filter(({ kind }) => !byCompany || kind !== "relinkAccount"),
  );
}

/** @returns 事業者のアカウントについての、まだ決まっていない求め。管理者でない人は forbidden */
export function waitingAccountChanges(
  context: UseCaseContext,
): Result<readonly WaitingAccountChange[], Refusal> {
  const allowed = authorise(context, "users.manage", {});
  if (!allowed.ok) return allowed;
  return ok(shownChanges(context, openAccountChanges(context.database)));
}

/**
 * 求めるだけで、まだ何も変わらない。決まっていない同じ求めがあれば、それを残して何も足さない。
 *
 * @param input.stop true なら止める、false なら再び使えるようにする
 * @returns 無いアカウントと他社の物は notFound、求められないものと理由の無いものは invalid
 */
export async function askAccountChange(
  context: UseCaseContext,
  input: { readonly accountId: string; readonly stop: boolean; readonly reason: string },
): Promise<Result<null, Refusal>> {
  const account = await accountById(context.database, input.accountId);
  const allowed = authoriseAccountChange(context, account ?? { companyKey: null });
  if (!allowed.ok) return allowed;
  if (account === undefined) return refuse({ kind: "notFound" });
  const kind = input.stop ? "stopAccount" : "resumeAccount";
  const reason = input.reason.trim();
  const errors = faultsOf(context, account, kind, reason);
  if (Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  const subject = account.id;
  const open = changesAbout(context, [account]).some((one) => one.kind === kind && one.outcome === null);
  if (!open)
    await recordAsk(context, "accounts.askChange", { kind, subject, role: "", officeCode: "", reason });
  return ok(null);
}

const kindFor = ({ active }: AccountRow): AccountChangeKind => (active ? "stopAccount" : "resumeAccount");

const faultsOf = (
  { actor }: UseCaseContext,
  account: AccountRow,
  kind: AccountChangeKind,
  reason: string,
): Readonly<Record<string, readonly string[]>> =>
  accountChangeFaults(
    { ...account, own: account.id === actorStamp(actor).id },
    { kind, reason, byCompany: actor.kind === "applicant" },
  );
