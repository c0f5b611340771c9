import { HighlightsPanel } from "#app/ui/primitives/HighlightsPanel.tsx";
import { DueTag } from "#app/ui/workflow/DueTag.tsx";
import { ChangeCount } from "./ChangePanel.tsx";
import type { RecordView } from "./record-view.server.ts";

type Props = { readonly record: RecordView };

/** 記録の要点。 */
export const RecordHighlights = ({ record }: Props) => (
  <HighlightsPanel
    items={[
      { label: "受付番号", value: record.receiptNumber },
      { label: "事業者名", value: record.companyName },
      ...(record.change === null
        ? []
        : [{ label: "変更で変わった所", value: <ChangeCount record={record} /> }]),
      { label: "申請日", value: record.filedOn },
      { label: "受理日", value: <AcceptedOn record={record} /> },
      { label: "標準処理期間", value: record.processing },
      { label: "処理の目安", value: <Due record={record} /> },
      { label: "提出先", value: record.officeName },
      { label: "担当", value: record.assigneeName ?? "未定" },
      ...(record.revokedOn === null ? [] : [{ label: "認定の取消し", value: record.revokedOn }]),
    ]}
  />
);

const AcceptedOn = ({ record }: Props) => (
  <>
    {record.acceptedOn ?? "未受理"}
    {record.commands.includes("correctAcceptance") && (
      <a
        className="link print-hidden ml-2 text-dns-14N-130"
        href={`/review/applications/${record.id}/acceptance`}
      >
        受理日を訂正する
      </a>
    )}
  </>
);

const Due = ({ record }: Props) => (
  <>
    {record.forecast} <DueTag due={record.due} />
  </>
);
