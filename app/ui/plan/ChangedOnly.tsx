import { Tabs } from "../primitives/Tabs.tsx";

/** 計画の全部を見るか、変わった所だけを見るか。アドレスで決まるので、そのまま渡せる。 */
export function ChangedOnly({
  path,
  count,
  only,
}: {
  /** この画面のアドレス。 */
  readonly path: string;
  /** 変わった所の数。認定を受けた計画の中身が分からなければ null。 */
  readonly count: number | null;
  readonly only: boolean;
}) {
  if (count === null)
    return (
      <p className="mb-5">
        紙で受けた認定の中身はこのポータルにないので、変わった所の印は付きません。変えたことは「変更事項」に書いてください。
      </p>
    );
  return (
    <>
      <p className="mb-3">
        {count === 0
          ? "認定を受けた計画と同じです。"
          : `認定を受けた計画から、${count}か所が変わっています。変わった所に印と、認定を受けた計画の値を付けています。`}
      </p>
      <Tabs
        label="見る所を選ぶ"
        tabs={[
          { label: "計画の全部", href: path, current: !only },
          {
            label: `変わった所だけ（${count}）`,
            href: `${path}?only=changed`,
            current: only,
          },
        ]}
      />
    </>
  );
}
