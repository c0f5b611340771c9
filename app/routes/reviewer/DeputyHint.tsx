import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";

/** 代決として記録されることの知らせ。代決でなければ何も出さない。 */
export function DeputyHint({ manager }: { readonly manager: string | null }) {
  if (manager === null) return null;
  return (
    <InlineHint tone="info">
      {manager}さんの代決者として決裁できます。認定、不認定、起案の差戻しは「代決」と記録され、
      {manager}さんの名前も残ります。通知書の名義は変わりません。
    </InlineHint>
  );
}
