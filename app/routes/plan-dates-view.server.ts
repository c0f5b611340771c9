/** 計画の画面の「大事な日付」。 */
import { daysBetween } from "#app/domain/calendar/civil-date.ts";
import { isCivilMonth, lastDayOf } from "#app/domain/calendar/civil-month.ts";
import { formatJapaneseDate, formatJapaneseMonth } from "#app/domain/calendar/era.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { extensions } from "#app/domain/plan-life/period-change.ts";
import { isAlive } from "#app/domain/plan-life/plan-state.ts";
import { reportStateWords } from "#app/domain/progress-report/schedule.ts";
import type { OpenedPlan } from "#app/usecases/plans/open-plan.server.ts";

export type PlanDateRow = {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly note: string;
};

/** @param now いま（UTC の ISO 文字列） */
export function datesOf({ plan, state, equipment, report }: OpenedPlan, now: string): readonly PlanDateRow[] {
  const { startMonth, endMonth } = plan;
  if (!isCivilMonth(startMonth) || !isCivilMonth(endMonth)) return [];
  const last = lastDayOf(endMonth);
  const left = daysBetween(tokyoDay(now), last);
  const longer = extensions({ start: startMonth, end: endMonth });
  return [
    {
      key: "end",
      label: "実施時期の終わり",
      value: formatJapaneseDate(last),
      note: left >= 0 ? `あと${left}日` : "満了しました",
    },
    ...(isAlive(state) && longer.length > 0
      ? [
          {
            key: "extend",
            label: "実施時期の延長",
            value: `${formatJapaneseDate(last)}までに変更の認定を申請`,
            note: `${longer.map((months) => `${months / 12}年`).join("又は")}の計画に延ばせます。満了した後は延ばせません。`,
          },
        ]
      : []),
    ...(report === null
      ? []
      : [
          {
            key: "report",
            label: `実施状況報告（${formatJapaneseMonth(report.closing)}に終わる事業年度）`,
            value: formatJapaneseDate(report.dueOn),
            note: `${reportStateWords[report.state]}。期限は公の文で確かめられていない目安です。`,
          },
        ]),
    ...equipment.flatMap(({ row, name, timing }) =>
      timing?.kind === "open"
        ? [
            {
              key: `window-${row}`,
              label: `60日の期限（${name}）`,
              value: formatJapaneseDate(timing.deadline),
              note: `あと${timing.daysLeft}日。この日までに、この設備を書いた変更の申請が受理される必要があります。`,
            },
          ]
        : [],
    ),
  ];
}
