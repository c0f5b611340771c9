/** 会社のアカウント。プライムが、自社のメンバーなどを止める・再び使えるようにすることを求める。 */
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { openCompanyAccounts } from "#app/usecases/accounts/account-changes.server.ts";
import { CompanyAccounts } from "../CompanyAccounts.tsx";
import { answerCompanyAccounts, companyAccountsView } from "../company-accounts-page.server.ts";
import { companyPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "会社のアカウント | 経営力向上計画 電子申請ポータル" }];

const homeOf = (companyKey: string): string => `${companyPath(companyKey)}/accounts`;

export const loader = guarded("applicant", "accounts.stop", async (guard) => {
  const companyKey = guard.param("company");
  const opened = await openCompanyAccounts(guard.useCase, companyKey);
  if (!opened.ok) throw refusalResponse(opened.error);
  return { companyKey, page: companyAccountsView(guard, opened.value) };
});

export const action = guarded("applicant", "accounts.stop", (guard) =>
  answerCompanyAccounts(guard, homeOf(guard.param("company"))),
);

export default function Accounts() {
  const { companyKey, page } = useLoaderData<typeof loader>();
  return (
    <CompanyAccounts page={page} sent={useActionData<typeof action>()} home={homeOf(companyKey)}>
      <Breadcrumbs
        items={[{ label: "申請と認定", href: companyPath(companyKey) }, { label: "会社のアカウント" }]}
      />
      <PageTitle
        title="会社のアカウント"
        caption={page.companyName}
        lead="このポータルにログインしたことのある、この会社のGビズIDのアカウントです。退職した人などのアカウントを止められます。確かめるのは、この会社の別のプライムか、システム管理者です。"
      />
    </CompanyAccounts>
  );
}
