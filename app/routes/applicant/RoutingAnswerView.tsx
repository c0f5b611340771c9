import { ministriesOf, type PlanRouting } from "#app/domain/plan/plan-routing.ts";
import { processingLabel } from "#app/domain/routing/explanation.ts";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";

/** 保存した事業分野の全部から決まる、計画の提出先。 */
export function RoutingAnswerView({
  routing,
  explained,
}: {
  readonly routing: PlanRouting;
  /** 理由も出すか。分野が一つの区画では、業種の欄の下に出ている。 */
  readonly explained: boolean;
}) {
  switch (routing.kind) {
    case "incomplete":
      return (
        <NotificationBanner kind="info" title="計画の提出先はまだ決まりません">
          <p>
            {routing.missing === "industry"
              ? "事業分野を選ぶと、提出先と指針が出ます。"
              : "「1　名称等」で都道府県を選ぶと、提出先が出ます。"}
          </p>
        </NotificationBanner>
      );
    case "unknownIndustry":
      return (
        <NotificationBanner kind="warning" title={`「${routing.code}」という細分類は見つかりません`}>
          <p>番号を確かめるか、「業種を探す」で言葉から選んでください。</p>
        </NotificationBanner>
      );
    case "notAccepted":
      return (
        <NotificationBanner kind="warning" title="この分野では申請できません">
          <p>{routing.reason}</p>
        </NotificationBanner>
      );
    case "undecided":
      return (
        <NotificationBanner kind="warning" title={questionOf(routing)}>
          <p>{nextStepOf(routing)}</p>
          <ul className="list-disc pl-6">
            {routing.candidates.map(({ ministry, office, processing }) => (
              <li key={`${ministry}/${office.code}`}>
                {ministry}：{office.name}（{processingLabel(processing)}）
              </li>
            ))}
          </ul>
        </NotificationBanner>
      );
    case "decided": {
      const { office, ministry, addressee, guideline, electronic, processing, explanation } = routing.routing;
      return (
        <DescriptionCard title="この計画の提出先">
          <SummaryList
            rows={[
              { key: "office", label: "提出先", value: office.name },
              { key: "ministry", label: "省庁", value: ministry },
              { key: "addressee", label: "宛先", value: `${addressee} 殿` },
              { key: "guideline", label: "事業分野別指針", value: guideline.name },
              { key: "electronic", label: "提出の方法", value: electronic ? "電子申請" : "印刷して郵送" },
              { key: "processing", label: "標準処理期間", value: processingLabel(processing) },
            ]}
          />
          {(explained || routing.candidates.length > 1) && (
            <ul className="mt-2 list-disc pl-6 text-std-16N-170">
              {explanation.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </DescriptionCard>
      );
    }
  }
}

type Undecided = Extract<PlanRouting, { kind: "undecided" }>;

function questionOf({ reason, ask }: Undecided): string {
  if (ask === "office") return "提出先の局を選んでください";
  return reason === null ? "提出先の省庁を選んでください" : "コールセンターにお問い合わせください";
}

function nextStepOf({ reason, ask, candidates }: Undecided): string {
  if (ask === "office")
    return "計画の分野を、同じ省庁の違う局が受け付けます。「提出先の局」の欄で、主な取組の分野の局を選んでください。";
  if (reason !== null)
    return `番号だけでは提出先が決まりません（${reason}）。問い合わせて、案内された省庁を「提出先の省庁」の欄で選んでください。`;
  return `${ministriesOf(candidates).join("と")}のどれにも提出できます。「提出先の省庁」の欄で、一つを選んでください。`;
}
