/** 申請の統計。一覧の行を一度だけ読み、月・まとまり・経過・処理日数を同時に数える。 */
import { businessDaysBetween } from "../calendar/business-days.ts";
import type { CivilDate } from "../calendar/civil-date.ts";
import { type CivilMonth, monthOf, shiftMonth } from "../calendar/civil-month.ts";
import { type ListedStatus, openStatuses } from "./list-columns.ts";

/** 数える一行。日は東京の日、無い日は空文字。 */
export type CountedRow = {
  readonly status: ListedStatus;
  readonly officeCode: string;
  readonly ministry: string;
  readonly prefecture: string;
  readonly industryCode: string;
  readonly filedOn: string;
  readonly acceptedOn: string;
  readonly startedOn: string;
  readonly certifiedOn: string;
  /** 受理の後に差戻し又は中断で止まっていた業務日の数。 */
  readonly stoppedDays: number;
  /** 差し戻した回数。 */
  readonly returns: number;
};

/** 処理日数。業務日で、受理の日を数えず認定の日を数え、差戻し又は中断で止まっていた日を除く。 */
export type LeadTimes = {
  readonly measured: number;
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
} | null;

export type MonthFigures = {
  readonly month: CivilMonth;
  /** その月に申請された数。 */
  readonly filed: number;
  /** その月に認定された数（申請の月は問わない）。 */
  readonly certified: number;
  /** その月に認定された申請の処理日数。 */
  readonly lead: LeadTimes;
};

/** 期間に申請された申請のまとまり。 */
export type GroupFigures = {
  readonly value: string;
  readonly filed: number;
  readonly open: number;
  readonly certified: number;
  /** 一度でも差し戻した申請。 */
  readonly returned: number;
  readonly lead: LeadTimes;
};

/** 数え始めてから days 業務日以上たった、処理中の申請。 */
export type AgeFigures = { readonly days: number; readonly open: number };

export const statisticsGroups = ["ministry", "office", "prefecture", "industry"] as const;
export type StatisticsGroup = (typeof statisticsGroups)[number];

export type StatisticsFigures = {
  readonly total: Omit<GroupFigures, "value">;
  readonly months: readonly MonthFigures[];
  readonly groups: Readonly<Record<StatisticsGroup, readonly GroupFigures[]>>;
  readonly ages: readonly AgeFigures[];
};

export type StatisticsPeriod = { readonly from: CivilMonth; readonly to: CivilMonth };

/** 経過の区切り（業務日）。0 は処理中の全部。 */
const AGE_STEPS = [0, 10, 20, 30, 45] as const;

type DayCounts = Map<number, number>;
type Count = { filed: number; open: number; certified: number; returned: number; lead: DayCounts };

const emptyCount = (): Count => ({ filed: 0, open: 0, certified: 0, returned: 0, lead: new Map() });
const isOpen = (status: ListedStatus): boolean => openStatuses.some((one) => one === status);

/**
 * @param context.majorOf 細分類の番号から大分類の英字。分からなければ空文字
 * @returns add で一行ずつ数え、figures で数えた結果を取り出す
 */
export function countStatistics(context: {
  readonly period: StatisticsPeriod;
  readonly today: CivilDate;
  readonly holidays: ReadonlySet<CivilDate>;
  readonly majorOf: (industryCode: string) => string;
}): { add(row: CountedRow): void; figures(): StatisticsFigures } {
  const { period, today, holidays, majorOf } = context;
  const total = emptyCount();
  const months = new Map(
    monthsOf(period).map((month) => [month, { filed: 0, certified: 0, lead: new Map() as DayCounts }]),
  );
  const groups = Object.fromEntries(
    statisticsGroups.map((group) => [group, new Map<string, Count>()]),
  ) as Record<StatisticsGroup, Map<string, Count>>;
  const openSince = new Map<string, number>();
  const daysBetween = rememberedDays(holidays);

  return {
    add(row) {
      const lead =
        row.status === "certified" && row.acceptedOn !== "" && row.certifiedOn !== ""
          ? Math.max(0, daysBetween(row.acceptedOn, row.certifiedOn) - row.stoppedDays)
          : null;
      if (isOpen(row.status)) addTo(openSince, row.startedOn);
      if (row.status === "certified" && row.certifiedOn !== "") {
        const month = months.get(monthOf(row.certifiedOn as CivilDate));
        if (month !== undefined) {
          month.certified += 1;
          if (lead !== null) addTo(month.lead, lead);
        }
      }
      const filedMonth = months.get(monthOf(row.filedOn as CivilDate));
      if (filedMonth === undefined) return;
      filedMonth.filed += 1;
      addRow(total, row, lead);
      const values: Record<StatisticsGroup, string> = {
        ministry: row.ministry,
        office: row.officeCode,
        prefecture: row.prefecture,
        industry: majorOf(row.industryCode),
      };
      for (const group of statisticsGroups) {
        const counts = groups[group];
        const count = counts.get(values[group]) ?? emptyCount();
        counts.set(values[group], count);
        addRow(count, row, lead);
      }
    },
    figures: () => ({
      total: figuresOf(total),
      months: [...months].map(([month, { filed, certified, lead }]) => ({
        month,
        filed,
        certified,
        lead: leadTimes(lead),
      })),
      groups: Object.fromEntries(
        statisticsGroups.map((group) => [
          group,
          [...groups[group]]
            .map(([value, count]) => ({ value, ...figuresOf(count) }))
            .toSorted((a, b) => b.filed - a.filed || (a.value < b.value ? -1 : 1)),
        ]),
      ) as unknown as StatisticsFigures["groups"],
      ages: AGE_STEPS.map((days) => ({
        days,
        open: [...openSince].reduce(
          (sum, [since, count]) => (daysBetween(since, today) >= days ? sum + count : sum),
          0,
        ),
      })),
    }),
  };
}

function addRow(count: Count, row: CountedRow, lead: number | null): void {
  count.filed += 1;
  if (isOpen(row.status)) count.open += 1;
  if (row.status === "certified") count.certified += 1;
  if (row.returns > 0) count.returned += 1;
  if (lead !== null) addTo(count.lead, lead);
}

const figuresOf = ({ lead, ...counts }: Count): Omit<GroupFigures, "value"> => ({
  ...counts,
  lead: leadTimes(lead),
});

function addTo<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** 同じ二つの日は何度も出るので、数えた日数を覚える。 */
function rememberedDays(holidays: ReadonlySet<CivilDate>): (from: string, to: string) => number {
  const known = new Map<string, number>();
  return (from, to) => {
    const key = `${from}~${to}`;
    const days = known.get(key) ?? businessDaysBetween(from as CivilDate, to as CivilDate, holidays);
    known.set(key, days);
    return days;
  };
}

/** 期間の月の並び。両端を含む。 */
function monthsOf({ from, to }: StatisticsPeriod): readonly CivilMonth[] {
  const months: CivilMonth[] = [];
  for (let month = from; month <= to; month = shiftMonth(month, 1)) months.push(month);
  return months;
}

/** 日数ごとの数から、順位で百分位を求める（小さい方から数えて、その割合に達する日数）。 */
export function leadTimes(counts: ReadonlyMap<number, number>): LeadTimes {
  const sorted = [...counts].toSorted(([a], [b]) => a - b);
  const measured = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (measured === 0) return null;
  const at = (percent: number): number => {
    let seen = 0;
    for (const [days, count] of sorted) {
      seen += count;
      if (seen * 100 >= measured * percent) return days;
    }
    return sorted.at(-1)?.[0] ?? 0;
  };
  return { measured, median: at(50), p90: at(90), longest: at(100) };
}
