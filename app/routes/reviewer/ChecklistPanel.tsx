import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { MeterBar } from "#app/ui/primitives/MeterBar.tsx";
import type { ChecklistProgressView } from "./checklist-view.server.ts";

export type ChecklistPanelProps = {
  readonly id: string;
  /** 一覧がなければ null で、何も出さない。 */
  readonly progress: ChecklistProgressView | null;
};

/** 記録の画面に出す、確認の一覧の進み。 */
export function ChecklistPanel({ id, progress }: ChecklistPanelProps) {
  if (progress === null) return null;
  return (
    <DescriptionCard title="確認の一覧" id="checklist">
      <MeterBar
        label="答えた項目"
        value={progress.answered}
        max={progress.total}
        text={`${progress.answered}／${progress.total}`}
      />
      <RestItems progress={progress} />
      {progress.marked.length > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer py-1">答えた項目（{progress.marked.length}個）</summary>
          <ul className="list-disc pl-6">
            {progress.marked.map(({ id, text, word, by, note }) => (
              <li key={id}>
                {word}：{text}（{by}）{note !== "" && `　${note}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="print-hidden mt-2">
        <a className="link" href={`/review/applications/${id}/checklist`}>
          確認の一覧を開く
        </a>
      </p>
    </DescriptionCard>
  );
}

/** 起案と決裁の画面に出す注意。残っている項目がなければ何も出さない。止めはしない。 */
export function ChecklistWarning({ id, progress }: ChecklistPanelProps) {
  if (progress === null || progress.unanswered.length + progress.questions.length === 0) return null;
  return (
    <InlineHint tone="warning">
      <p className="font-700">
        <a className="link" href={`/review/applications/${id}/checklist`}>
          確認の一覧
        </a>
        に、残っている項目があります（このまま進めることもできます）。
      </p>
      <RestItems progress={progress} />
    </InlineHint>
  );
}

function RestItems({ progress }: { readonly progress: ChecklistProgressView }) {
  const { unanswered, questions } = progress;
  return (
    <ul className="mt-2 list-disc pl-6">
      {unanswered.map((text) => (
        <li key={text}>まだ確認していません：{text}</li>
      ))}
      {questions.map(({ text, note }) => (
        <li key={text}>
          要確認：{text}（{note}）
        </li>
      ))}
    </ul>
  );
}
