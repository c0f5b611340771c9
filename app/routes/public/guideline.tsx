import type { HeadersArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guidelineOf } from "#app/domain/guideline/guideline.ts";
import { basicPolicyId } from "#app/domain/rulebook/guideline-rules.ts";
import { guarded } from "#app/http/guard.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { currentRulebook } from "#app/usecases/context.ts";
import { GuidelineIndicators } from "./GuidelineIndicators.tsx";
import { GuidelineItems } from "./GuidelineItems.tsx";
import { GuidelineItemCounts } from "./GuidelineItemCounts.tsx";
import { editionView, guidelineView } from "./guideline-view.server.ts";
import { Unconfirmed, UnconfirmedNote } from "./Unconfirmed.tsx";

export const meta = ({ data: loaded }: { readonly data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${loaded?.guideline.name ?? "指針"} | 経営力向上計画 電子申請ポータル` },
];
export const handle = { scripts: false };

/** 画面にはログインしている人の名前が出るので手元の控えだけに残し、ログインが変われば取り直す。 */
const cacheHeaders = { "Cache-Control": "private, max-age=300", Vary: "Cookie" } as const;
export const headers = ({ errorHeaders }: HeadersArgs) => errorHeaders ?? cacheHeaders;

export const loader = guarded("public", "guideline.view", async ({ useCase, param }) => {
  const { rulebook } = currentRulebook(useCase);
  const guideline = guidelineOf(rulebook, param("id"));
  if (guideline === undefined) throw notFound();
  return { edition: editionView(rulebook), guideline: guidelineView(rulebook, guideline) };
});

export default function Guideline() {
  const { edition, guideline } = useLoaderData<typeof loader>();
  const basicPolicy = guideline.id === basicPolicyId;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "ホーム", href: "/" },
          { label: "事業分野別指針の一覧", href: "/guidelines" },
          { label: guideline.name },
        ]}
      />
      <PageTitle
        title={guideline.name}
        caption={guideline.officialTitle}
        tag={<Unconfirmed confirmed={guideline.confirmed} />}
      />
      <UnconfirmedNote />
      <SummaryList
        emptyText="確認中"
        rows={[
          { key: "ministries", label: "主務大臣の省庁", value: guideline.ministries.join("、") },
          { key: "updatedOn", label: "最終更新日", value: guideline.updatedOn },
          { key: "notification", label: "告示", value: guideline.notification },
          { key: "edition", label: "規則集の版", value: `${edition.label}（${edition.effectiveFrom}施行）` },
          ...(guideline.note === null ? [] : [{ key: "note", label: "備考", value: guideline.note }]),
        ]}
      />
      <SectionTitle id="items">{basicPolicy ? "経営力向上の内容" : "取り組む項目（該当箇所）"}</SectionTitle>
      <GuidelineItems sections={guideline.sections} coverage={guideline.itemsCoverage} />
      <SectionTitle id="indicators">目標とする指標</SectionTitle>
      <GuidelineIndicators rule={guideline.indicatorRule} indicators={guideline.indicators} />
      {!basicPolicy && (
        <>
          <SectionTitle id="counts">必要な項目の数</SectionTitle>
          <GuidelineItemCounts sizeClasses={guideline.sizeClasses} />
        </>
      )}
    </>
  );
}
