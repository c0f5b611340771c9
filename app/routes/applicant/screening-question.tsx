import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { questionBefore, questionOf, screeningTitle } from "#app/domain/eligibility/screening.ts";
import { guarded } from "#app/http/guard.server.ts";
import { notFound, refusalResponse } from "#app/http/responses.server.ts";
import { openScreening } from "#app/usecases/applications/open-screening.server.ts";
import { saveScreening } from "#app/usecases/applications/save-screening.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import { applicationPath, companyPath, screeningPagePath } from "./paths.ts";
import { CertifiedPlans } from "./CertifiedPlans.tsx";
import { certifiedPlanWords, suggestedAnswer } from "./screening-words.ts";

export const handle = { scripts: false };

export const loader = guarded("applicant", "plan.draft", async ({ param, useCase }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const question = questionOf(param("question"));
  if (question === undefined) throw notFound();
  const opened = await openScreening(useCase, place);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { editable, screening, path, values, certified } = opened.value;
  if (!editable) throw redirect(applicationPath(place));
  const { answered, next } = path;
  const position = answered.findIndex((one) => one.question.id === question.id);
  // 道の上にない質問は尋ねない。先に答える質問へ案内する。
  if (position < 0 && !(next.kind === "question" && next.id === question.id))
    throw redirect(screeningPagePath(place, next.kind === "question" ? next.id : undefined));
  const before = questionBefore(screening, question.id);
  return {
    place,
    questionId: question.id,
    position: (position < 0 ? answered.length : position) + 1,
    answer: screening[question.id] ?? suggestedAnswer(question.id, values) ?? null,
    suggested: screening[question.id] === undefined && suggestedAnswer(question.id, values) !== null,
    backTo:
      before === null
        ? `${companyPath(place.companyKey)}/applications/new`
        : screeningPagePath(place, before),
    finished: next.kind === "outcome",
    certified: question.id === "certifiedPlan" ? certified.map(certifiedPlanWords) : [],
  };
});

export const action = guarded("applicant", "plan.draft", async ({ request, param, useCase }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const form = await request.formData();
  const answer = form.get("answer");
  const saved = await saveScreening(useCase, {
    ...place,
    question: param("question"),
    answer: typeof answer === "string" ? answer : "",
  });
  if (saved.ok)
    throw redirect(screeningPagePath(place, saved.value.kind === "question" ? saved.value.id : undefined));
  if (saved.error.kind !== "invalid") throw refusalResponse(saved.error);
  return data({ errors: Object.values(saved.error.errors).flat() }, { status: 422 });
});

export const meta = ({ params }: { readonly params: { readonly question?: string } }) => [
  {
    title: `${questionOf(params.question ?? "")?.text ?? screeningTitle} | 経営力向上計画 電子申請ポータル`,
  },
];

export default function Screening() {
  const page = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? [];
  const question = questionOf(page.questionId);
  if (question === undefined) return null;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(page.place.companyKey) },
          { label: "認定申請", href: applicationPath(page.place) },
          { label: screeningTitle },
        ]}
      />
      <ErrorSummary errors={errors.map((message) => ({ message, fieldId: "answer" }))} />
      <PageTitle caption={`${screeningTitle}　${page.position}問目`} title={question.text} />
      <CertifiedPlans plans={page.certified} />
      <form method="post" noValidate>
        <Radios
          id="answer"
          name="answer"
          label={question.text}
          labelHidden
          help={page.suggested ? `${question.help}GビズIDの登録から一つ選んであります。` : question.help}
          options={question.options}
          errors={errors}
          {...(page.answer === null ? {} : { defaultValue: page.answer })}
        />
        <ButtonGroup>
          <Button>次へ</Button>
          <ButtonLink href={page.backTo} variant="secondary">
            前に戻る
          </ButtonLink>
          <ButtonLink
            href={page.finished ? screeningPagePath(page.place) : applicationPath(page.place)}
            variant="tertiary"
          >
            {page.finished ? "答えの一覧に戻る" : "後で答える（区画の一覧に進む）"}
          </ButtonLink>
        </ButtonGroup>
      </form>
      <p className="mt-6 text-solid-gray-700">
        答えは一問ごとに保存します。前の答えを変えても、ほかの答えは消えません。
      </p>
    </>
  );
}
