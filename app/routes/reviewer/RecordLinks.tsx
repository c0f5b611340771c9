import type { RecordView } from "./record-view.server.ts";

/** 計画の内容のほかの見方。 */
export function RecordLinks({
  record,
}: {
  readonly record: Pick<RecordView, "id" | "planId" | "comparable" | "mayNote" | "submissionSequence">;
}) {
  const page = (name: string): string => `/review/applications/${record.id}/${name}`;
  return (
    <p className="print-hidden mb-4 flex flex-wrap gap-6">
      {record.planId !== null && (
        <a className="link" href={`/review/plans/${record.planId}`}>
          計画の画面を開く
        </a>
      )}
      {record.comparable && (
        <a className="link" href={page("changes")}>
          変更点を見る
        </a>
      )}
      {record.submissionSequence > 1 && (
        <a className="link" href={page("history")}>
          欄ごとの履歴
        </a>
      )}
      {record.mayNote && (
        <a className="link" href={page("notes")}>
          内部のメモを書く
        </a>
      )}
    </p>
  );
}
