/** 業種の欄に、サーバーが用意した物を渡す。欄はどの行にあってもよく、後から足した行には用意がない。 */
import { createContext, useContext } from "react";
import type { IndustryHits, IndustryPick } from "#app/domain/industry/industry-pick.ts";

/** 開いたときの、一つの欄の様子。 */
export type OpenedPick = IndustryPick & {
  /** 探した言葉と、当たった業種（JavaScript のない人が探したとき）。 */
  readonly searched: IndustryHits | null;
};

export type IndustryPicks = {
  /** 規則集の版。一覧を取り寄せる問いに添える。 */
  readonly edition: string;
  /** 主たる事務所の都道府県コード。まだなら空。 */
  readonly prefecture: string;
  /** 主たる事務所の市区町村。局が変わる所でなければ空。 */
  readonly municipality: string;
  /** 欄の id → 様子。 */
  readonly opened: Readonly<Record<string, OpenedPick>>;
};

export const IndustryPicksContext = createContext<IndustryPicks>({
  edition: "",
  prefecture: "",
  municipality: "",
  opened: {},
});

export const useIndustryPicks = (): IndustryPicks => useContext(IndustryPicksContext);

/** 業種を選ぶための欄の名前。答えではないので、下書きに残らない。 */
export const pickName = (id: string, part: string): string => `pick:${id}:${part}`;

/** 業種を選ぶためのボタンの名前。値は「すること 欄の id 番号」。 */
export const PICK_COMMAND = "picked";
