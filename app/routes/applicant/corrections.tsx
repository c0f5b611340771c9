/** 差戻しの指摘の付いた欄だけを並べ、一つずつ直して、回答する。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ANSWER_LENGTH } from "#app/domain/workflow/return-answers.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { answerComments } from "#app/usecases/applications/answer-comments.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { TextDifference } from "#app/ui/plan/TextDifference.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { commentKindWords } from "./CommentsBanner.tsx";
import { correctionsView, typedAnswers } from "./corrections-view.server.ts";
import { applicationPath, correctionsPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "指摘への対応 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "plan.viewOwn", correctionsView);

export const action = guarded("applicant", "plan.draft", async ({ request, param, useCase }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const answers = typedAnswers(await request.formData());
  const saved = await answerComments(useCase, { ...place, answers });
  const typed = Object.fromEntries(answers.map(({ commentId, text }) => [commentId, text]));
  if (saved.ok) throw redirect(`${correctionsPath(place)}?saved=yes`);
  if (saved.error.kind === "invalid")
    return data({ typed, errors: saved.error.errors, conflict: null }, { status: 422 });
  if (saved.error.kind === "stale" && saved.error.subject === "section")
    return data({ typed, errors: {}, conflict: staleMessage(saved.error) }, { status: 409 });
  throw refusalResponse(saved.error);
});

export default function Corrections() {
  const { place, items, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const conflict = sent?.conflict ?? null;
  const errors: Readonly<Record<string, readonly string[]>> = sent?.errors ?? {};
  const typed: Readonly<Record<string, string>> = sent?.typed ?? {};
  const answered = items.filter(({ answer }) => answer !== "").length;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: `/c/${place.companyKey}` },
          { label: "認定申請", href: applicationPath(place) },
          { label: "指摘への対応" },
        ]}
      />
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([id, messages]) =>
          messages.map((message) => ({ message, fieldId: `answer-${id}` })),
        )}
      />
      {conflict !== null && <NotificationBanner kind="error" title={conflict} announce />}
      {saved && sent === undefined && (
        <NotificationBanner kind="success" title="回答を保存しました" announce />
      )}
      <PageTitle
        title="指摘への対応"
        lead="審査担当から指摘のあった欄だけを並べています。欄を直し、どう直したかを一つずつ回答してください。回答は、もう一度申請したときに審査担当に届きます。"
      />
      <p className="mb-4">
        回答済み {answered} / {items.length}
      </p>
      <form method="post" noValidate>
        {items.map((item, index) => (
          <DescriptionCard
            key={item.id}
            title={`指摘${index + 1}　${item.title}`}
            aside={<Tag tone="warning">{commentKindWords[item.kind]}</Tag>}
          >
            <p className="mb-3 whitespace-pre-line">{item.text}</p>
            <p className="text-std-16B-170">{item.edited ? "申請した内容からの変更" : "申請した内容"}</p>
            <p className="mb-2 whitespace-pre-line">
              {item.filed === "" && item.now === "" ? (
                "（空欄）"
              ) : (
                <TextDifference before={item.filed} after={item.now} />
              )}
            </p>
            <p className="mb-4">
              <a className="link" href={item.editHref}>
                この欄を直す
              </a>
            </p>
            <input type="hidden" name={`was-${item.id}`} value={item.answer} />
            {conflict !== null && (typed[item.id] ?? item.answer) !== item.answer && (
              <InlineHint tone="warning">
                保存されている回答：{item.answer === "" ? "（空）" : item.answer}
              </InlineHint>
            )}
            <Textarea
              id={`answer-${item.id}`}
              name={`answer-${item.id}`}
              label={`指摘${index + 1}への回答`}
              rows={3}
              maxCharacters={ANSWER_LENGTH}
              defaultValue={typed[item.id] ?? item.answer}
              errors={errors[item.id]}
            />
          </DescriptionCard>
        ))}
        <ButtonGroup>
          <Button>回答を保存する</Button>
          <ButtonLink href={`${applicationPath(place)}/check`} variant="secondary">
            内容を確かめて申請する
          </ButtonLink>
          <ButtonLink href={applicationPath(place)} variant="tertiary">
            一覧に戻る
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
