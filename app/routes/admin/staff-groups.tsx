/** 府省のグループ名と役割の対応。変更は、求めた人とは別の管理者が確かめて効く。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ROLE_NAMES } from "#app/domain/access/roles.ts";
import { GROUP_ROLES } from "#app/domain/access/staff-groups.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { askAccessChange, openStaffGroups } from "#app/usecases/accounts/access-changes.server.ts";
import { currentRulebook } from "#app/usecases/context.ts";
import { typedText } from "../reviewer/command-page.server.ts";
import { submittedForm } from "../reviewer/submitted-form.server.ts";
import { AccessChangeTable } from "./AccessChangeTable.tsx";
import { StaffGroupTable } from "./StaffGroupTable.tsx";
import { accessChangeView, decideIn } from "./access-change-view.server.ts";
import { placeIn, placeKey, placeWords } from "./role-words.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "グループと役割 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "users.manage", async ({ useCase, url, tools }) => {
  const opened = await openStaffGroups(useCase);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { offices } = currentRulebook(useCase).rulebook;
  return {
    named: tools.staffAccess.namedGroups,
    done: { asked: "変更を求めました。別の管理者が確かめると効きます", decided: "求めを決めました" }[
      url.searchParams.get("done") ?? ""
    ],
    rows: opened.value.rows.map((row) => ({
      groupName: row.groupName,
      place: placeWords(useCase, row),
      key: placeKey(row),
    })),
    changes: opened.value.changes
      .filter(({ kind }) => kind === "addGroup" || kind === "removeGroup")
      .map(accessChangeView(useCase)),
    offices: [...offices.values()].map(({ code, name }) => ({ value: code, label: name })),
  };
});

export const action = guarded("staff", "users.manage", async ({ useCase, request }) => {
  const form = await submittedForm(request);
  const removing = typedText(form, "remove");
  const typed = {
    groupName: typedText(form, "groupName"),
    role: typedText(form, "role"),
    officeCode: typedText(form, "officeCode"),
    reason: typedText(form, "reason"),
  };
  const deciding = form.has("decide");
  const done = deciding
    ? await decideIn(useCase, form)
    : removing === ""
      ? await askAccessChange(useCase, { kind: "addGroup", ...typed })
      : await askAccessChange(useCase, {
          kind: "removeGroup",
          ...typed,
          ...placeIn(removing),
          reason: "対応を除く",
        });
  if (done.ok) throw redirect(`/admin/staff/groups?done=${deciding ? "decided" : "asked"}`);
  if (done.error.kind === "invalid")
    return data({ typed, errors: done.error.errors, conflict: null }, { status: 422 });
  if (done.error.kind === "stale")
    return data({ typed, errors: {}, conflict: staleMessage(done.error) }, { status: 409 });
  throw refusalResponse(done.error);
});

export default function StaffGroups() {
  const { named, done, rows, changes, offices } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[]>> = sent?.errors ?? {};
  const conflict = sent?.conflict ?? null;
  const field = (name: "groupName" | "role" | "officeCode" | "reason") => ({
    id: name,
    name,
    defaultValue: sent?.typed[name] ?? "",
    errors: errors[name],
    required: name !== "officeCode",
  });
  return (
    <>
      <Breadcrumbs items={[{ label: "職員と権限", href: "/admin/staff" }, { label: "グループと役割" }]} />
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
        title="グループと役割"
        lead="府省の職員のグループに、どの局のどの役割を付けるかの対応です。変更は、求めた人とは別の管理者が確かめるまで効きません。効くと、ログイン中の職員にも次の操作から及びます。"
      />
      {named && (
        <NotificationBanner kind="info" title="デモの決まり">
          <p>
            この環境では、「office:局の符号:reviewer」のように名前がそのまま役割を表すグループも読みます。本番では、下の対応だけに従います。
          </p>
        </NotificationBanner>
      )}
      <SectionTitle>いまの対応</SectionTitle>
      <StaffGroupTable rows={rows} />
      <SectionTitle>権限の変更の求め</SectionTitle>
      <AccessChangeTable changes={changes} />
      <SectionTitle>対応を足すことを求める</SectionTitle>
      <form method="post" noValidate>
        <Input
          {...field("groupName")}
          label="グループ名"
          help="発行者が返すままの名前。大文字と小文字は別の物です。"
        />
        <Select
          {...field("role")}
          label="役割"
          options={GROUP_ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
        />
        <Select
          {...field("officeCode")}
          label="局"
          help="審査担当と決裁者のときだけ選びます。"
          options={offices}
          emptyLabel="局に結び付かない役割"
          width="lg"
        />
        <Textarea {...field("reason")} label="理由" rows={2} help="確かめる管理者が読みます。" />
        <Button>対応を足すことを求める</Button>
      </form>
    </>
  );
}
