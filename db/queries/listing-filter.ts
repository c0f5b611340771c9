/** 審査の一覧の条件を、SQL の条件にする。見てよい局を必ず条件に入れる。 */
import { and, between, gt, gte, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { ListedStatus } from "#app/domain/worklist/list-columns.ts";
import { applicationListings } from "../schema/index.ts";
import { searchExpression } from "./search-expression.ts";

export type DayRange = { readonly from: CivilDate | null; readonly to: CivilDate | null };

export type ListingFilter = {
  /** 見てよく、選ばれた局。null は全部の局。 */
  readonly offices: readonly string[] | null;
  /** 空は全部の状態。 */
  readonly statuses: readonly ListedStatus[];
  /** 畳んだ検索語。どれもが文に続けて出る申請だけ。 */
  readonly words: readonly string[];
  readonly ministries: readonly string[];
  readonly prefectures: readonly string[];
  readonly guidelines: readonly string[];
  /** 産業分類の範囲（両端を含む）。 */
  readonly industries: readonly (readonly [from: string, to: string])[];
  /** 空文字は担当なし。 */
  readonly assignees: readonly string[];
  readonly kinds: readonly ("new" | "change")[];
  readonly proposals: readonly ("certify" | "decline")[];
  readonly equipmentTypes: readonly string[];
  readonly returnKinds: readonly string[];
  readonly minReturns: number;
  readonly filed: DayRange;
  readonly accepted: DayRange;
  readonly certified: DayRange;
  /** 処理の目安の日。目安の日のない申請は入らない。 */
  readonly dueWithin: DayRange;
  /** 処理の目安の日の様子の範囲。どれか一つに入る申請。空なら問わない。 */
  readonly due: readonly DayRange[];
  /** 止まっている申請も含める。due が空なら、止まっている申請だけ。 */
  readonly stopped: boolean;
  /** ほかの局の回答を待っている申請だけ。 */
  readonly consulting: boolean;
  /** この日までに止まり、まだ止まっている申請。 */
  readonly stoppedBy: CivilDate | null;
  /** この日までに数え始めた、終わっていない申請。 */
  readonly startedBy: CivilDate | null;
};

/** 何の条件もない一覧。 */
export const everyListing: ListingFilter = {
  offices: null,
  statuses: [],
  words: [],
  ministries: [],
  prefectures: [],
  guidelines: [],
  industries: [],
  assignees: [],
  kinds: [],
  proposals: [],
  equipmentTypes: [],
  returnKinds: [],
  minReturns: 0,
  filed: { from: null, to: null },
  accepted: { from: null, to: null },
  certified: { from: null, to: null },
  due: [],
  dueWithin: { from: null, to: null },
  stopped: false,
  consulting: false,
  stoppedBy: null,
  startedBy: null,
};

const t = applicationListings;
const finished = ["certified", "declined", "withdrawn"] as const;

/** 日の範囲の終わり。目安の日のない申請（NO_DUE_DAY）は入らない。 */
const LAST_DAY = "9999-12-30";

const within = (column: typeof t.filedOn | typeof t.dueOn, { from, to }: DayRange): SQL | undefined =>
  from === null && to === null
    ? undefined
    : and(gte(column, from ?? "0001-01-01"), lte(column, to ?? LAST_DAY));

const among = (column: typeof t.officeCode | typeof t.status, values: readonly string[]): SQL | undefined =>
  values.length === 0 ? undefined : inArray(column, [...values]);

const mentions = (column: typeof t.equipmentTypes, values: readonly string[]): SQL | undefined =>
  values.length === 0 ? undefined : or(...values.map((one) => sql`instr(${column}, ${` ${one} `}) > 0`));

/** 目安の日の様子のどれか。 */
const dueAmong = ({ due, stopped }: ListingFilter): SQL | undefined =>
  or(...due.map((range) => within(t.dueOn, range)), stopped ? gt(t.stoppedOn, "") : undefined);

/** @returns かつで結ぶ条件。undefined は条件なし */
export function conditionsOf(filter: ListingFilter): (SQL | undefined)[] {
  return [
    filter.words.length === 0
      ? undefined
      : sql`application_search match ${searchExpression(filter.words, filter.offices)}`,
    filter.offices === null ? undefined : inArray(t.officeCode, [...filter.offices]),
    among(t.status, filter.statuses),
    among(t.ministry, filter.ministries),
    among(t.prefecture, filter.prefectures),
    among(t.guidelineId, filter.guidelines),
    filter.industries.length === 0
      ? undefined
      : or(...filter.industries.map(([from, to]) => between(t.industryCode, from, to))),
    among(t.assigneeId, filter.assignees),
    among(t.kind, filter.kinds),
    among(t.proposal, filter.proposals),
    mentions(t.equipmentTypes, filter.equipmentTypes),
    mentions(t.returnKinds, filter.returnKinds),
    filter.minReturns === 0 ? undefined : gte(t.returns, filter.minReturns),
    within(t.filedOn, filter.filed),
    within(t.acceptedOn, filter.accepted),
    within(t.certifiedOn, filter.certified),
    within(t.dueOn, filter.dueWithin),
    dueAmong(filter),
    filter.consulting ? gt(t.openConsultations, 0) : undefined,
    filter.stoppedBy === null ? undefined : and(gt(t.stoppedOn, ""), lte(t.stoppedOn, filter.stoppedBy)),
    filter.startedBy === null
      ? undefined
      : and(lte(t.startedOn, filter.startedBy), sql`${t.status} not in ${finished}`),
  ];
}
