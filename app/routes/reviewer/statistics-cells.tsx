/** 統計の表の欄。 */
import type { LeadTimes } from "#app/domain/worklist/statistics.ts";

/** 数と、その一覧。 */
export type Linked = { readonly count: number; readonly href: string };

/** まとめた項目の一行。 */
export type GroupLine = {
  readonly value: string;
  readonly label: string;
  readonly filed: Linked;
  readonly open: Linked;
  readonly certified: Linked;
  readonly returned: Linked;
  readonly lead: LeadTimes;
};

/** 桁を区切った数。 */
export const number = (value: number): string => value.toLocaleString("ja-JP");

/** 数。0 でなければ、その申請の一覧へ移る。 */
export const LinkedCount = ({ linked }: { readonly linked: Linked }) =>
  linked.count === 0 ? (
    "0"
  ) : (
    <a href={linked.href} className="link whitespace-nowrap">
      {number(linked.count)}
    </a>
  );

/** 割合。元が 0 なら示さない。 */
export const share = (part: number, whole: number): string =>
  whole === 0 ? "—" : `${((part / whole) * 100).toFixed(1)}%`;
/** 処理日数。測れる申請がなければ示さない。 */
export const days = (lead: LeadTimes, which: "median" | "p90" | "longest"): string =>
  lead === null ? "—" : `${number(lead[which])}日`;
