import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isCivilDate } from "#app/domain/calendar/civil-date.ts";
import { isCivilMonth } from "#app/domain/calendar/civil-month.ts";
import { formatJapaneseDate, formatJapaneseMonth } from "#app/domain/calendar/era.ts";
import { planLifeMessage } from "#app/domain/plan-life/change-refusal.ts";
import { type PaperField, paperFields, type PaperTyped } from "#app/domain/plan-life/paper-certification.ts";
import { planStateWords } from "#app/domain/plan-life/plan-state.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { type ChangeablePlan, openChangeStart } from "#app/usecases/plans/open-change-start.server.ts";
import { startChange } from "#app/usecases/plans/start-change.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { ChangeablePlans } from "./ChangeablePlans.tsx";
import { applicationPath, companyPath } from "./paths.ts";
import { PaperCertificationForm } from "./PaperCertificationForm.tsx";

export const handle = { scripts: false };

const monthWords = (month: string): string => (isCivilMonth(month) ? formatJapaneseMonth(month) : month);

const words = ({ plan, guidelineName, openChangeId, state }: ChangeablePlan) => ({
  id: plan.id,
  number: plan.number,
  version: plan.currentVersion,
  guideline: guidelineName,
  certifiedOn: isCivilDate(plan.certifiedOn) ? formatJapaneseDate(plan.certifiedOn) : "",
  period: `${monthWords(plan.startMonth)}から${monthWords(plan.endMonth)}まで`,
  openChangeId,
  state: planStateWords[state],
});

export const loader = guarded("applicant", "plan.draft", async ({ param, useCase }) => {
  const opened = await openChangeStart(useCase, param("company"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const { company, plans, ended, onPaper } = opened.value;
  return {
    companyKey: company.key,
    intentKey: useCase.newId(),
    plans: plans.map(words),
    ended: ended.map(words),
    onPaper,
  };
});

export const action = guarded("applicant", "plan.draft", async ({ request, param, useCase }) => {
  const form = await request.formData();
  const typedOf = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const typed = Object.fromEntries(paperFields.map((name) => [name, typedOf(name)])) as PaperTyped;
  const started = await startChange(useCase, {
    companyKey: param("company"),
    intentKey: typedOf("intentKey") === "" ? useCase.newId() : typedOf("intentKey"),
    from:
      typedOf("from") === "paper" ? { kind: "paper", typed } : { kind: "portal", planId: typedOf("plan") },
  });
  if (started.ok)
    throw redirect(
      applicationPath({ companyKey: param("company"), applicationId: started.value.applicationId }),
    );
  if (started.error.kind === "invalid") return data({ typed, errors: started.error.errors }, { status: 422 });
  if (started.error.kind === "planLife" && typedOf("from") === "paper")
    return data({ typed, errors: { number: [planLifeMessage(started.error.refusal)] } }, { status: 409 });
  throw refusalResponse(started.error);
});

export const meta = () => [{ title: "認定を受けた計画を変える | 経営力向上計画 電子申請ポータル" }];

const nothingTyped = Object.fromEntries(paperFields.map((name) => [name, ""])) as PaperTyped;

export default function StartChange() {
  const { companyKey, intentKey, plans, ended, onPaper } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Partial<Record<PaperField, readonly string[]>>> = sent?.errors ?? {};
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(companyKey) },
          { label: "認定を受けた計画を変える" },
        ]}
      />
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <PageTitle
        title="認定を受けた計画を変える"
        lead="設備や実施事項を足す、実施時期を延ばすなど、認定を受けた計画の中身を変えるときは、変更の認定を申請します。認定を受けた計画の中身を写すので、変わるところだけを書けます。"
      />
      <SectionTitle>このポータルで認定を受けた計画</SectionTitle>
      {plans.length === 0 && <p>いま変えられる計画はありません。</p>}
      <ChangeablePlans companyKey={companyKey} intentKey={intentKey} plans={plans} />
      {ended.length > 0 && (
        <>
          <p className="mt-4">次の計画は変えられません。取り組みを続けるときは、新しく申請してください。</p>
          <ul className="mt-1 list-disc pl-6">
            {ended.map((plan) => (
              <li key={plan.id}>
                {plan.number}（{plan.state}、実施時期は{plan.period}）
              </li>
            ))}
          </ul>
        </>
      )}
      <SectionTitle>紙で認定を受けた計画</SectionTitle>
      <p className="mb-4">
        このポータルを使わずに認定を受けた計画は、認定通知書と計画の写しから次の欄に書き写すと始められます。計画の中身は、続く画面で入力します。認定通知書と計画の写しは、添付書類の画面で添付してください。
      </p>
      {onPaper.map(({ id, number }) => (
        <p key={id} className="mb-3">
          <a className="link" href={applicationPath({ companyKey, applicationId: id })}>
            {number} の変更認定申請の続きを書く
          </a>
          （下の欄に同じ番号を書き直すと、認定日などの写しだけを直せます）
        </p>
      ))}
      <PaperCertificationForm intentKey={intentKey} typed={sent?.typed ?? nothingTyped} errors={errors} />
    </>
  );
}
