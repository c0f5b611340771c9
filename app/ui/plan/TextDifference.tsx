import { textDifference } from "#app/domain/text/text-difference.ts";
import { VisuallyHidden } from "../primitives/VisuallyHidden.tsx";

/** 前の文章から消した所と足した所。色だけに頼らず、線と読み上げの言葉でも分かる。 */
export function TextDifference({ before, after }: { readonly before: string; readonly after: string }) {
  return textDifference(before, after).map(({ kind, text }, index) => {
    // 部分の順だけが部分を表す。
    const key = `${kind}-${index}`;
    if (kind === "same") return <span key={key}>{text}</span>;
    return kind === "removed" ? (
      <del key={key} className="bg-red-50 text-red-1000 line-through">
        <VisuallyHidden>（削除：</VisuallyHidden>
        {text}
        <VisuallyHidden>）</VisuallyHidden>
      </del>
    ) : (
      <ins key={key} className="bg-green-50 font-bold text-green-900 underline">
        <VisuallyHidden>（追加：</VisuallyHidden>
        {text}
        <VisuallyHidden>）</VisuallyHidden>
      </ins>
    );
  });
}
