/** 職員の一覧、招き、役割を外すこと。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { askAccountChange } from "#app/usecases/accounts/account-changes.server.ts";
import { askAccessChange, openStaffGroups } from "#app/usecases/accounts/access-changes.server.ts";
import { inviteStaff, openStaff, withholdRole } from "#app/usecases/accounts/staff-people.server.ts";
import { AccountForm } from "../AccountForm.tsx";
import { typedText } from "../reviewer/command-page.server.ts";
import { submittedForm } from "../reviewer/submitted-form.server.ts";
import { AccessChangeTable } from "./AccessChangeTable.tsx";
import { InvitationForm } from "./InvitationForm.tsx";
import { RoleForm } from "./RoleForm.tsx";
import { StaffTable } from "./StaffTable.tsx";
import { accessChangeView, decideIn } from "./access-change-view.server.ts";
import { placeIn, placeKey, placeWords } from "./role-words.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "職員と権限 | 経営力向上計画 電子申請ポータル" }];

const doneWords: Readonly<Record<string, string>> = {
  invited: "職員を招きました",
  withheld: "役割を外しました。次の操作から効きません",
  asked: "求めを残しました。別の管理者が確かめると効きます",
  decided: "求めを決めました",
};

export const loader = guarded("staff", "users.manage", async ({ useCase, url, tools }) => {
  const opened = await openStaff(useCase);
  const groups = await openStaffGroups(useCase);
  if (!opened.ok) throw refusalResponse(opened.error);
  if (!groups.ok) throw refusalResponse(groups.error);
  const { people, invitations } = opened.value;
  const option = (place: { readonly role: string; readonly officeCode: string }) => ({
    value: placeKey(place),
    label: placeWords(useCase, place),
  });
  const shown = people.map(({ roles, withheld, ...person }) => ({
    ...person,
    roles: roles.map(option),
    withheld: withheld.map(option),
  }));
  return {
    openJoining: tools.staffAccess.openJoining,
    done: doneWords[url.searchParams.get("done") ?? ""],
    people: shown,
    chosen: shown.find(({ id }) => id === url.searchParams.get("person")) ?? null,
    invitations: invitations.map(({ email, invitedByName, invitedAt }) => ({
      email,
      invited: `${invitedByName}、${formatTokyoInstant(invitedAt)}`,
    })),
    changes: groups.value.changes
      .filter(({ kind, subject }) => kind === "restoreRole" || people.some(({ id }) => id === subject))
      .map(accessChangeView(useCase)),
  };
});

export const action = guarded("staff", "users.manage", async ({ useCase, request, url }) => {
  const form = await submittedForm(request);
  const what = typedText(form, "do");
  const typed = {
    email: typedText(form, "email"),
    role: typedText(form, "role"),
    reason: typedText(form, "reason"),
    accountReason: typedText(form, "accountReason"),
  };
  const accountId = url.searchParams.get("person") ?? "";
  const place = { ...placeIn(typed.role), reason: typed.reason };
  const [done, word] = form.has("decide")
    ? ([await decideIn(useCase, form), "decided"] as const)
    : what === "invite"
      ? ([await inviteStaff(useCase, typed.email), "invited"] as const)
      : what === "restore"
        ? ([
            await askAccessChange(useCase, { kind: "restoreRole", groupName: accountId, ...place }),
            "asked",
          ] as const)
        : what === "stop" || what === "resume"
          ? ([
              await askAccountChange(useCase, {
                accountId,
                stop: what === "stop",
                reason: typed.accountReason,
              }),
              "asked",
            ] as const)
          : ([await withholdRole(useCase, { accountId, ...place }), "withheld"] as const);
  if (done.ok) throw redirect(`/admin/staff?done=${word}`);
  if (done.error.kind === "invalid")
    return data({ typed, errors: done.error.errors, conflict: null }, { status: 422 });
  if (done.error.kind === "stale")
    return data({ typed, errors: {}, conflict: staleMessage(done.error) }, { status: 409 });
  throw refusalResponse(done.error);
});

export default function Staff() {
  const { openJoining, done, people, chosen, invitations, changes } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[]>> = sent?.errors ?? {};
  const conflict = sent?.conflict ?? null;
  return (
    <>
      {sent === undefined && done !== undefined && (
        <NotificationBanner kind="success" title={done} announce />
      )}
      {conflict !== null && <NotificationBanner kind="error" title={conflict} announce />}
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <PageTitle
        title="職員と権限"
        lead="職員の役割は、府省のグループとの対応で決まります。役割を外すのは一人ですぐにできます。役割を戻すこと、対応の変更、アカウントを止めることと再び使えるようにすることには、別の管理者の確認が要ります。"
      />
      <p>
        <a className="link" href="/admin/staff/groups">
          グループと役割の対応
        </a>
      </p>
      {chosen !== null && (
        <>
          <RoleForm person={chosen} typed={sent?.typed ?? { role: "", reason: "" }} errors={errors} />
          <AccountForm
            account={chosen}
            reason={sent?.typed.accountReason ?? ""}
            errors={errors}
            back="/admin/staff"
          />
        </>
      )}
      <SectionTitle>職員の一覧</SectionTitle>
      <StaffTable people={people} />
      <SectionTitle>役割とアカウントの求め</SectionTitle>
      <AccessChangeTable changes={changes} />
      <InvitationForm
        openJoining={openJoining}
        invitations={invitations}
        email={sent?.typed.email ?? ""}
        errors={errors["email"]}
      />
    </>
  );
}
