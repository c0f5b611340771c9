import type { ReactNode } from "react";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { AccountForm } from "./AccountForm.tsx";
import { CompanyAccountTable } from "./CompanyAccountTable.tsx";
import { AccessChangeTable } from "./admin/AccessChangeTable.tsx";
import type { AccountsSent, companyAccountsView } from "./company-accounts-page.server.ts";

/** 会社のアカウントと、止める求め。会社の側と管理者の側で同じ。children は題名。 */
export function CompanyAccounts({
  page: { accounts, chosen, changes, done },
  sent,
  home,
  children,
}: {
  readonly page: ReturnType<typeof companyAccountsView>;
  readonly sent: AccountsSent | undefined;
  /** この画面の道筋。 */
  readonly home: string;
  readonly children: ReactNode;
}) {
  const errors = sent?.errors ?? {};
  return (
    <>
      {sent === undefined && done !== undefined && (
        <NotificationBanner kind="success" title={done} announce />
      )}
      {(sent?.conflict ?? null) !== null && (
        <NotificationBanner kind="error" title={sent?.conflict ?? ""} announce />
      )}
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      {children}
      {chosen !== null && (
        <AccountForm account={chosen} reason={sent?.typed.reason ?? ""} errors={errors} back={home} />
      )}
      <SectionTitle>アカウントの一覧</SectionTitle>
      <CompanyAccountTable accounts={accounts} home={home} />
      <SectionTitle>止める・再び使えるようにする求め</SectionTitle>
      <AccessChangeTable changes={changes} />
    </>
  );
}
