/** 調査のメールの一覧と、書く欄。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { currentRulebook } from "#app/usecases/context.ts";
import { openSurveys } from "#app/usecases/surveys/open-surveys.server.ts";
import { previewSurvey, proposeSurvey } from "#app/usecases/surveys/propose-survey.server.ts";
import { typedText } from "./command-page.server.ts";
import { listOptions } from "./list-options.server.ts";
import { submittedForm } from "./submitted-form.server.ts";
import { SurveyForm } from "./SurveyForm.tsx";
import { filterWords, surveyState, typedSurvey } from "./survey-view.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "調査のメール | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "surveys.confirm", async ({ useCase, actor }) => {
  const opened = openSurveys(useCase);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { rulebook } = currentRulebook(useCase);
  const { ministries, prefectures, industries } = listOptions(rulebook, actor);
  return {
    mayPropose: opened.value.mayPropose,
    options: { ministries, prefectures, industries },
    intentKey: useCase.newId(),
    surveys: opened.value.surveys.map((survey) => ({
      id: survey.id,
      subject: survey.subject,
      to: filterWords(rulebook, survey.filter),
      recipients: survey.recipients,
      state: surveyState(survey),
      proposed: `${survey.proposedByName}、${formatTokyoInstant(survey.proposedAt)}`,
    })),
  };
});

export const action = guarded("staff", "surveys.propose", async ({ useCase, request }) => {
  const form = await submittedForm(request);
  const typed = typedSurvey(form);
  const key = typedText(form, "intentKey");
  const intentKey = key === "" ? useCase.newId() : key;
  if (typedText(form, "do") === "propose") {
    const proposed = await proposeSurvey(useCase, typed, intentKey);
    if (proposed.ok) throw redirect(`/review/surveys/${proposed.value}`);
    if (proposed.error.kind !== "invalid") throw refusalResponse(proposed.error);
    return data({ typed, intentKey, errors: proposed.error.errors, preview: null }, { status: 422 });
  }
  const previewed = previewSurvey(useCase, typed);
  if (previewed.ok) return data({ typed, intentKey, errors: {}, preview: previewed.value });
  if (previewed.error.kind !== "invalid") throw refusalResponse(previewed.error);
  return data({ typed, intentKey, errors: previewed.error.errors, preview: null }, { status: 422 });
});

export default function Surveys() {
  const { surveys, mayPropose, options, intentKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[]>> = sent?.errors ?? {};
  return (
    <>
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <PageTitle
        title="調査のメール"
        lead="認定を受けている会社に、調査などの同じ用件のメールを送ります。書いた人とは別の職員が確かめてから送り始めます。受け取らないと選んだ会社には送りません。"
      />
      <SectionTitle>書いた調査</SectionTitle>
      <Table
        caption="書いた調査"
        captionHidden
        variant="cards"
        rows={surveys}
        rowKey={({ id }) => id}
        empty={<p>調査のメールは、まだありません。</p>}
        columns={[
          {
            key: "subject",
            header: "件名",
            rowHeader: true,
            cell: ({ id, subject }) => (
              <a className="link" href={`/review/surveys/${id}`}>
                {subject}
              </a>
            ),
          },
          { key: "to", header: "宛先", cell: ({ to }) => to },
          {
            key: "count",
            header: "会社の数",
            align: "end",
            cell: ({ recipients }) => recipients.toLocaleString("ja-JP"),
          },
          { key: "state", header: "状態", cell: ({ state }) => state },
          { key: "proposed", header: "書いた人", cell: ({ proposed }) => proposed },
        ]}
      />
      {mayPropose && (
        <SurveyForm
          options={options}
          typed={sent?.typed ?? null}
          intentKey={sent?.intentKey ?? intentKey}
          errors={errors}
          preview={sent?.preview ?? null}
        />
      )}
    </>
  );
}
