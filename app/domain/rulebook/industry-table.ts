/** 日本標準産業分類の一つの改定を、コードと親子で引ける形にしたもの。 */
import type { FactRow } from "./tables/fact-row.ts";
import type { industryLevels } from "./tables/industry-tables.ts";

export type JsicRevision = 13 | 14;
export const jsicRevisions: readonly JsicRevision[] = [13, 14];

export type IndustryLevel = (typeof industryLevels)[number];

/** 分類の一つ。code は大分類が英字、中・小・細分類が 2〜4 桁の数字。 */
export type Industry = FactRow & {
  readonly revision: JsicRevision;
  readonly code: string;
  readonly level: IndustryLevel;
  readonly parent: string | null;
  readonly name: string;
};

/** 細分類を探すための文字。どれも foldForSearch でそろえてある。 */
export type IndustryKeys = {
  readonly industry: Industry;
  /** 名称から「（…を除く）」を除いたもの。除かれる事業の言葉で当たらないようにする。 */
  readonly name: string;
  /** 名称の全部。 */
  readonly full: string;
  /** 名称の読み。分からなければ空。 */
  readonly reading: string;
  /** 小分類と中分類の名称と読み。大分類は広すぎるので入れない。 */
  readonly above: readonly string[];
};

/** 名称にない呼び名（例: 床屋）。 */
export type IndustryWord = {
  readonly word: string;
  /** foldForSearch でそろえた呼び名と読み。 */
  readonly keys: readonly string[];
  /** 指す分類。中・小分類なら、その下の細分類の全部。 */
  readonly codes: readonly string[];
};

/** 業種を探すための索引。 */
export type IndustrySearch = {
  readonly classes: readonly IndustryKeys[];
  readonly words: readonly IndustryWord[];
};

export type IndustryTable = {
  readonly revision: JsicRevision;
  /** 例: 日本標準産業分類（第14回改定） */
  readonly name: string;
  /** 施行日 YYYY-MM-DD。 */
  readonly effectiveFrom: string;
  readonly byCode: ReadonlyMap<string, Industry>;
  readonly divisions: readonly Industry[];
  /** 鍵は親のコード。分類表の順。 */
  readonly children: ReadonlyMap<string, readonly Industry[]>;
  /** 細分類だけ。分類表の順。 */
  readonly classes: readonly Industry[];
  readonly search: IndustrySearch;
  /** 長音を除いた索引。「コンピューター」と「コンピュータ」を同じとみなすときに使う。 */
  readonly looseSearch: IndustrySearch;
};
