/** 局の、一つの投資計画の確認。要件は計算し直して見せる。 */
import { useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { confirmationTypeWords } from "#app/domain/confirmation/confirmation-type.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { ConfirmationStatusTag } from "#app/ui/confirmation/ConfirmationStatusTag.tsx";
import { RequirementList } from "#app/ui/confirmation/RequirementList.tsx";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { Timeline } from "#app/ui/primitives/Timeline.tsx";
import { reviewConfirmation } from "#app/usecases/confirmations/review-confirmation.server.ts";
import { answeredParts, confirmationTimeline, evidenceRows } from "../../confirmation-view.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "投資計画の確認 | 経営力向上計画 電子申請ポータル" }];

const doneWords: Readonly<Record<string, string>> = {
  returned: "差し戻しました",
  proposed: "起案しました",
  confirmed: "確認しました",
  declined: "確認しないことを決めました",
};

export const loader = guarded("staff", "confirmation.view", async ({ param, url, useCase }) => {
  const opened = await reviewConfirmation(useCase, param("id"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const { confirmation, filing, requirements, recalculated, evidence, letter, downloads } = opened.value;
  const { rulebook } = useCase.rulebooks.edition(filing.editionId);
  return {
    id: confirmation.id,
    done: doneWords[url.searchParams.get("done") ?? ""] ?? null,
    receiptNumber: filing.receiptNumber,
    companyName: confirmation.companyName,
    type: confirmationTypeWords[confirmation.type],
    status: confirmation.status,
    sequence: filing.sequence,
    filedAt: formatTokyoInstant(filing.filedAt),
    requirements,
    recalculated,
    warnings: filing.findings.filter(({ severity }) => severity === "warning").map(({ message }) => message),
    parts: answeredParts(rulebook, confirmation.type, filing.answers),
    evidence: evidenceRows(evidence),
    number: letter?.number ?? null,
    downloads: downloads.map(({ id, accountName, at }) => ({
      id,
      words: `${accountName}、${formatTokyoInstant(at)}`,
    })),
    timeline: confirmationTimeline(opened.value.events, "staff"),
    may: opened.value.may,
  };
});

export default function ConfirmationRecord() {
  const page = useLoaderData<typeof loader>();
  const base = `/review/confirmations/${page.id}`;
  return (
    <>
      <Breadcrumbs
        items={[{ label: "投資計画の確認", href: "/review/confirmations" }, { label: page.receiptNumber }]}
      />
      {page.done !== null && <NotificationBanner kind="success" title={page.done} announce />}
      <PageTitle
        title={page.companyName}
        caption={`${page.receiptNumber}　${page.type}`}
        tag={<ConfirmationStatusTag status={page.status} />}
        lead={`${page.filedAt}の申請（${page.sequence}回目）です。`}
      />
      <ButtonGroup>
        {page.may.propose && <ButtonLink href={`${base}/propose`}>起案する</ButtonLink>}
        {page.may.decide && <ButtonLink href={`${base}/decide`}>決裁する</ButtonLink>}
        {page.may.return && (
          <ButtonLink href={`${base}/return`} variant="secondary">
            差し戻す
          </ButtonLink>
        )}
        {page.number !== null && page.may.download && (
          <ButtonLink href={`${base}/letter.pdf`} variant="secondary">
            確認書（{page.number}）を開く
          </ButtonLink>
        )}
      </ButtonGroup>
      <SectionTitle>要件の計算</SectionTitle>
      <p className="mb-4">提出された数から、申請の日の規則集で計算し直しています。</p>
      {page.recalculated && (
        <NotificationBanner kind="warning" title="申請の時の計算と違います">
          <p>申請の時に示した計算と、いま計算し直した結果が違います。計算を確かめてください。</p>
        </NotificationBanner>
      )}
      <RequirementList requirements={page.requirements} />
      {page.warnings.length > 0 && (
        <>
          <SectionTitle>申請の時に残っていた警告</SectionTitle>
          <ul className="list-disc pl-6">
            {page.warnings.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </>
      )}
      {page.parts.map((part) => (
        <section key={part.id} className="mt-8" aria-labelledby={`part-${part.id}`}>
          <SectionTitle id={`part-${part.id}`}>{part.title}</SectionTitle>
          <SummaryList rows={part.rows} />
        </section>
      ))}
      <SectionTitle>添付された書類</SectionTitle>
      {page.evidence.length === 0 ? (
        <p>ありません。</p>
      ) : (
        <ul className="list-disc pl-6 [overflow-wrap:anywhere]">
          {page.evidence.map(({ id, kindName, fileName, size }) => (
            <li key={id}>
              {kindName}：
              <a className="link" href={`${base}/attachments/${id}`}>
                {fileName}
              </a>
              （{size}）
            </li>
          ))}
        </ul>
      )}
      {page.number !== null && (
        <>
          <SectionTitle>確認書の受取りの記録</SectionTitle>
          {page.downloads.length === 0 ? (
            <p>まだ受け取られていません。</p>
          ) : (
            <ul className="list-disc pl-6">
              {page.downloads.map(({ id, words }) => (
                <li key={id}>{words}</li>
              ))}
            </ul>
          )}
        </>
      )}
      <SectionTitle>経過</SectionTitle>
      <Timeline items={page.timeline} />
    </>
  );
}
