/** 取り直した GビズID への引継ぎ: 管理者が違いを見て求める。決めるのは別の管理者（`decideAccessChange`）。 */
import { relinkFault, type RelinkSide } from "#app/domain/access/account-relink.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import {
  accountById,
  type AccountRow,
  accountsOfCompany,
  companyByKey,
  type CompanyRow,
} from "#db/queries/accounts.ts";
import { companyApplications } from "#db/queries/applications.ts";
import { accessChangesAbout } from "#db/queries/staff-access.ts";
import { authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { recordAsk } from "./access-changes.server.ts";

type Side = { readonly account: AccountRow; readonly company: CompanyRow | undefined };

/** 違いを見るための、二つのアカウントの値が同じか。どちらかが分からなければ null。 */
export type Sameness = Readonly<
  Record<"userName" | "email" | "representative" | "birthDate" | "address", boolean | null>
>;

export type RelinkCandidate = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly accountType: AccountRow["accountType"];
  /** 初めてログインした瞬間（UTC の ISO 文字列）。 */
  readonly since: string;
  /** 引き継げない理由。引き継げるなら null。 */
  readonly fault: string | null;
  readonly same: Sameness;
};

export type RelinkPage = {
  readonly account: AccountRow;
  readonly company: CompanyRow;
  /** 候補を引いた会社。無い番号なら null。 */
  readonly toCompany: CompanyRow | null;
  readonly candidates: readonly RelinkCandidate[];
  /** 会社の番号が変わるとき、移る申請と下書きの数。 */
  readonly applications: number;
};

/**
 * @param toCompanyKey 引き継ぐ先の会社の番号。空なら同じ会社
 * @returns 事業者のアカウントでなければ notFound、管理者でない人は forbidden
 */
export async function openRelink(
  context: UseCaseContext,
  accountId: string,
  toCompanyKey: string,
): Promise<Result<RelinkPage, Refusal>> {
  const allowed = authorise(context, "users.manage", {});
  if (!allowed.ok) return allowed;
  const from = await sideOf(context, accountId);
  if (from?.company === undefined) return refuse({ kind: "notFound" });
  const key = toCompanyKey === "" ? from.company.key : toCompanyKey;
  const toCompany = await companyByKey(context.database, key);
  const candidates = accountsOfCompany(context.database, key).filter(({ id }) => id !== accountId);
  const moving = await companyApplications(context.database, from.company.key);
  return ok({
    account: from.account,
    company: from.company,
    toCompany: toCompany ?? null,
    candidates: candidates.map((account) => candidateOf(from, { account, company: toCompany })),
    applications: moving.length,
  });
}

/**
 * 引継ぎを求める。まだ何も変わらない。決まっていない引継ぎの求めがあれば、それを残して何も足さない。
 *
 * @returns 事業者のアカウントでなければ notFound、引き継げないものと理由の無いものは invalid
 */
export async function askRelink(
  context: UseCaseContext,
  input: { readonly accountId: string; readonly successorId: string; readonly reason: string },
): Promise<Result<null, Refusal>> {
  const allowed = authorise(context, "users.manage", {});
  if (!allowed.ok) return allowed;
  const from = await sideOf(context, input.accountId);
  if (from?.company === undefined) return refuse({ kind: "notFound" });
  const to = await sideOf(context, input.successorId);
  const fault =
    to === undefined
      ? "引き継ぐ先のアカウントを選んでください。"
      : relinkFault(relinkSide(from), relinkSide(to));
  const reason = input.reason.trim();
  const errors = {
    ...(fault === null ? {} : { successor: [fault] }),
    ...(reason === "" || reason.length > 500 ? { reason: ["理由を500文字までで書いてください。"] } : {}),
  };
  if (Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  const subject = from.account.id;
  const open = accessChangesAbout(context.database, [subject]).some(
    ({ kind, outcome }) => kind === "relinkAccount" && outcome === null,
  );
  if (!open)
    await recordAsk(context, "accounts.askChange", {
      kind: "relinkAccount",
      subject,
      role: "",
      officeCode: "",
      target: input.successorId,
      fromCompany: from.account.companyKey,
      toCompany: to?.account.companyKey ?? null,
      reason,
    });
  return ok(null);
}

/** いまの二つのアカウントで、引き継げない理由。引き継げるなら null。 */
export async function currentRelinkFault(
  context: UseCaseContext,
  { subject, target }: { readonly subject: string; readonly target: string | null },
): Promise<string | null> {
  const [from, to] = [await sideOf(context, subject), await sideOf(context, target ?? "")];
  return from === undefined || to === undefined
    ? "アカウントがありません。"
    : relinkFault(relinkSide(from), relinkSide(to));
}

async function sideOf({ database }: UseCaseContext, accountId: string): Promise<Side | undefined> {
  const account = await accountById(database, accountId);
  return account === undefined
    ? undefined
    : { account, company: await companyByKey(database, account.companyKey ?? "") };
}

const claim = ({ claims }: AccountRow, name: string): string => {
  const value = claims[name];
  return typeof value === "string" ? value : "";
};

const birthDigits = (account: AccountRow): string => claim(account, "birthday_ymd").replaceAll(/\D/gu, "");

const relinkSide = ({ account, company }: Side): RelinkSide => ({
  id: account.id,
  active: account.active,
  successorId: account.successorId,
  accountType: account.accountType,
  companyKey: account.companyKey,
  corporationType: company?.corporationType ?? null,
  birthDigits: birthDigits(account),
});

function candidateOf(from: Side, to: Side): RelinkCandidate {
  const same = (read: (account: AccountRow) => string): boolean | null => {
    const [one, other] = [read(from.account), read(to.account)];
    return one === "" || other === "" ? null : one === other;
  };
  const { account } = to;
  return {
    id: account.id,
    name: account.displayName,
    email: account.email ?? "",
    accountType: account.accountType,
    since: account.createdAt,
    fault: relinkFault(relinkSide(from), relinkSide(to)),
    same: {
      userName: same(({ displayName }) => displayName),
      email: same(({ email }) => email ?? ""),
      representative: same((one) => `${claim(one, "rep_last_nm")}${claim(one, "rep_first_nm")}`),
      birthDate: same(birthDigits),
      address: same(
        (one) => `${claim(one, "prefecture_name")}${claim(one, "address1")}${claim(one, "address2")}`,
      ),
    },
  };
}
