import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { keptQuery, narrowedBy, readListQuery } from "#app/domain/worklist/list-query.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { EXPORT_DAYS, ownExports, requestExport } from "#app/usecases/review/background-exports.server.ts";
import { countExport } from "#app/usecases/review/export-list.server.ts";
import { typedText } from "./command-page.server.ts";
import { ExportTable } from "./ExportTable.tsx";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "一覧の書出し | 経営力向上計画 電子申請ポータル" }];

const formatOf = (text: string | null) => (text === "xlsx" ? ("xlsx" as const) : ("csv" as const));

export const loader = guarded("staff", "exports.run", async ({ useCase, url }) => {
  const own = ownExports(useCase);
  if (!own.ok) throw refusalResponse(own.error);
  const asked = url.searchParams.get("format");
  const { query } = readListQuery(url.searchParams);
  const total = asked === null ? null : countExport(useCase, query);
  if (total !== null && !total.ok) throw refusalResponse(total.error);
  return {
    days: EXPORT_DAYS,
    offer:
      total === null
        ? null
        : {
            query: keptQuery(query),
            format: formatOf(asked),
            rows: total.value,
            narrowed: narrowedBy(query),
          },
    exports: own.value.map((row) => ({
      id: row.id,
      createdAt: formatTokyoInstant(row.createdAt),
      narrowed: narrowedBy(readListQuery(new URLSearchParams(row.query)).query).join("、"),
      format: row.format,
      state: row.state,
      written: row.written,
      total: row.total,
    })),
  };
});

export const action = guarded("staff", "exports.run", async ({ useCase, tools, request }) => {
  const form = await submittedForm(request);
  const { query } = readListQuery(new URLSearchParams(typedText(form, "query")));
  const asked = await requestExport(useCase, { query, format: formatOf(typedText(form, "format")) });
  if (!asked.ok) throw refusalResponse(asked.error);
  tools.wakeWorker();
  return redirect("/review/exports");
});

const count = (value: number): string => value.toLocaleString("ja-JP");

export default function Exports() {
  const { offer, exports, days } = useLoaderData<typeof loader>();
  const running = exports.some(({ state }) => state === "waiting" || state === "running");
  return (
    <>
      {running && <script src="/export-progress.js" defer />}
      <Breadcrumbs items={[{ label: "審査の一覧", href: "/review" }, { label: "一覧の書出し" }]} />
      <PageTitle
        title="一覧の書出し"
        lead={`行数の多い一覧は、ファイルを作ってから受け取ります。できたファイルは、頼んだ人だけが${days}日の間、受け取れます。`}
      />
      {offer !== null && (
        <form method="post" className="mb-8 rounded-8 bg-solid-gray-50 p-4">
          <input type="hidden" name="query" value={offer.query} />
          <input type="hidden" name="format" value={offer.format} />
          <p className="mb-3">
            {offer.narrowed.length > 0 && `絞り込み：${offer.narrowed.join("、")}。`}
            {count(offer.rows)}件を{offer.format === "csv" ? "CSV" : "Excel（XLSX）"}のファイルにします。
          </p>
          <Button>ファイルを作る</Button>
        </form>
      )}
      {exports.length === 0 ? (
        <EmptyState title="頼んだ書出しはありません" />
      ) : (
        <ExportTable exports={exports} />
      )}
      {running && (
        <p className="mt-4">
          <a href="/review/exports" className="link">
            いまの進み具合を見る
          </a>
        </p>
      )}
    </>
  );
}
