import type { IndustryAnswer, NamedIndustry } from "#app/domain/industry/industry-pick.ts";
import { processingLabel } from "#app/domain/routing/explanation.ts";
import { mayBlock } from "#app/domain/rulebook/blocking.ts";
import { SummaryList, type SummaryRow } from "../../primitives/SummaryList.tsx";
import { Tag } from "../../primitives/Tag.tsx";

/** 選んだ業種と、その提出先・指針の答え。理由は畳んでおく。 */
export function IndustryAnswerCard({ id, named }: { readonly id: string; readonly named: NamedIndustry }) {
  const { label, within, answer } = named;
  return (
    <div id={`${id}-answer`} className="mb-6 rounded-8 border-l-4 border-key-900 bg-solid-gray-50 px-4 py-3">
      <p className="text-std-17B-170">{label}</p>
      <p className="text-dns-14N-130 text-solid-gray-800">{within}</p>
      {answer === null ? (
        <p className="mt-2">「1　名称等」で都道府県を選ぶと、提出先と指針が出ます。</p>
      ) : (
        <>
          <p className="mt-2 mb-2">
            {summaryOf(answer)}
            {!mayBlock(answer.certainty) && (
              <span className="ml-2">
                <Tag tone="warning">確認中</Tag>
              </span>
            )}
          </p>
          <SummaryList rows={rowsOf(answer)} />
          <details className="mt-1">
            <summary className="link inline-block min-h-9 py-1.5">この答えの理由</summary>
            <ul className="list-disc space-y-1 pl-6 text-dns-16N-130 leading-150">
              {answer.explanation.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </details>
        </>
      )}
    </div>
  );
}

function summaryOf(answer: IndustryAnswer): string {
  switch (answer.kind) {
    case "office":
      return `この業種の提出先は、${answer.receivingOffice?.name ?? ""}です。`;
    case "choice":
      return "複数の省庁の共管の業種です。提出先の省庁を、下の欄で選びます。";
    case "callCentre":
      return `番号だけでは提出先が決まりません（${answer.reason ?? ""}）。コールセンターで確かめ、案内された省庁を下の欄で選びます。`;
    case "notAccepted":
      return `この業種では申請できません（${answer.reason ?? ""}）。`;
  }
}

const methodOf = (electronic: boolean | null): string | null =>
  electronic === null ? null : electronic ? "電子申請" : "印刷して郵送";

function rowsOf(answer: IndustryAnswer): readonly SummaryRow[] {
  if (answer.kind === "notAccepted") return [];
  const guideline: SummaryRow = {
    key: "guideline",
    label: "事業分野別指針",
    value:
      answer.guideline === null ? null : (
        <a className="link" href={`/guidelines/${answer.guideline.id}`}>
          {answer.guideline.name}
        </a>
      ),
  };
  if (answer.kind !== "office")
    return [
      {
        key: "candidates",
        label: "提出先の候補",
        value: (
          <ul>
            {answer.candidates.map(({ ministry, receivingOffice, electronic, processing }) => (
              <li key={`${ministry}/${receivingOffice.code}`}>
                {ministry}：{receivingOffice.name}（{methodOf(electronic)}、{processingLabel(processing)}）
              </li>
            ))}
          </ul>
        ),
      },
      guideline,
    ];
  return [
    guideline,
    { key: "method", label: "提出の方法", value: methodOf(answer.electronic) },
    {
      key: "processing",
      label: "標準処理期間",
      value: answer.processing === null ? null : processingLabel(answer.processing),
    },
  ];
}
