const steps = [
  {
    title: "アカウントを用意する",
    words: "提出には GビズIDプライム、又はプライムから権限を受けたメンバーが要ります。",
  },
  {
    title: "提出先と指針を確かめる",
    words: "計画に係る業種と都道府県から調べます。共管の業種では、提出先を選びます。",
  },
  {
    title: "計画を書く",
    words: "現状、目標とする指標、取り組むこと、資金、設備を順に書きます。書きかけは保存されます。",
  },
  {
    title: "内容を確かめて提出する",
    words: "足りないところは画面が示します。提出すると受付番号と受領書が出ます。",
  },
  {
    title: "審査を受ける",
    words: "直すところがあれば差し戻されます。示された欄を直して、もう一度提出します。",
  },
  {
    title: "認定通知書を受け取る",
    words: "認定されるとメールで知らせます。通知書（PDF）はこのポータルから取り出せます。",
  },
] as const;

/** 準備から認定までの手順。 */
export function HomeSteps() {
  return (
    <ol className="grid gap-x-8 gap-y-4 md:grid-cols-2">
      {steps.map(({ title, words }, index) => (
        <li key={title} className="flex gap-3">
          <span
            aria-hidden="true"
            className="flex size-8 shrink-0 items-center justify-center rounded-full border-2 border-key-900 text-dns-16B-130 text-key-900 tabular-nums"
          >
            {index + 1}
          </span>
          <div className="min-w-0">
            <p className="text-std-17B-170">{title}</p>
            <p className="text-dns-16N-130 leading-150">{words}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
