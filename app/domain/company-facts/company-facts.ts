/**
 * 会社の事実。法人インフォメーション（gBizINFO）と国税庁の法人番号の公表の値を、同じ形にしたもの。
 * 値は申請者の目安で、申請の値を勝手に書き換えない。個人事業主はどちらにも載らない。
 */
import type { CivilDate } from "../calendar/civil-date.ts";
import type { CorporateNumber } from "../text/corporate-number.ts";
import type { SplitAddress } from "./split-address.ts";

/** 値の出どころ。 */
export const directorySources = ["gbizinfo", "nta"] as const;
export type DirectorySource = (typeof directorySources)[number];

/** 画面に出す出どころの名前。 */
export const directoryNames = {
  gbizinfo: "法人インフォメーション",
  nta: "国税庁法人番号公表サイト",
} as const satisfies Record<DirectorySource, string>;

/** 一つの画面で初めに出すときの名前。後は directoryNames だけで示す。 */
export const directoryFirstNames = {
  ...directoryNames,
  gbizinfo: "法人インフォメーション（gBizINFO）",
} as const satisfies Record<DirectorySource, string>;

/** 閉鎖の事由（国税庁の符号）。 */
const closureCauses: Readonly<Record<string, string>> = {
  "01": "清算の結了等",
  "11": "合併による解散等",
  "21": "登記官による閉鎖",
  "31": "その他の清算の結了等",
};

/** 登記の閉鎖。 */
export type Closure = {
  readonly on: CivilDate | null;
  /** 国税庁の符号。 */
  readonly cause: string | null;
  /** 合併で引き継いだ法人の番号。 */
  readonly successor: string | null;
};

/** 一つの法人の事実。載っていない値は null。 */
export type CompanyFacts = {
  readonly corporateNumber: CorporateNumber;
  readonly source: DirectorySource;
  readonly name: string;
  readonly kana: string | null;
  /** 7 桁。ハイフンなし。 */
  readonly postalCode: string | null;
  readonly address: SplitAddress | null;
  readonly closure: Closure | null;
  /** 役職名と氏名。 */
  readonly representative: string | null;
  /** 円。 */
  readonly capital: number | null;
  /** 人。 */
  readonly employees: number | null;
  readonly establishedOn: CivilDate | null;
  /** 出どころで最後に改められた日。 */
  readonly asOf: CivilDate | null;
};

/** 名前で探した結果の一行。 */
export type CompanyCandidate = {
  readonly corporateNumber: CorporateNumber;
  readonly name: string;
  readonly location: string;
  readonly closed: boolean;
};

/** 閉鎖を一文にする。 */
export function closureWords({ on, cause }: Closure, dateWords: (date: CivilDate) => string): string {
  const reason = cause === null ? undefined : closureCauses[cause];
  return `${on === null ? "" : `${dateWords(on)}に`}登記が閉鎖されています${reason === undefined ? "" : `（${reason}）`}`;
}
