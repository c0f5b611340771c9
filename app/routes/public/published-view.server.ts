/** 公表した一月を画面の値にする。 */
import { formatJapaneseDate, formatJapaneseMonth } from "#app/domain/calendar/era.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { CivilMonth } from "#app/domain/calendar/civil-month.ts";
import { laterNoticeWords, type ListedPlan, publishedKindWords } from "#app/domain/publication/published-plan.ts"; // prettier-ignore
import type {
  Publication,
  PublicationChoice,
  PublicationPage,
} from "#app/usecases/publication/read-publication.server.ts";
import { publishedSearch } from "./published-query.ts";

const dateText = (day: string): string => formatJapaneseDate(day as CivilDate);
const countText = (count: number): string => `${count.toLocaleString("ja-JP")}件`;

/** 月の一覧の一行。 */
export const monthRow = ({ month, total, publishedOn, corrections }: Publication) => ({
  month,
  title: formatJapaneseMonth(month as CivilMonth),
  count: countText(total),
  publishedOn: dateText(publishedOn),
  correctedOn: corrections.map((one) => dateText(one.publishedOn)).at(-1) ?? "",
});
export type MonthRow = ReturnType<typeof monthRow>;

const planRow = (plan: ListedPlan) => ({
  number: plan.number,
  name: plan.name,
  corporateNumber: plan.corporateNumber,
  ministry: plan.ministry,
  prefecture: plan.prefectureName,
  industry: `${plan.industryCode} ${plan.industryName}`.trim(),
  certified: `${dateText(plan.certifiedOn)} ${publishedKindWords[plan.kind]}`,
  later: plan.later === null ? "" : `${dateText(plan.later.on)} ${laterNoticeWords[plan.later.kind]}`,
});
export type PlanRow = ReturnType<typeof planRow>;

export function publishedView(page: PublicationPage, choice: PublicationChoice) {
  const { publication, plans, total, before, next } = page;
  const path = `/published/${publication.month}`;
  return {
    ...monthRow(publication),
    path,
    search: publishedSearch(choice),
    choice,
    filtered: total < publication.total,
    matching: countText(total),
    summary:
      total === 0
        ? "0件"
        : `${countText(total)}のうち${(before + 1).toLocaleString("ja-JP")}件目から${(before + plans.length).toLocaleString("ja-JP")}件目`,
    firstHref: before > 0 ? `${path}${publishedSearch(choice)}` : null,
    nextHref: next === null ? null : `${path}${publishedSearch(choice, next)}`,
    rows: plans.map(planRow),
    corrections: publication.corrections.map((one) => ({
      edition: one.edition,
      on: dateText(one.publishedOn),
      reason: one.reason,
    })),
    ministries: choicesOf(page, choice, "ministry", ({ ministry }) => [ministry, ministry]),
    prefectures: choicesOf(page, choice, "prefecture", (group) => [group.prefecture, group.prefectureName]),
    divisions: choicesOf(page, choice, "division", (group) => [
      group.division,
      `${group.division} ${group.divisionName}`,
    ]),
  };
}

export type PublishedView = ReturnType<typeof publishedView>;

type Group = PublicationPage["groups"][number];

/** 一つの条件の選択肢。件数は、ほかの条件を選んだままで数える。 */
function choicesOf(
  { groups }: PublicationPage,
  choice: PublicationChoice,
  name: keyof PublicationChoice,
  read: (group: Group) => readonly [value: string, label: string],
): readonly { readonly value: string; readonly label: string }[] {
  const others = (Object.keys(choice) as (keyof PublicationChoice)[]).filter((key) => key !== name);
  const counted = new Map<string, { label: string; total: number }>();
  for (const group of groups) {
    const [value, label] = read(group);
    if (value === "") continue;
    const matches = others.every((key) => choice[key] === "" || choice[key] === group[key]);
    const known = counted.get(value) ?? { label, total: 0 };
    counted.set(value, { label, total: known.total + (matches ? group.total : 0) });
  }
  return [...counted]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, { label, total }]) => ({ value, label: `${label}（${countText(total)}）` }));
}
