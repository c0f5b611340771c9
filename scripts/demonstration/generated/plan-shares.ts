/**
 * 生成する計画の割合。製造・建設・卸小売の件数と、東京・大阪・愛知の件数は令和5年8月末の公表値（全 175,902 件）、
 * 残りの業種と都道府県への配り方は、合計が合うように置いた仮の値。
 */
import type { TradeName } from "./trade.ts";

type Shares<T> = readonly (readonly [value: T, weight: number])[];

const TOTAL = 175_902;

/** 業種の大分類 → 件数。文章の型（trade）は業種ごとに違う。 */
export const divisionShares: Shares<{ readonly division: string; readonly trade: TradeName }> = [
  [{ division: "E", trade: "manufacturing" }, 63_345],
  [{ division: "D", trade: "construction" }, 47_220],
  [{ division: "I", trade: "retail" }, 16_150],
  [{ division: "P", trade: "care" }, 10_900],
  [{ division: "H", trade: "logistics" }, 8_200],
  [{ division: "A", trade: "farming" }, 6_100],
  [{ division: "M", trade: "hospitality" }, 5_900],
  [{ division: "R", trade: "services" }, 5_400],
  [{ division: "L", trade: "services" }, 4_300],
  [{ division: "G", trade: "services" }, 3_100],
  [{ division: "N", trade: "services" }, 2_700],
  [{ division: "K", trade: "services" }, 1_700],
  [{ division: "O", trade: "services" }, 887],
];

const known = { "13": 15_204, "27": 15_025, "23": 12_709 } as const;

/** 残りの府県の重み（県庁所在地の側から、おおよその事業所の多さ）。 */
const others: Readonly<Record<string, number>> = {
  "01": 52, "02": 12, "03": 12, "04": 22, "05": 10, "06": 12, "07": 20, "08": 28, "09": 21, "10": 22,
  "11": 60, "12": 48, "14": 68, "15": 25, "16": 13, "17": 14, "18": 11, "19": 9, "20": 26, "21": 25,
  "22": 42, "24": 19, "25": 14, "26": 29, "28": 55, "29": 11, "30": 10, "31": 6, "32": 8, "33": 21,
  "34": 31, "35": 14, "36": 8, "37": 11, "38": 15, "39": 8, "40": 51, "41": 9, "42": 14, "43": 18,
  "44": 12, "45": 12, "46": 17, "47": 15,
}; // prettier-ignore

const weightOfOthers = Object.values(others).reduce((total, weight) => total + weight, 0);
const left = TOTAL - Object.values(known).reduce((total, count) => total + count, 0);

/** 都道府県コード → 件数。 */
export const prefectureShares: Shares<string> = [
  ...Object.entries(known),
  ...Object.entries(others).map(([code, weight]) => [code, (left * weight) / weightOfOthers] as const),
];

/** 書きかけのままの割合。 */
export const DRAFT_SHARE = 0.06;

/** その申請が今どこにあるか。申請からの日数が若いほど、まだ審査の途中にある。 */
export type Outcome =
  | "submitted"
  | "accepted"
  | "underReview"
  | "proposed"
  | "returned"
  | "certified"
  | "declined"
  | "withdrawn";

export function outcomeShares(daysSinceFiling: number): Shares<Outcome> {
  if (daysSinceFiling <= 4)
    return [
      ["submitted", 80],
      ["accepted", 16],
      ["withdrawn", 2],
      ["returned", 2],
    ];
  if (daysSinceFiling <= 25)
    return [
      ["accepted", 26],
      ["underReview", 48],
      ["proposed", 10],
      ["returned", 13],
      ["withdrawn", 3],
    ];
  if (daysSinceFiling <= 60)
    return [
      ["certified", 70],
      ["underReview", 12],
      ["proposed", 6],
      ["returned", 7],
      ["withdrawn", 4],
      ["declined", 1],
    ];
  return [
    ["certified", 93],
    ["withdrawn", 4],
    ["declined", 1.5],
    ["returned", 1],
    ["underReview", 0.5],
  ];
}

/** 一度差し戻された後に認定へ進んだ計画の割合。 */
export const RETURNED_ONCE_SHARE = 0.15;
/** 前にも申請した事業者の計画の割合。 */
export const REPEATED_COMPANY_SHARE = 0.2;
