import { mayBlock } from "#app/domain/rulebook/blocking.ts";
import { processingLabel } from "#app/domain/routing/explanation.ts";
import type { LookupAnswer } from "#app/domain/routing/lookup-answer.ts";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { SummaryList, type SummaryRow } from "#app/ui/primitives/SummaryList.tsx";
import { OfficeCard } from "./OfficeCard.tsx";

/** 提出先が一つ、選べる、コールセンターへ、受け付けない、のどれかの答え。 */
export function LookupResult({ answer, basis }: { readonly answer: LookupAnswer; readonly basis: string }) {
  return (
    <section aria-labelledby="result" className="mb-10">
      <h2 id="result" className="mb-3 text-std-22B-150">
        {headingOf(answer)}
      </h2>
      {!mayBlock(answer.certainty) && (
        <InlineHint tone="warning">
          確認中の情報です。公式の資料で確かめられていない決まりによります。
        </InlineHint>
      )}
      {answer.kind === "office" && <SettledOffice answer={answer} />}
      {answer.kind === "choice" && <Candidates answer={answer} />}
      {answer.kind === "callCentre" && <CallCentre answer={answer} />}
      {answer.kind === "notAccepted" && (
        <>
          <NotificationBanner kind="warning" title="この業種では申請できません" headingLevel={3}>
            <p>{answer.reason}</p>
          </NotificationBanner>
          <SummaryList rows={askedRows(answer)} />
        </>
      )}
      <details className="mt-4" open>
        <summary className="link min-h-11 py-2">このように答えた理由</summary>
        <ul className="mt-1 list-disc space-y-1 pl-6">
          {answer.explanation.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          <li>{basis}</li>
        </ul>
      </details>
    </section>
  );
}

function headingOf({ kind, receivingOffice }: LookupAnswer): string {
  switch (kind) {
    case "office":
      return `提出先は、${receivingOffice?.name ?? ""}です`;
    case "choice":
      return "提出先を選べる業種です";
    case "callCentre":
      return "コールセンターへお問い合わせください";
    case "notAccepted":
      return "申請できない業種です";
  }
}

/** 何について調べたか。 */
const askedRows = ({ industry, prefecture }: LookupAnswer): readonly SummaryRow[] => [
  {
    key: "industry",
    label: "業種",
    value: `${industry.code} ${industry.name}`,
    note: (
      <span className="text-solid-gray-700">
        {industry.division} ＞ {industry.majorGroup} ＞ {industry.group}（第{industry.revision}回改定）
      </span>
    ),
  },
  { key: "prefecture", label: "都道府県", value: prefecture.name },
];

const guidelineRow = ({ guideline }: LookupAnswer): readonly SummaryRow[] =>
  guideline === null
    ? []
    : [
        {
          key: "guideline",
          label: "従う指針",
          value: (
            <a className="link" href={`/guidelines/${guideline.id}`}>
              {guideline.name}
            </a>
          ),
        },
      ];

function SettledOffice({ answer }: { readonly answer: LookupAnswer }) {
  return (
    <SummaryList
      rows={[
        {
          key: "office",
          label: "提出先",
          value: <strong className="text-std-18B-160">{answer.receivingOffice?.name}</strong>,
        },
        { key: "addressee", label: "宛名", value: answer.addressee },
        { key: "ministry", label: "主務大臣の省庁", value: answer.ministry },
        { key: "submission", label: "提出の方法", value: submissionWords(answer.submission) },
        ...guidelineRow(answer),
        {
          key: "processing",
          label: "標準処理期間",
          value: answer.processing === null ? null : processingLabel(answer.processing),
        },
        ...askedRows(answer),
      ]}
    />
  );
}

function Candidates({ answer }: { readonly answer: LookupAnswer }) {
  return (
    <>
      <p className="mb-4">次の省庁のどれか一つを選んで申請してください。</p>
      {answer.candidates.map((office) => (
        <OfficeCard key={office.ministry} office={office} submission={submissionWords(office.submission)} />
      ))}
      <SummaryList rows={[...guidelineRow(answer), ...askedRows(answer)]} />
    </>
  );
}

function CallCentre({ answer }: { readonly answer: LookupAnswer }) {
  return (
    <>
      <NotificationBanner kind="warning" title="番号だけでは提出先が決まりません" headingLevel={3}>
        <p>{answer.reason}</p>
        <p className="mt-1">
          問合せ先は、
          <a className="link" href="/help#contact">
            ヘルプの「問合せ先」
          </a>
          をご覧ください。
        </p>
      </NotificationBanner>
      {answer.candidates.length > 0 && <p className="mb-3">次のどれかになることがあります。</p>}
      {answer.candidates.map((office) => (
        <OfficeCard key={office.ministry} office={office} submission={submissionWords(office.submission)} />
      ))}
      <SummaryList rows={askedRows(answer)} />
    </>
  );
}

const submissionWords = (submission: LookupAnswer["submission"]): string | null =>
  submission === null ? null : submission === "electronic" ? "電子申請" : "郵送（様式を印刷します）";
