/**
 * 設備の取得の時期についての知らせ。60日の期限、認定の見込みの日、事業年度の末日を、日付を添えて言う。
 * 点検と、打つ間の画面が同じ関数を使う。
 */
import { addDays, type CivilDate } from "../calendar/civil-date.ts";
import { type CivilMonth, firstDayOf, lastDayOf, monthOf } from "../calendar/civil-month.ts";
import { formatJapaneseDate, formatJapaneseMonth } from "../calendar/era.ts";
import { fiscalYearEnd } from "../calendar/fiscal-year.ts";
import type { CertificationForecast } from "./certification-forecast.ts";
import type { PlanValues } from "./sections.ts";

/** 取得の後、申請が受理されるまでの期限（日）。中小企業庁の案内による。 */
const ACCEPTANCE_DAYS = 60;

/** 設備の行のうち、時期に関わる欄。 */
export type AcquiredRow = {
  readonly id: string;
  readonly measure: string | undefined;
  readonly acquiredMonth: CivilMonth | undefined;
  readonly acquiredOn: CivilDate | undefined;
};

export type TimingNotice = {
  readonly check:
    | "sixtyDays"
    | "sixtyDaysLeft"
    | "acquiredInSuccession"
    | "fiscalYearEnd"
    | "acquiredBeforeCertification";
  readonly column: "acquiredMonth" | "acquiredOn";
  readonly rowId: string;
  readonly message: string;
};

export type TimingFacts = {
  readonly forecast: Pick<CertificationForecast, "from" | "expected" | "closingMonth">;
  /** 事業承継等を伴う実施事項の id。 */
  readonly succession: readonly string[];
};

/** 事業承継等を伴う実施事項の id。 */
export const successionMeasures = ({ measures }: Pick<PlanValues, "measures">): readonly string[] =>
  measures.measures.filter((row) => row.successionKind !== undefined).map((row) => row.id);

/** 取得した日として考えられる範囲。日が書かれていなければ、その月の初日から末日まで。 */
const acquiredBetween = (row: AcquiredRow): readonly [first: CivilDate, last: CivilDate] | undefined => {
  if (row.acquiredOn !== undefined) return [row.acquiredOn, row.acquiredOn];
  return row.acquiredMonth === undefined
    ? undefined
    : [firstDayOf(row.acquiredMonth), lastDayOf(row.acquiredMonth)];
};

/**
 * 申請の前に取得した設備は、取得から60日以内に申請が受理される必要がある。事業承継等の設備にこの例外はない
 * （中小企業庁の案内）。月しか分からない設備では、月のどの日でも過ぎているときだけ sixtyDays にする。
 */
export function sixtyDayNotices(
  rows: readonly AcquiredRow[],
  { forecast, succession }: TimingFacts,
): readonly TimingNotice[] {
  const accepted = forecast.from;
  return rows.flatMap((row): readonly TimingNotice[] => {
    const acquired = acquiredBetween(row);
    // 月しか分からない今月の設備は、これから取得するものとみなす。
    if (acquired === undefined || acquired[1] >= accepted) return [];
    const [first, last] = acquired;
    const place = {
      column: row.acquiredOn === undefined ? ("acquiredMonth" as const) : ("acquiredOn" as const),
      rowId: row.id,
    };
    if (row.measure !== undefined && succession.includes(row.measure))
      return [
        {
          check: "acquiredInSuccession",
          ...place,
          message:
            "事業承継等を伴う実施事項の設備は、認定の前に取得できません（60日の例外はありません）。取得年月か実施事項を確かめてください。",
        },
      ];
    if (addDays(last, ACCEPTANCE_DAYS) < accepted)
      return [
        {
          check: "sixtyDays",
          ...place,
          message: `取得から${ACCEPTANCE_DAYS}日を過ぎています（期限は${formatJapaneseDate(addDays(last, ACCEPTANCE_DAYS))}でした）。この設備は計画に入れられません。行を消すか、取得の日を確かめてください。`,
        },
      ];
    const deadline = formatJapaneseDate(addDays(first, ACCEPTANCE_DAYS));
    return [
      {
        check: "sixtyDaysLeft",
        ...place,
        message:
          row.acquiredOn === undefined
            ? `先に取得した設備は、取得から${ACCEPTANCE_DAYS}日以内に申請が受理される必要があります。期限は早ければ${deadline}です。取得した日を入力して確かめてください。`
            : `先に取得した設備は、${deadline}までに申請が受理される必要があります。早めに申請してください。`,
      },
    ];
  });
}

/**
 * 認定の見込みの日と、取得の月・事業年度末を比べる。取得は認定の後が原則で、税の特例では、
 * 認定が取得と同じ事業年度に収まる必要がある（https://jpbm.or.jp/dailynews/archives/3300）。
 */
export function certificationNotices(
  rows: readonly AcquiredRow[],
  { forecast: { from, expected, closingMonth } }: TimingFacts,
): readonly TimingNotice[] {
  if (expected === null) return [];
  return rows.flatMap((row): readonly TimingNotice[] => {
    const acquired = acquiredBetween(row)?.[1];
    if (acquired === undefined || acquired >= expected) return [];
    const place = { column: "acquiredMonth" as const, rowId: row.id };
    const forecast = `標準処理期間で見込む認定の日は${formatJapaneseDate(expected)}です（申請が${formatJapaneseDate(from)}のとき）。`;
    const yearEnd = closingMonth === null ? undefined : fiscalYearEnd(closingMonth, acquired);
    if (yearEnd !== undefined && expected > yearEnd)
      return [
        {
          check: "fiscalYearEnd",
          ...place,
          message: `${forecast}取得の事業年度の末日（${formatJapaneseDate(yearEnd)}）までに認定を受けないと、税制の措置を使えません。取得の時期を提出先や税理士に相談してください。`,
        },
      ];
    if (acquired < from) return [];
    return [
      {
        check: "acquiredBeforeCertification",
        ...place,
        message: `${forecast}取得（${formatJapaneseMonth(monthOf(acquired))}）は認定の後にするのが原則です。取得年月を見直すか、取得から${ACCEPTANCE_DAYS}日以内に受理されるように申請してください。`,
      },
    ];
  });
}
