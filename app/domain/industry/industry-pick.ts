/** 業種を大→中→小→細分類と選ぶ途中の様子と、選び終えた業種への規則集の答え。画面とサーバーが同じ形を使う。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { type LookupAnswer, lookupAnswer } from "#app/domain/routing/lookup-answer.ts";
import type { Industry, IndustryLevel, JsicRevision } from "#app/domain/rulebook/industry-table.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { childIndustries, findIndustry, industryLabel } from "./find-industry.ts";
import { industryHits } from "./search-industries.ts";

export type IndustryOption = { readonly code: string; readonly name: string };

/** 提出先と指針の答え。版が同じなら、いつ聞いても同じ。 */
export type IndustryAnswer = Omit<LookupAnswer, "on" | "edition">;

/** 細分類まで決まった業種。 */
export type NamedIndustry = {
  readonly code: string;
  /** 「2662 金属加工機械製造業」 */
  readonly label: string;
  /** 大・中・小分類の名前を「＞」でつないだもの。 */
  readonly within: string;
  /** 都道府県が分からなければ null。 */
  readonly answer: IndustryAnswer | null;
};

export type IndustryPick = {
  /** 段ごとに選ばれている番号。選んでいない段は空。 */
  readonly chosen: Readonly<Record<IndustryLevel, string>>;
  /** 段ごとの選択肢。上の段を選ぶまで空。 */
  readonly lists: Readonly<Record<IndustryLevel, readonly IndustryOption[]>>;
  readonly named: NamedIndustry | null;
};

export const industryLevelNames: Readonly<Record<IndustryLevel, string>> = {
  division: "大分類",
  majorGroup: "中分類",
  group: "小分類",
  class: "細分類",
};

export const noPick: IndustryPick = {
  chosen: { division: "", majorGroup: "", group: "", class: "" },
  lists: { division: [], majorGroup: [], group: [], class: [] },
  named: null,
};

/**
 * @param at 選んだ分類の番号（大分類の英字から細分類の 4 桁まで）。知らない番号なら何も選んでいないとみなす
 * @param prefecture 主たる事務所の都道府県コード。空なら答えを付けない
 * @param municipality 局の変わる市区町村。分からなければ省く
 * @param on 判断の日
 */
export function industryPick(
  rulebook: Rulebook,
  query: {
    readonly revision: JsicRevision;
    readonly at: string;
    readonly prefecture: string;
    readonly municipality?: string | undefined;
    readonly on: CivilDate;
  },
): IndustryPick {
  const { revision, at } = query;
  const path = pathTo(rulebook, revision, at);
  const codeOf = (level: IndustryLevel): string => path.find((one) => one.level === level)?.code ?? "";
  const chosen = {
    division: codeOf("division"),
    majorGroup: codeOf("majorGroup"),
    group: codeOf("group"),
    class: codeOf("class"),
  };
  const under = (code: string) => (code === "" ? [] : optionsUnder(rulebook, revision, code));
  return {
    chosen,
    lists: {
      division: optionsUnder(rulebook, revision, null),
      majorGroup: under(chosen.division),
      group: under(chosen.majorGroup),
      class: under(chosen.group),
    },
    named: namedIndustry(rulebook, query),
  };
}

const optionsUnder = (
  rulebook: Rulebook,
  revision: JsicRevision,
  code: string | null,
): readonly IndustryOption[] =>
  childIndustries(rulebook, revision, code).map((child) => ({ code: child.code, name: child.name }));

/** 大分類からその分類まで。 */
function pathTo(rulebook: Rulebook, revision: JsicRevision, code: string): readonly Industry[] {
  const { byCode } = rulebook.industries[revision];
  const path: Industry[] = [];
  for (let one = byCode.get(code); one !== undefined; one = byCode.get(one.parent ?? "")) path.unshift(one);
  return path;
}

function namedIndustry(
  rulebook: Rulebook,
  { revision, at, prefecture, municipality, on }: Parameters<typeof industryPick>[1],
): NamedIndustry | null {
  const found = findIndustry(rulebook, revision, at);
  if (found === undefined) return null;
  const answered = lookupAnswer(rulebook, {
    industry: at,
    prefecture,
    municipality,
    revision: String(revision),
    today: on,
  });
  return {
    code: at,
    label: industryLabel(found.class),
    within: [found.division, found.majorGroup, found.group].map(({ name }) => name).join(" ＞ "),
    answer: answered.ok ? withoutDay(answered.value) : null,
  };
}

function withoutDay({ on: _on, edition: _edition, ...answer }: LookupAnswer): IndustryAnswer {
  return answer;
}

/** 段ごとに選ばれた番号のうち、上から順につながっている一番下の番号。何も選ばれていなければ空。 */
export function deepestChosen(
  rulebook: Rulebook,
  revision: JsicRevision,
  chosen: Readonly<Record<IndustryLevel, string>>,
): string {
  const { byCode } = rulebook.industries[revision];
  let deepest = "";
  for (const level of ["division", "majorGroup", "group", "class"] as const) {
    const found = byCode.get(chosen[level]);
    if (found?.level !== level || (found.parent ?? "") !== deepest) break;
    deepest = found.code;
  }
  return deepest;
}

/** 言葉に当たった業種の一覧。 */
export type IndustryHits = {
  readonly words: string;
  readonly hits: readonly {
    readonly code: string;
    readonly name: string;
    /** 属する大・中分類。 */
    readonly within: string;
    /** 名前ではなく呼び名で当たったとき、その呼び名。 */
    readonly calledBy: string | null;
  }[];
  /** ほかにもあるか。 */
  readonly more: boolean;
};

const HITS_SHOWN = 20;

export function industryHitList(rulebook: Rulebook, revision: JsicRevision, words: string): IndustryHits {
  const found = industryHits(rulebook, revision, words, HITS_SHOWN + 1);
  return {
    words,
    more: found.length > HITS_SHOWN,
    hits: found.slice(0, HITS_SHOWN).map(({ industry: { code, name }, calledBy }) => {
      const path = findIndustry(rulebook, revision, code);
      return {
        code,
        name,
        within: path === undefined ? "" : `${path.division.name} ＞ ${path.majorGroup.name}`,
        calledBy,
      };
    }),
  };
}
