/** 「必須」「任意」の札。読み上げには欄の aria-required か、選択肢の見出しの言葉で伝わる。 */
export function RequirementTag({ required }: { readonly required: boolean | undefined }) {
  if (required === undefined) return null;
  return (
    <span
      className={
        required
          ? "shrink-0 rounded-4 border border-red-900 bg-white px-1.5 py-0.5 text-dns-14B-120 text-red-900"
          : "shrink-0 rounded-4 border border-solid-gray-536 bg-white px-1.5 py-0.5 text-dns-14N-120 text-solid-gray-700"
      }
    >
      {required ? "必須" : "任意"}
    </span>
  );
}
