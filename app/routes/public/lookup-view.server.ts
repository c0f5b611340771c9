/** 提出先・指針検索の画面に要る値。 */
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { isCivilDate } from "#app/domain/calendar/civil-date.ts";
import { findIndustry, industryLabel, revisionInForce } from "#app/domain/industry/find-industry.ts";
import { searchIndustries } from "#app/domain/industry/search-industries.ts";
import {
  lookupAnswer,
  type LookupAnswer,
  type LookupField,
  type LookupRefusal,
} from "#app/domain/routing/lookup-answer.ts";
import type { JsicRevision } from "#app/domain/rulebook/industry-table.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { type BrowsedIndustries, browseIndustries, type IndustryLink } from "./browse-industries.server.ts";
import { type BrowsedCode, type LookupConditions, lookupHref } from "./lookup-query.ts";

export type LookupView = {
  readonly conditions: LookupConditions;
  readonly errors: readonly LookupRefusal[];
  readonly prefectures: readonly { readonly value: string; readonly label: string }[];
  readonly answer: LookupAnswer | null;
  /** 答えの基準日と版。 */
  readonly basis: string;
  /** 業種は決まり、都道府県を待っているとき、その業種。 */
  readonly waitingIndustry: string | null;
  readonly hits: IndustryHits | null;
  /** 分類をたどる一覧。知らない分類なら null。 */
  readonly browsed: BrowsedIndustries | null;
};

export type IndustryHits = {
  readonly words: string;
  readonly industries: readonly IndustryLink[];
  /** まだほかにもあるか。 */
  readonly more: boolean;
};

const HITS_SHOWN = 50;
/** 画面の欄の順。誤りの一覧も同じ順に並べる。 */
const formOrder: readonly LookupField[] = ["prefecture", "industry", "revision", "on"];

export function lookupView(
  rulebook: Rulebook,
  conditions: LookupConditions,
  browsed: BrowsedCode | null,
  today: string,
): LookupView {
  const revision = revisionOf(rulebook, conditions, today);
  const { industry = "" } = conditions;
  const known = findIndustry(rulebook, revision, industry);
  const searching = industry !== "" && known === undefined && !/^\d{4}$/u.test(industry);
  const looked = lookUp(rulebook, conditions, today);
  const waiting = known !== undefined && conditions.prefecture === undefined;
  return {
    conditions,
    errors: looked.ok
      ? []
      : looked.error
          .filter((refusal) => worthSaying(refusal, conditions, searching))
          .toSorted((a, b) => formOrder.indexOf(a.field) - formOrder.indexOf(b.field)),
    prefectures: [...rulebook.prefectures.values()].map(({ code, name }) => ({ value: code, label: name })),
    answer: looked.ok ? looked.value : null,
    basis: basisOf(rulebook, conditions.on ?? today),
    waitingIndustry: waiting ? industryLabel(known.class) : null,
    hits: searching ? hitsOf(rulebook, revision, conditions, industry) : null,
    browsed: browseIndustries(rulebook, revision, conditions, browsed),
  };
}

/** 一覧や言葉から業種を選んでいる途中の、まだ聞いていない欄を誤りと言わない。 */
function worthSaying({ field }: LookupRefusal, conditions: LookupConditions, searching: boolean): boolean {
  if (field === "revision" || field === "on") return true;
  if (conditions[field] === undefined) return false;
  return !searching || (field === "prefecture" && conditions.prefecture !== "");
}

function lookUp(rulebook: Rulebook, conditions: LookupConditions, today: string) {
  const { industry = "", prefecture = "", municipality, revision, on } = conditions;
  const looked = lookupAnswer(rulebook, { industry, prefecture, municipality, revision, on, today });
  if (looked.ok) return looked;
  return {
    ...looked,
    error: looked.error.map((refusal) => ({ ...refusal, message: askFor(refusal, conditions) })),
  };
}

/** 空の欄には、書き方ではなく、入れてほしいことを言う。 */
function askFor({ field, message }: LookupRefusal, conditions: LookupConditions): string {
  if (conditions[field] !== "") return message;
  return field === "prefecture"
    ? "主たる事務所のある都道府県を選んでください。"
    : "業種の番号か言葉を入れてください。下の分類からも選べます。";
}

function revisionOf(rulebook: Rulebook, { revision, on }: LookupConditions, today: string): JsicRevision {
  if (revision === "13") return 13;
  if (revision === "14") return 14;
  return revisionInForce(rulebook, on !== undefined && isCivilDate(on) ? on : today);
}

function hitsOf(
  rulebook: Rulebook,
  revision: JsicRevision,
  conditions: LookupConditions,
  words: string,
): IndustryHits {
  const found = searchIndustries(rulebook, revision, words, HITS_SHOWN + 1);
  return {
    words,
    more: found.length > HITS_SHOWN,
    industries: found.slice(0, HITS_SHOWN).map(({ code, name }) => {
      const path = findIndustry(rulebook, revision, code);
      return {
        code,
        name,
        within: path === undefined ? null : `${path.division.name} ＞ ${path.majorGroup.name}`,
        href: lookupHref(conditions, { industry: code }),
      };
    }),
  };
}

function basisOf({ edition }: Rulebook, on: string): string {
  const day = isCivilDate(on) ? `基準日は${formatJapaneseDate(on)}、` : "";
  return `${day}規則集は${edition.label}です。`;
}
