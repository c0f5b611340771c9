import { useLoaderData } from "@remix-run/react";
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { spokenReceiptNumber } from "#app/domain/plan/receipt-number.ts";
import { findingWords } from "#app/domain/plan/finding.ts";
import { processingLabel } from "#app/domain/routing/explanation.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { openReceipt } from "#app/usecases/applications/open-receipt.server.ts";
import { filedAttachments } from "#app/usecases/attachments/frozen-attachments.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { PlanDocumentView } from "#app/ui/plan/PlanDocumentView.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { FiledAttachments } from "./FiledAttachments.tsx";
import { applicationPath, formPdfPath, receiptPdfPath } from "./paths.ts";

export const handle = { scripts: false };

export const loader = guarded("applicant", "plan.viewOwn", async ({ param, useCase }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const receipt = await openReceipt(useCase, place);
  if (!receipt.ok) throw refusalResponse(receipt.error);
  const { receiptNumber, filedAt, filedByName, sequence, routing, document, findings } =
    receipt.value.submission;
  const attachments = await filedAttachments(useCase, place.applicationId, sequence);
  return {
    place,
    receiptNumber,
    spokenNumber: spokenReceiptNumber(receiptNumber),
    expectedOn: formatJapaneseDate(receipt.value.expectedOn),
    filedAt: formatTokyoInstant(filedAt),
    filedByName,
    sequence,
    office: routing.office.name,
    addressee: routing.addressee,
    processing: processingLabel(routing.processing),
    warnings: findings.map(findingWords),
    document,
    attachments,
  };
});

export const meta = () => [{ title: "受付の控え | 経営力向上計画 電子申請ポータル" }];

export default function Receipt() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: `/c/${page.place.companyKey}` },
          { label: "認定申請", href: applicationPath(page.place) },
          { label: "受付の控え" },
        ]}
      />
      <NotificationBanner
        kind="success"
        title={`申請を受け付けました。受付番号は ${page.receiptNumber} です`}
        announce
      >
        <p>控えのメールを担当者の方に送ります。番号は、お問い合わせのときに使います。</p>
      </NotificationBanner>
      <PageTitle title="受付の控え" />
      <SummaryList
        rows={[
          {
            key: "number",
            label: "受付番号",
            value: <strong className="text-std-24B-150 tracking-wider">{page.receiptNumber}</strong>,
          },
          {
            key: "spoken",
            label: "電話での読み方",
            value: <span className="break-keep">{page.spokenNumber}</span>,
          },
          { key: "filedAt", label: "申請した日時", value: page.filedAt },
          { key: "by", label: "申請した人", value: page.filedByName },
          { key: "sequence", label: "申請の回数", value: `${page.sequence}回目` },
          { key: "office", label: "提出先", value: `${page.office}（${page.addressee} 殿）` },
          { key: "processing", label: "標準処理期間", value: page.processing },
          {
            key: "expected",
            label: "処理の目安の日",
            value: `${page.expectedOn}（申請した日に受理され、差戻しがないとき）`,
          },
        ]}
      />
      <ButtonGroup>
        <ButtonLink href={receiptPdfPath(page.place, page.sequence)}>受付票（PDF）を開く</ButtonLink>
        <ButtonLink href={formPdfPath(page.place, page.sequence)} variant="secondary">
          申請書（PDF）を開く
        </ButtonLink>
        <ButtonLink href={applicationPath(page.place)} variant="secondary">
          審査の進み具合を見る
        </ButtonLink>
      </ButtonGroup>
      {page.warnings.length > 0 && (
        <>
          <SectionTitle>申請のときの注意</SectionTitle>
          <ul className="list-disc pl-6">
            {page.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </>
      )}
      <FiledAttachments attachments={page.attachments} place={page.place} />
      <SectionTitle>受け付けた内容</SectionTitle>
      <PlanDocumentView document={page.document} headingLevel={3} />
    </>
  );
}
