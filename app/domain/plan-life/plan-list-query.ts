/** 局の計画の一覧の、URL の条件。読めない値は、その条件が無いものとする。 */
import { type CivilMonth, shiftMonth } from "../calendar/civil-month.ts";
import { cleanText } from "../text/visible.ts";

/** 一覧の様子。soon: 決めた月数の内に満了する。ended: 取消し、取下げで終わった。 */
export const planListStates = ["running", "soon", "expired", "ended"] as const;
export type PlanListState = (typeof planListStates)[number];

export const planListStateWords = {
  running: "実施時期が終わっていない",
  soon: "まもなく満了する",
  expired: "期間満了",
  ended: "取消し、取下げ",
} as const satisfies Record<PlanListState, string>;

/** 計画の初めの認定を、どこで受けたか。 */
export const planOrigins = ["portal", "paper", "imported"] as const;
export type PlanOrigin = (typeof planOrigins)[number];

export const planOriginWords = {
  portal: "このポータルで電子申請",
  paper: "紙で認定を受け、変更から電子申請",
  imported: "前のシステムから引き継いだ",
} as const satisfies Record<PlanOrigin, string>;

/** 「まもなく」の月数。 */
export const soonMonths = [1, 3, 6, 12] as const;
export type SoonMonths = (typeof soonMonths)[number];

/** 一覧の最後の行。次の頁はその後から。 */
export type PlanKey = { readonly endMonth: string; readonly id: string };

export type PlanListQuery = {
  readonly state: PlanListState | null;
  readonly within: SoonMonths;
  /** 事業分野別指針の id。 */
  readonly guideline: string;
  /** 都道府県の符号。 */
  readonly prefecture: string;
  readonly origin: PlanOrigin | null;
  /** 局の符号。空なら見てよい局の全部。 */
  readonly office: string;
  /** 文書番号、又は法人番号。 */
  readonly q: string;
  readonly after: PlanKey | null;
};

const MAX_LENGTH = 60;
const INITIAL_WITHIN = 6;

/** 条件のない一覧。 */
export const everyPlan: PlanListQuery = readPlanListQuery(new URLSearchParams());

export function readPlanListQuery(search: URLSearchParams): PlanListQuery {
  const text = (name: string): string => cleanText(search.get(name) ?? "").slice(0, MAX_LENGTH);
  const [endMonth, id, ...rest] = (search.get("after") ?? "").split("_");
  return {
    state: planListStates.find((state) => state === text("state")) ?? null,
    within: soonMonths.find((months) => String(months) === text("within")) ?? INITIAL_WITHIN,
    guideline: text("guideline"),
    prefecture: text("prefecture"),
    origin: planOrigins.find((origin) => origin === text("origin")) ?? null,
    office: text("office"),
    q: text("q").normalize("NFKC").replaceAll(/\s/gu, ""),
    after:
      endMonth !== undefined && /^\d{4}-\d{2}$/u.test(endMonth) && id !== undefined && rest.length === 0
        ? { endMonth, id }
        : null,
  };
}

/** 条件を URL に書く。頭に ? が付き、条件が無ければ空文字。 */
export function writePlanListQuery(query: PlanListQuery): string {
  const entries: readonly (readonly [string, string])[] = [
    ["state", query.state ?? ""],
    ["within", query.state === "soon" ? String(query.within) : ""],
    ["guideline", query.guideline],
    ["prefecture", query.prefecture],
    ["origin", query.origin ?? ""],
    ["office", query.office],
    ["q", query.q],
    ["after", query.after === null ? "" : `${query.after.endMonth}_${query.after.id}`],
  ];
  const search = new URLSearchParams(entries.filter(([, value]) => value !== "").map(([...entry]) => entry));
  return search.size === 0 ? "" : `?${search.toString()}`;
}

/** 実施時期の終わりの月の範囲と、途中で終わった計画かどうか。 */
export type EndRange = {
  /** この月から（含む）。 */
  readonly from: CivilMonth | null;
  /** この月まで（含む）。 */
  readonly to: CivilMonth | null;
  /** null は問わない。 */
  readonly ended: boolean | null;
  /** 終わりの遅い順に並べるか。 */
  readonly latestFirst: boolean;
};

/** @param month 今月 */
export function endRange({ state, within }: PlanListQuery, month: CivilMonth): EndRange {
  switch (state) {
    case null:
      return { from: null, to: null, ended: null, latestFirst: true };
    case "running":
      return { from: month, to: null, ended: false, latestFirst: false };
    case "soon":
      return { from: month, to: shiftMonth(month, within), ended: false, latestFirst: false };
    case "expired":
      return { from: null, to: shiftMonth(month, -1), ended: false, latestFirst: true };
    case "ended":
      return { from: null, to: null, ended: true, latestFirst: true };
  }
}
