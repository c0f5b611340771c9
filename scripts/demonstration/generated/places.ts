/** 業種と都道府県を、公表された割合で選ぶ。電子申請のできる組だけから選ぶ。 */
import { routePlan } from "#app/domain/routing/route.ts";
import type { Industry } from "#app/domain/rulebook/industry-table.ts";
import type { Prefecture } from "#app/domain/rulebook/jurisdiction-rules.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import type { GeneratedCompany } from "./companies.ts";
import { divisionShares, prefectureShares } from "./plan-shares.ts";
import type { Random } from "./random.ts";
import type { TradeName } from "./trade.ts";

export type Place = {
  readonly trade: TradeName;
  readonly prefecture: Prefecture;
  readonly industry: GeneratedCompany["industry"];
};

const REVISION = 14;

export function openPlaces(rulebook: Rulebook): (random: Random) => Place {
  const classes = classesByDivision(rulebook);
  return (random) => {
    for (let tries = 0; tries < 1_000; tries += 1) {
      const { division, trade } = random.weighted(divisionShares);
      const prefecture = rulebook.prefectures.get(random.weighted(prefectureShares));
      const code = random.pick(classes.get(division) ?? []).code;
      const industry =
        prefecture === undefined ? null : openIndustry(rulebook, random, code, prefecture.code);
      if (prefecture !== undefined && industry !== null) return { trade, prefecture, industry };
    }
    throw new Error("電子申請のできる業種と都道府県の組が見つかりません。");
  };
}

function openIndustry(
  rulebook: Rulebook,
  random: Random,
  code: string,
  prefecture: string,
): GeneratedCompany["industry"] | null {
  const answer = routePlan(rulebook, {
    revision: REVISION,
    industry: code,
    prefecture,
    on: rulebook.edition.effectiveFrom,
  });
  if (answer.kind === "office")
    return answer.electronic ? { code, ministry: "", guideline: answer.guideline.id } : null;
  if (answer.kind !== "choice") return null;
  const offered = answer.candidates.filter(({ electronic }) => electronic);
  if (offered.length === 0) return null;
  const { ministry, guideline } = random.pick(offered);
  return { code, ministry, guideline: guideline.id };
}

function classesByDivision({ industries }: Rulebook): ReadonlyMap<string, readonly Industry[]> {
  const { byCode, classes } = industries[REVISION];
  const divisionOf = (industry: Industry): string => {
    const parent = industry.parent === null ? undefined : byCode.get(industry.parent);
    return parent === undefined ? industry.code : divisionOf(parent);
  };
  return Map.groupBy(classes, divisionOf);
}
