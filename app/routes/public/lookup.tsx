import { data, type HeadersArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { today } from "#app/usecases/context.ts";
import { rulebookOn } from "#app/usecases/rulebook/rulebook-on.server.ts";
import { IndustryBrowser } from "./IndustryBrowser.tsx";
import { LookupForm } from "./LookupForm.tsx";
import { LookupHits } from "./LookupHits.tsx";
import { LookupResult } from "./LookupResult.tsx";
import { readBrowsedCode, readConditions } from "./lookup-query.ts";
import { lookupView } from "./lookup-view.server.ts";

export const meta = () => [{ title: "提出先・指針の検索 | 経営力向上計画 電子申請ポータル" }];
export const handle = { scripts: false };

/** 画面にはログインしている人の名前が出るので、共有の控えに残さない。 */
const cacheHeaders = { "Cache-Control": "private, no-cache", Vary: "Accept, Cookie" } as const;
export const headers = ({ errorHeaders }: HeadersArgs) => errorHeaders ?? cacheHeaders;

export const loader = guarded("public", "lookup.view", async ({ url, useCase }) => {
  const conditions = readConditions(url.searchParams);
  const browsed = readBrowsedCode(url.searchParams);
  const view = lookupView(rulebookOn(useCase, conditions.on), conditions, browsed, today(useCase));
  if (view.browsed === null) throw notFound();
  return data({ ...view, browsed: view.browsed }, { status: view.errors.length > 0 ? 400 : 200 });
});

export default function Lookup() {
  const view = useLoaderData<typeof loader>();
  const { answer, hits, errors } = view;
  return (
    <>
      <Breadcrumbs items={[{ label: "ホーム", href: "/" }, { label: "提出先・指針の検索" }]} />
      <PageTitle
        title="提出先・指針の検索"
        lead="計画に係る業種と、主たる事務所の都道府県から、申請書の提出先と、従う指針が分かります。"
      />
      <ErrorSummary errors={errors.map(({ field, message }) => ({ message, fieldId: field }))} />
      {answer !== null && <LookupResult answer={answer} basis={view.basis} />}
      {view.waitingIndustry !== null && (
        <NotificationBanner kind="info" title={`業種：${view.waitingIndustry}`} announce>
          <p>都道府県を選んで、「調べる」を押してください。</p>
        </NotificationBanner>
      )}
      <LookupForm view={view} />
      {hits !== null && <LookupHits hits={hits} />}
      <IndustryBrowser browsed={view.browsed} open={answer === null && hits === null} />
      {answer === null && <p className="mt-8 text-dns-14N-130 text-solid-gray-700">{view.basis}</p>}
    </>
  );
}
