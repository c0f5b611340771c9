import { Button } from "#app/ui/primitives/Button.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import type { RecordView } from "./record-view.server.ts";

type PausedRecord = Pick<RecordView, "id" | "version" | "commands" | "pause">;

/** 中断している理由と、再開のボタン。中断していなければ何も出さない。 */
export function PauseNotice({ record }: { readonly record: PausedRecord }) {
  const { id, version, pause } = record;
  if (pause === null) return null;
  return (
    <InlineHint tone="warning">
      <p>
        <strong>審査を中断しています。</strong>
        {pause.sentence}（{pause.since}から）
      </p>
      {record.commands.includes("resume") && (
        <form method="post" action={`/review/applications/${id}/resume`} className="print-hidden mt-2">
          <input type="hidden" name="version" value={version} />
          <Button variant="secondary" size="small">
            審査を再開する
          </Button>
        </form>
      )}
    </InlineHint>
  );
}
