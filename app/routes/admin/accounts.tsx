/** 事業者のアカウント。会社の番号で引き、止める・再び使えるようにする求めを出し、確かめる。 */
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { openCompanyAccounts, waitingAccountChanges } from "#app/usecases/accounts/account-changes.server.ts";
import { CompanyAccounts } from "../CompanyAccounts.tsx";
import { answerCompanyAccounts, companyAccountsView } from "../company-accounts-page.server.ts";
import { WaitingAccountChanges } from "./WaitingAccountChanges.tsx";
import { accessChangeView } from "./access-change-view.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "事業者のアカウント | 経営力向上計画 電子申請ポータル" }];

const homeOf = (number: string): string => `/admin/accounts?number=${encodeURIComponent(number)}`;

export const loader = guarded("staff", "users.manage", async (guard) => {
  const { useCase, url } = guard;
  const number = (url.searchParams.get("number") ?? "").trim();
  const waiting = waitingAccountChanges(useCase);
  if (!waiting.ok) throw refusalResponse(waiting.error);
  const shared = {
    number,
    waiting: waiting.value.map(({ companyKey, companyName, ...change }) => ({
      ...accessChangeView(useCase)(change),
      companyName,
      href: homeOf(companyKey),
    })),
  };
  if (number === "") return data({ ...shared, fault: null, page: null });
  if (!/^\d{13}$/u.test(number))
    return data(
      { ...shared, fault: "13桁の法人番号又は管理番号を入力してください", page: null },
      { status: 400 },
    );
  const opened = await openCompanyAccounts(useCase, number);
  if (opened.ok) return data({ ...shared, fault: null, page: companyAccountsView(guard, opened.value) });
  if (opened.error.kind !== "notFound") throw refusalResponse(opened.error);
  return data(
    { ...shared, fault: "この番号の会社の人は、まだログインしたことがありません", page: null },
    { status: 404 },
  );
});

export const action = guarded("staff", "users.manage", (guard) =>
  answerCompanyAccounts(guard, homeOf(guard.url.searchParams.get("number") ?? "")),
);

export default function Accounts() {
  const { number, waiting, fault, page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const head = (
    <>
      <PageTitle
        title="事業者のアカウント"
        lead="会社のGビズIDのアカウントを止める、又は再び使えるようにすることを求めます。求めた人とは別の管理者か、その会社の別のプライムが確かめるまで効きません。"
      />
      {fault !== null && <ErrorSummary errors={[{ message: fault, fieldId: "number" }]} />}
      <form method="get" action="/admin/accounts" noValidate className="mb-6">
        <Input
          id="number"
          name="number"
          label="会社の番号"
          help="13桁の法人番号、個人事業主は管理番号です。"
          defaultValue={number}
          errors={fault === null ? [] : [fault]}
          width="sm"
          maxLength={20}
        />
        <Button>アカウントを見る</Button>
      </form>
      {page !== null && <p className="text-std-20B-150">{page.companyName}</p>}
    </>
  );
  return (
    <>
      {page === null ? (
        head
      ) : (
        <CompanyAccounts page={page} sent={sent} home={homeOf(number)}>
          {head}
        </CompanyAccounts>
      )}
      <SectionTitle>確認を待っている求め</SectionTitle>
      <WaitingAccountChanges changes={waiting} />
    </>
  );
}
