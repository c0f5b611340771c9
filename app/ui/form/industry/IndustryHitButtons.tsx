import type { IndustryHits } from "#app/domain/industry/industry-pick.ts";
import { InlineHint } from "../../primitives/InlineHint.tsx";
import { PICK_COMMAND } from "./industry-picks.ts";

/** JavaScript のないときの、当たった業種。押すと、打った物ごと保存して選ぶ。 */
export function IndustryHitButtons({ id, found }: { readonly id: string; readonly found: IndustryHits }) {
  const { words, hits, more } = found;
  if (hits.length === 0)
    return (
      <InlineHint tone="warning">
        「{words}」に当たる業種はありません。別の言葉にするか、分類から選んでください。
      </InlineHint>
    );
  return (
    <div className="mb-6">
      <p className="mb-1 text-dns-16N-130 leading-150">
        {more
          ? `「${words}」に当たる業種の、初めの${hits.length}件です。言葉を足すと絞れます。`
          : `「${words}」に当たる業種は${hits.length}件です。選んでください。`}
      </p>
      <ul>
        {hits.map(({ code, name, within, calledBy }) => (
          <li key={code} className="border-b border-solid-gray-300">
            <button
              type="submit"
              name={PICK_COMMAND}
              value={`choose ${id} ${code}`}
              className="link flex min-h-11 w-full items-center gap-3 py-1.5 text-left"
            >
              <span className="w-10 shrink-0 tabular-nums">{code}</span>
              <span className="min-w-0">
                {name}
                {calledBy !== null && `（${calledBy}）`}
                <span className="block text-dns-14N-130 text-solid-gray-700">{within}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
