/** 自社の投資計画の確認の一覧。 */
import { useLoaderData } from "@remix-run/react";
import { confirmationTypeWords } from "#app/domain/confirmation/confirmation-type.ts";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { ConfirmationStatusTag } from "#app/ui/confirmation/ConfirmationStatusTag.tsx";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { listOwnConfirmations } from "#app/usecases/confirmations/open-confirmation.server.ts";
import { companyPath } from "../paths.ts";
import { confirmationPath, confirmationsPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "投資計画の確認 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "confirmation.viewOwn", async ({ param, useCase }) => {
  const companyKey = param("company");
  const listed = await listOwnConfirmations(useCase, companyKey);
  if (!listed.ok) throw refusalResponse(listed.error);
  return {
    companyKey,
    rows: listed.value.map(({ confirmation, letter }) => ({
      id: confirmation.id,
      receiptNumber: confirmation.receiptNumber ?? "（申請前）",
      type: confirmationTypeWords[confirmation.type],
      planName: planNameIn(confirmation.answers),
      status: confirmation.status,
      number: letter?.number ?? "",
      updatedAt: formatTokyoInstant(confirmation.updatedAt),
    })),
  };
});

function planNameIn(answers: RawAnswers): string {
  const name = answers["investment"]?.["planName"];
  return typeof name === "string" ? name : "";
}

export default function Confirmations() {
  const { companyKey, rows } = useLoaderData<typeof loader>();
  const start = <ButtonLink href={`${confirmationsPath(companyKey)}/new`}>新しく確認を受ける</ButtonLink>;
  return (
    <>
      <Breadcrumbs
        items={[{ label: "申請と認定", href: companyPath(companyKey) }, { label: "投資計画の確認" }]}
      />
      <PageTitle
        title="投資計画の確認"
        lead="B・D・E類型の設備で税制の措置を使うには、経営力向上計画の申請の前に、経済産業局から投資計画の確認書を受けます。"
        actions={start}
      />
      <Table
        caption="投資計画の確認の一覧"
        captionHidden
        variant="cards"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title="まだ投資計画の確認がありません" action={start} />}
        columns={[
          {
            key: "receipt",
            header: "受付番号",
            rowHeader: true,
            nowrap: true,
            cell: (row) => (
              <a className="link" href={confirmationPath({ companyKey, confirmationId: row.id })}>
                {row.receiptNumber}
              </a>
            ),
          },
          { key: "plan", header: "投資計画の名称", cell: (row) => row.planName || "（未入力）" },
          { key: "type", header: "類型", cell: (row) => row.type },
          { key: "status", header: "状態", cell: (row) => <ConfirmationStatusTag status={row.status} /> },
          { key: "number", header: "確認書の番号", cell: (row) => row.number || "—" },
          { key: "updated", header: "最後の変更", cell: (row) => row.updatedAt },
        ]}
      />
    </>
  );
}
