/** 主務大臣、局、管轄、提出先の決まり。 */
import type { Certainty } from "./certainty.ts";
import type { RowOf } from "./tables.ts";

export type Prefecture = RowOf<"prefectures">;
export type Ministry = RowOf<"ministries">;
export type DocumentNumbering = RowOf<"documentNumbering">;

/** 提出先の局。prefectures は全系統の管轄を合わせたもの。 */
export type Office = RowOf<"offices"> & {
  readonly families: readonly string[];
  readonly prefectures: readonly string[];
};

/** 局と、管轄の確かさ。 */
export type Seat = { readonly office: Office; readonly certainty: Certainty };

/** 省庁と系統と都道府県から局を引く。 */
export type Jurisdiction = ReadonlyMap<string, ReadonlyMap<string, Seat>>;

/** 市区町村の例外。prefixes が空なら系統のどの業種にも及ぶ。 */
export type MunicipalSeat = Seat & {
  readonly municipality: string;
  readonly prefixes: readonly string[];
};

/** 鍵は「系統/都道府県」。 */
export type MunicipalJurisdiction = ReadonlyMap<string, readonly MunicipalSeat[]>;

export type OfficeHead = RowOf<"officeHeads">;

export const jurisdictionKey = (ministry: string, family: string): string => `${ministry}/${family}`;

/** 省庁と、その受付の系統。 */
export type RoutingTarget = { readonly ministry: Ministry; readonly family: string };

/** 業種に当てはまる決まり。targets が空なら受け付けない業種。 */
export type RoutingRule = {
  readonly revision: 13 | 14 | null;
  readonly prefix: string;
  readonly targets: readonly RoutingTarget[];
  readonly guideline: { readonly id: string; readonly name: string };
  readonly callCentre: boolean;
  readonly reason: string | null;
  readonly certainty: Certainty;
  readonly source: string;
};
