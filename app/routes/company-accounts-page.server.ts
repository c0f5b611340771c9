/** 会社のアカウントの画面に共通の道。会社の側と管理者の側で、見せる名前と行き先だけが違う。 */
import { data, redirect } from "@remix-run/node";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import {
  askAccountChange,
  type CompanyAccount,
  type CompanyAccounts,
} from "#app/usecases/accounts/account-changes.server.ts";
import { accountTypeNames } from "#app/domain/access/account-changes.ts";
import { accessChangeView, decideIn } from "./admin/access-change-view.server.ts";
import { typedText } from "./reviewer/command-page.server.ts";
import { submittedForm } from "./reviewer/submitted-form.server.ts";

const doneWords: Readonly<Record<string, string>> = {
  asked: "求めを残しました。別の人が確かめると効きます",
  decided: "求めを決めました",
};

/** 一つのアカウントを画面の値にする。 */
const accountView = ({
  id,
  name,
  email,
  accountType,
  active,
  replaced,
  mayAsk,
  mayRelink,
}: CompanyAccount) => ({
  id,
  name,
  email: email ?? "",
  type: accountType === null ? "" : accountTypeNames[accountType],
  active,
  replaced,
  mayAsk,
  relinkHref: mayRelink ? `/admin/accounts/${encodeURIComponent(id)}/relink` : null,
});

export type ShownAccount = ReturnType<typeof accountView>;

export function companyAccountsView(
  { useCase, url }: Guarded<Actor>,
  { companyName, accounts, changes }: CompanyAccounts,
) {
  const own = new Set(accounts.map(({ id }) => id));
  const shown = accounts.map(accountView);
  // 職員の名前は、会社には見せない。
  const stampName = (id: string, name: string): string =>
    useCase.actor.kind === "staff" || own.has(id) ? name : "システム管理者";
  const view = accessChangeView(useCase);
  return {
    companyName,
    accounts: shown,
    chosen: shown.find(({ id, mayAsk }) => mayAsk && id === url.searchParams.get("account")) ?? null,
    changes: changes.map((change) =>
      view({
        ...change,
        askedByName: stampName(change.askedBy, change.askedByName),
        decidedByName: stampName(change.decidedBy ?? "", change.decidedByName ?? ""),
      }),
    ),
    done: doneWords[url.searchParams.get("done") ?? ""],
  };
}

/**
 * 送られた求め、又は決定を行う。
 * @param home 済んだ後に開く画面
 */
export async function answerCompanyAccounts({ useCase, request, url }: Guarded<Actor>, home: string) {
  const form = await submittedForm(request);
  const typed = { reason: typedText(form, "accountReason") };
  const deciding = form.has("decide");
  const done = deciding
    ? await decideIn(useCase, form)
    : await askAccountChange(useCase, {
        accountId: url.searchParams.get("account") ?? "",
        stop: typedText(form, "do") === "stop",
        ...typed,
      });
  if (done.ok) {
    const query = new URLSearchParams({ done: deciding ? "decided" : "asked" });
    throw redirect(`${home}${home.includes("?") ? "&" : "?"}${query.toString()}`);
  }
  if (done.error.kind === "invalid")
    return data({ typed, errors: done.error.errors, conflict: null }, { status: 422 });
  if (done.error.kind === "stale")
    return data({ typed, errors: {}, conflict: staleMessage(done.error) }, { status: 409 });
  throw refusalResponse(done.error);
}

export type AccountsSent = {
  readonly typed: { readonly reason: string };
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly conflict: string | null;
};
