/** 代決者を決め、終える画面。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { DateInput } from "#app/ui/primitives/DateInput.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { currentRulebook } from "#app/usecases/context.ts";
import {
  endSubstitution,
  nameSubstitute,
  openSubstitutions,
} from "#app/usecases/review/substitutes.server.ts";
import { SubstitutionTable } from "./SubstitutionTable.tsx";
import { typedText } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";
import { substitutionRow } from "./substitution-row.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "代決 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "office.nameSubstitute", async ({ useCase, url }) => {
  const opened = await openSubstitutions(useCase);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { offices } = currentRulebook(useCase).rulebook;
  const officeName = (code: string): string => offices.get(code)?.name ?? code;
  const done = url.searchParams.get("done");
  return {
    rows: opened.value.rows.map((row) => substitutionRow(row, officeName(row.officeCode))),
    colleagues: opened.value.colleagues.map(({ officeCode, id, label }) => ({
      value: `${officeCode}/${id}`,
      label: `${label}（${officeName(officeCode)}）`,
    })),
    today: formatJapaneseDate(tokyoDay(useCase.clock.now())),
    done: done === "named" ? "代決者を決めました" : done === "ended" ? "代決を終えました" : null,
  };
});

export const action = guarded("staff", "office.nameSubstitute", async ({ request, useCase }) => {
  const form = await submittedForm(request);
  const ended = typedText(form, "end");
  const typed = {
    substituteId: typedText(form, "substituteId"),
    fromDay: typedText(form, "fromDay"),
    toDay: typedText(form, "toDay"),
    reason: typedText(form, "reason"),
  };
  const [officeCode = "", substituteId = ""] = typed.substituteId.split("/");
  const done =
    ended === ""
      ? await nameSubstitute(useCase, { ...typed, officeCode, substituteId })
      : await endSubstitution(useCase, ended);
  if (done.ok) throw redirect(`/review/substitutes?done=${ended === "" ? "named" : "ended"}`);
  if (done.error.kind === "invalid")
    return data({ typed, errors: done.error.errors, conflict: null }, { status: 422 });
  if (done.error.kind === "notFound" && substituteId === "")
    return data(
      { typed, errors: { substituteId: ["代決者にする職員を選んでください。"] }, conflict: null },
      { status: 422 },
    );
  if (done.error.kind === "stale")
    return data({ typed, errors: {}, conflict: staleMessage(done.error) }, { status: 409 });
  throw refusalResponse(done.error);
});

export default function Substitutes() {
  const { rows, colleagues, today, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[]>> = sent?.errors ?? {};
  const field = (name: "substituteId" | "fromDay" | "toDay" | "reason") => ({
    id: name,
    name,
    required: true,
    defaultValue: sent?.typed[name] ?? (name === "fromDay" ? today : ""),
    errors: errors[name],
  });
  const conflict = sent?.conflict ?? null;
  return (
    <div className="max-w-[60rem]">
      <Breadcrumbs items={[{ label: "審査の一覧", href: "/review" }, { label: "代決" }]} />
      {sent === undefined && done !== null && <NotificationBanner kind="success" title={done} announce />}
      {conflict !== null && <NotificationBanner kind="error" title={conflict} announce />}
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <PageTitle
        title="代決"
        lead="休む間の決裁を、同じ局の職員に任せます。任された人は、その間だけ、認定、不認定、起案の差戻しを決められます。自分が起案した申請は決められません。決めたことは「代決」と記録され、通知書の名義は変わりません。"
      />
      <SubstitutionTable rows={rows} />
      <SectionTitle>代決者を決める</SectionTitle>
      {colleagues.length === 0 ? (
        <p>この局には、ほかに審査担当も決裁者もいません。</p>
      ) : (
        <form method="post" noValidate>
          <Select {...field("substituteId")} label="代決者" options={colleagues} width="lg" />
          <DateInput {...field("fromDay")} label="初めの日" />
          <DateInput {...field("toDay")} label="終わりの日" help="この日の終わりまで代決できます。" />
          <Textarea {...field("reason")} label="理由" rows={2} help="出張、休暇など。職員だけが読みます。" />
          <ButtonGroup>
            <Button>代決者を決める</Button>
          </ButtonGroup>
        </form>
      )}
    </div>
  );
}
