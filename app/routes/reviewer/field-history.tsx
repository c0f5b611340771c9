import { useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { TextDifference } from "#app/ui/plan/TextDifference.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { openFieldHistory } from "#app/usecases/review/open-field-history.server.ts";
import { changedPlace } from "./ChangeTable.tsx";

export const handle = { scripts: false };
export const meta = () => [{ title: "欄ごとの履歴 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.view", async ({ useCase, param }) => {
  const opened = await openFieldHistory(useCase, param("id"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const { application, changes } = opened.value;
  const fields = Map.groupBy(
    changes,
    ({ change }) => `${change.section}/${change.field}/${change.row?.id ?? ""}`,
  );
  return {
    id: application.id,
    receiptNumber: application.receiptNumber ?? "",
    companyName: application.companyName,
    fields: [...fields].map(([key, own]) => ({
      key,
      title: own[0] === undefined ? "" : `${own[0].change.sectionTitle}・${changedPlace(own[0].change)}`,
      steps: own.map(({ sequence, filedAt, filedBy, change }) => ({
        sequence,
        filed: `第${sequence}回（${formatTokyoInstant(filedAt)}、${filedBy}）`,
        before: change.before,
        after: change.after,
      })),
    })),
  };
});

export default function FieldHistory() {
  const { id, receiptNumber, companyName, fields } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "審査の一覧", href: "/review" },
          { label: receiptNumber, href: `/review/applications/${id}` },
          { label: "欄ごとの履歴" },
        ]}
      />
      <PageTitle
        title="欄ごとの履歴"
        caption={`${receiptNumber}　${companyName}`}
        lead="申請のたびに変わった値を、欄ごとに古い順に並べています。変わっていない欄は出ません。"
      />
      {fields.length === 0 && (
        <EmptyState title="変わった欄はありません">
          <p>申請は一度だけか、どの申請も同じ内容です。</p>
        </EmptyState>
      )}
      {fields.map(({ key, title, steps }) => (
        <section key={key} className="mb-6">
          <SectionTitle>{title}</SectionTitle>
          <Table
            caption={`${title}の履歴`}
            captionHidden
            variant="cards"
            rows={steps}
            rowKey={(step) => String(step.sequence)}
            columns={[
              { key: "filed", header: "申請", rowHeader: true, width: 4, cell: (step) => step.filed },
              {
                key: "change",
                header: "変更",
                cell: (step) => (
                  <span className="whitespace-pre-line">
                    <TextDifference before={step.before} after={step.after} />
                  </span>
                ),
              },
            ]}
          />
        </section>
      ))}
    </>
  );
}
