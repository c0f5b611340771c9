import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import type { RecordView } from "./record-view.server.ts";

/** 不認定の番号と通知書。不認定でなければ何も出さない。 */
export function DeclinePanel({ record }: { readonly record: Pick<RecordView, "id" | "decline"> }) {
  const { decline } = record;
  if (decline === null) return null;
  return (
    <DescriptionCard title="不認定" id="decline">
      <SummaryList
        rows={[
          { key: "number", label: "番号", value: decline.number },
          { key: "declinedOn", label: "不認定の日", value: decline.declinedOn },
        ]}
      />
      <p className="mt-2 flex flex-wrap gap-x-4">
        <a href={`/review/applications/${record.id}/decline-notice.pdf`} className="link">
          不認定通知書（PDF）
        </a>
        <a href={`/review/applications/${record.id}/decline-notice`} className="link">
          不認定通知書を画面で読む
        </a>
      </p>
    </DescriptionCard>
  );
}
