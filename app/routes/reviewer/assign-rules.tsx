/** 局の担当の決まりを読み、足し、消す画面。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { officesOf } from "#app/domain/access/actor.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { Checkboxes } from "#app/ui/primitives/Checkboxes.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { currentRulebook } from "#app/usecases/context.ts";
import {
  addAssignRule,
  openAssignRules,
  removeAssignRule,
} from "#app/usecases/review/assign-rules.server.ts";
import { AssignRuleTable } from "./AssignRuleTable.tsx";
import { typedText } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "担当の決まり | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "office.editAssignRules", async ({ useCase, actor, url }) => {
  const opened = await openAssignRules(useCase);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { offices, guidelines, industries } = currentRulebook(useCase).rulebook;
  const officeName = (code: string): string => offices.get(code)?.name ?? code;
  const done = url.searchParams.get("done");
  return {
    rules: opened.value.rules.map((rule) => ({
      id: rule.id,
      office: officeName(rule.officeCode),
      guideline: guidelines.get(rule.guidelineId)?.name ?? "どの指針でも",
      division: industries[14].byCode.get(rule.division)?.name ?? "どの業種でも",
      assignees: rule.names.map((name) => name ?? "（局を離れた人）").join("、"),
      inTurn: rule.names.length > 1,
      updatedBy: rule.updatedByName,
    })),
    offices: officesOf(actor).map((code) => ({ value: code, label: officeName(code) })),
    colleagues: opened.value.colleagues.map(({ id, label, officeCode }) => ({
      value: id,
      label: officesOf(actor).length > 1 ? `${label}（${officeName(officeCode)}）` : label,
    })),
    guidelines: [...guidelines.values()].map(({ id, name }) => ({ value: id, label: name })),
    divisions: industries[14].divisions.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
    done:
      done === "added" ? "担当の決まりを足しました" : done === "removed" ? "担当の決まりを消しました" : null,
  };
});

export const action = guarded("staff", "office.editAssignRules", async ({ request, useCase }) => {
  const form = await submittedForm(request);
  const removed = typedText(form, "remove");
  const typed = {
    officeCode: typedText(form, "officeCode"),
    guidelineId: typedText(form, "guidelineId"),
    division: typedText(form, "division"),
    assignees: form.getAll("assignees").filter((value) => typeof value === "string"),
  };
  const done =
    removed === "" ? await addAssignRule(useCase, typed) : await removeAssignRule(useCase, removed);
  if (done.ok) throw redirect(`/review/assign-rules?done=${removed === "" ? "added" : "removed"}`);
  if (done.error.kind === "invalid") return data({ typed, errors: done.error.errors }, { status: 422 });
  throw refusalResponse(done.error);
});

export default function AssignRules() {
  const { rules, offices, colleagues, guidelines, divisions, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[]>> = sent?.errors ?? {};
  const field = (name: "officeCode" | "guidelineId" | "division") => ({
    id: name,
    name,
    defaultValue: sent?.typed[name],
    errors: errors[name],
  });
  return (
    <div className="max-w-[60rem]">
      <Breadcrumbs items={[{ label: "審査の一覧", href: "/review" }, { label: "担当の決まり" }]} />
      {sent === undefined && done !== null && <NotificationBanner kind="success" title={done} announce />}
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <PageTitle
        title="担当の決まり"
        lead="受理した申請の担当を、指針や業種から決めておきます。条件の細かい決まりが先に当たり、当たる決まりがなければ、受理した人が担当になります。担当は、申請の画面で後から替えられます。"
      />
      <AssignRuleTable rules={rules} />
      <SectionTitle>決まりを足す</SectionTitle>
      <form method="post" noValidate>
        {offices.length > 1 ? (
          <Select {...field("officeCode")} label="局" options={offices} emptyLabel={null} />
        ) : (
          <input type="hidden" name="officeCode" value={offices[0]?.value ?? ""} />
        )}
        <Select
          {...field("guidelineId")}
          label="指針"
          options={guidelines}
          emptyLabel="どの指針でも"
          width="lg"
        />
        <Select
          {...field("division")}
          label="業種（大分類）"
          options={divisions}
          emptyLabel="どの業種でも"
          width="lg"
        />
        <Checkboxes
          id="assignees"
          name="assignees"
          label="担当"
          required
          help="二人以上を選ぶと、順に回します。"
          options={colleagues}
          defaultValue={sent?.typed.assignees}
          errors={errors["assignees"]}
        />
        <ButtonGroup>
          <Button>決まりを足す</Button>
        </ButtonGroup>
      </form>
    </div>
  );
}
