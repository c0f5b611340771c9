/** 統計の画面の値。数に、その一覧の URL を付ける。 */
import type { StaffActor } from "#app/domain/access/actor.ts";
import { attachmentSection, attachmentSectionTitle } from "#app/domain/attachment/attachment-kind.ts";
import { type CivilMonth, firstDayOf, lastDayOf } from "#app/domain/calendar/civil-month.ts";
import { formatJapaneseMonth } from "#app/domain/calendar/era.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { returnKindWords } from "#app/domain/worklist/list-columns.ts";
import { emptyListQuery, type ListQuery, writeListQuery } from "#app/domain/worklist/list-query.ts";
import {
  type GroupFigures,
  type StatisticsGroup,
  statisticsGroups,
} from "#app/domain/worklist/statistics.ts";
import { type PeriodChoice, periodChoices } from "#app/domain/worklist/statistics-period.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { visibleOffices } from "#app/usecases/review/list-filter.ts";
import type { Statistics } from "#app/usecases/review/read-statistics.server.ts";
import type { GroupLine } from "./statistics-cells.tsx";
import { originLines } from "./statistics-origins.ts";

type Choice = {
  readonly period: PeriodChoice;
  /** 選ばれた局。空は見てよい局の全部。 */
  readonly office: readonly string[];
};

const groupWords: Readonly<Record<StatisticsGroup, string>> = {
  ministry: "省庁",
  office: "提出先",
  prefecture: "都道府県",
  industry: "産業（大分類）",
};

/** 統計の画面の値の全部。 */
export function statisticsView(
  actor: StaffActor,
  figures: Statistics,
  choice: Choice,
  facts: { readonly rulebook: Rulebook; readonly today: CivilDate },
) {
  const scope: Partial<ListQuery> = { office: choice.office };
  const filed = {
    ...scope,
    filedFrom: firstDayOf(choice.period.period.from),
    filedTo: lastDayOf(choice.period.period.to),
  };
  return {
    periods: periodChoices(facts.today).map(({ value, label }) => ({ value, label })),
    period: {
      value: choice.period.value,
      from: formatJapaneseMonth(choice.period.period.from),
      to: formatJapaneseMonth(choice.period.period.to),
    },
    offices: officeOptions(actor, facts.rulebook),
    office: choice.office[0] ?? "",
    total: lineOf({ value: "", ...figures.total }, "合計", filed),
    months: figures.months.map(({ month, filed: count, certified, lead }) => ({
      month,
      label: formatJapaneseMonth(month),
      short: `${String(Number(month.slice(5)))}月`,
      filed: { count, href: listHref({ ...scope, ...filedIn(month) }) },
      certified: {
        count: certified,
        href: listHref({
          ...scope,
          status: ["certified"],
          certifiedFrom: firstDayOf(month),
          certifiedTo: lastDayOf(month),
        }),
      },
      lead,
    })),
    ages: figures.ages.map(({ days, open }) => ({
      days,
      open: {
        count: open,
        href: listHref({ ...scope, status: ["open"], ...(days === 0 ? {} : { minAge: days }) }),
      },
    })),
    groups: statisticsGroups
      .filter((group) => figures.groups[group].length > 1)
      .map((group) => ({
        group,
        title: groupWords[group],
        lines: figures.groups[group].map((one) =>
          lineOf(one, nameOf(group, one.value, facts.rulebook), { ...filed, [group]: [one.value] }),
        ),
      })),
    origins: originLines(figures.origins, choice.office[0] ?? ""),
    returned: figures.returnedFields.map(({ section, field, kind, total }) => ({
      key: `${section}/${field}/${kind}`,
      section:
        section === attachmentSection ? attachmentSectionTitle : (sectionOf(section)?.title ?? section),
      field: sectionOf(section)?.fields[field]?.label ?? "",
      kind: returnKindWords[kind],
      total,
    })),
  };
}

export type StatisticsView = ReturnType<typeof statisticsView>;

const listHref = (query: Partial<ListQuery>): string =>
  `/review?${writeListQuery({ ...emptyListQuery, ...query, view: "none" })}`;

const filedIn = (month: CivilMonth): Partial<ListQuery> => ({
  filedFrom: firstDayOf(month),
  filedTo: lastDayOf(month),
});

const lineOf = (figures: GroupFigures, label: string, query: Partial<ListQuery>): GroupLine => ({
  value: figures.value,
  label,
  filed: { count: figures.filed, href: listHref(query) },
  open: { count: figures.open, href: listHref({ ...query, status: ["open"] }) },
  certified: { count: figures.certified, href: listHref({ ...query, status: ["certified"] }) },
  returned: { count: figures.returned, href: listHref({ ...query, minReturns: 1 }) },
  lead: figures.lead,
});

function officeOptions(actor: StaffActor, rulebook: Rulebook) {
  const visible = visibleOffices(actor);
  return [...rulebook.offices.values()]
    .filter(({ code }) => visible === null || visible.includes(code))
    .map(({ code, name }) => ({ value: code, label: name }));
}

function nameOf(group: StatisticsGroup, value: string, rulebook: Rulebook): string {
  switch (group) {
    case "ministry":
      return value;
    case "office":
      return rulebook.offices.get(value)?.name ?? value;
    case "prefecture":
      return rulebook.prefectures.get(value)?.name ?? value;
    case "industry":
      return `${value} ${rulebook.industries[14].byCode.get(value)?.name ?? ""}`.trim();
  }
}
