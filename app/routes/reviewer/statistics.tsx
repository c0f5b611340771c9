import { Fragment } from "react";
import { useLoaderData } from "@remix-run/react";
import { chosenPeriod } from "#app/domain/worklist/statistics-period.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { MonthBars } from "#app/ui/statistics/MonthBars.tsx";
import { currentRulebook, today } from "#app/usecases/context.ts";
import { readStatistics } from "#app/usecases/review/read-statistics.server.ts";
import { GroupTable } from "./StatisticsGroups.tsx";
import { AgeTable, MonthTable, OriginTable, ReturnedTable } from "./StatisticsTables.tsx";
import { type StatisticsView, statisticsView } from "./statistics-view.server.ts";

export const meta = () => [{ title: "統計 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "statistics.view", async ({ url, useCase, actor }) => {
  const day = today(useCase);
  const period = chosenPeriod(day, url.searchParams.get("period"));
  const chosen = url.searchParams.get("office") ?? "";
  const office = chosen === "" ? [] : [chosen];
  const figures = await readStatistics(useCase, { period: period.period, offices: office });
  if (!figures.ok) throw refusalResponse(figures.error);
  const { rulebook } = currentRulebook(useCase);
  return statisticsView(actor, figures.value, { period, office }, { rulebook, today: day });
});

export default function Statistics() {
  const view = useLoaderData<typeof loader>();
  const filed = view.total.filed.count;
  return (
    <>
      <PageTitle title="統計" />
      <Choices view={view} />
      <p className="mb-4">
        {view.period.from}から{view.period.to}までに申請された{filed.toLocaleString("ja-JP")}
        件を数えています。数を押すと、その申請の一覧に移ります。処理日数は、受理の翌日から認定の日までの業務日で、差戻しと中断で止まっていた日を除きます。
      </p>
      <SectionTitle>月ごとの申請と認定</SectionTitle>
      <MonthBars
        id="months"
        title="月ごとの申請と認定の件数"
        words="同じ内容が次の表にあります。"
        names={["申請", "認定"]}
        bars={view.months.map(({ month, short, filed: first, certified }) => ({
          key: month,
          label: short,
          first: first.count,
          second: certified.count,
        }))}
      />
      <MonthTable months={view.months} />
      <SectionTitle>処理中の申請の経過</SectionTitle>
      <p className="mb-3">期間にかかわらず、今の処理中の申請を数えています。</p>
      <AgeTable ages={view.ages} />
      {view.groups.map(({ group, title, lines }) => (
        <Fragment key={group}>
          <SectionTitle>{title}ごと</SectionTitle>
          <GroupTable title={title} lines={lines} total={view.total} />
        </Fragment>
      ))}
      <SectionTitle>電子申請の割合</SectionTitle>
      <p className="mb-3">期間にかかわらず、今ある計画を、初めの認定をどこで受けたかで数えています。</p>
      <OriginTable origins={view.origins} />
      <SectionTitle>差戻しの指摘の多い欄</SectionTitle>
      <ReturnedTable returned={view.returned} />
    </>
  );
}

function Choices({ view }: { readonly view: StatisticsView }) {
  return (
    <form
      method="get"
      action="/review/statistics"
      className="print-hidden mb-6 flex flex-wrap items-end gap-x-4 gap-y-3"
    >
      <Select
        id="statistics-period"
        name="period"
        label="期間"
        dense
        emptyLabel={null}
        options={view.periods}
        defaultValue={view.period.value}
      />
      {view.offices.length > 1 && (
        <Select
          id="statistics-office"
          name="office"
          label="提出先"
          dense
          emptyLabel="すべて"
          width="full"
          options={view.offices}
          defaultValue={view.office}
        />
      )}
      <Button>数える</Button>
    </form>
  );
}
