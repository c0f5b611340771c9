/** 区画の中で、変わった所がいくつあるか。 */
export function MarkCount({ count }: { readonly count: number }) {
  return (
    <p className="mb-5">
      {count === 0
        ? "この区画は、認定を受けた計画と同じです。"
        : `この区画では、認定を受けた計画から${count}か所が変わっています。変わった所に「変更」「追加」「削除」の印を付けています。`}
    </p>
  );
}
