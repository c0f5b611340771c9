import { InlineHint } from "../../primitives/InlineHint.tsx";

/** 合計に入っていない行があることを言う。 */
export function LeftOut({ count, what }: { readonly count: number; readonly what: string }) {
  if (count === 0) return null;
  return (
    <div className="mt-4">
      <InlineHint tone="warning">
        {what}がまだないか、読み取れない行が{count}行あり、合計に入っていません。
      </InlineHint>
    </div>
  );
}
