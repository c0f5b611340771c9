/** 事業分野の区画で、業種の欄に渡す物。 */
import { industryHitList, industryPick } from "#app/domain/industry/industry-pick.ts";
import type { RawSection } from "#app/domain/plan/field.ts";
import { fieldAnchor } from "#app/domain/plan/finding.ts";
import { municipalityOf } from "#app/domain/plan/plan-routing.ts";
import { rowsOf } from "#app/domain/plan/read-section.ts";
import { normaliseDigits } from "#app/domain/text/width.ts";
import type { IndustryPicks, OpenedPick } from "#app/ui/form/industry/industry-picks.ts";
import { currentRulebook, today, type UseCaseContext } from "#app/usecases/context.ts";

/** 本業の番号は、第14回改定で伺う。 */
const MAIN_REVISION = "14";

/** 業種の欄の一つ。 */
export type IndustryPlace = { readonly id: string; readonly revision: 13 | 14; readonly code: string };

/** 区画にある業種の欄の全部。行がまだなければ、画面が開く空の行の欄。 */
export function industryPlaces(raw: RawSection): readonly IndustryPlace[] {
  const rows = rowsOf(raw, "industries");
  const main = raw["mainIndustry"];
  return [
    ...(rows.length === 0 ? [{ id: "first" }] : rows).map((row) =>
      place(fieldAnchor("industries.code", row.id), row["revision"], row["code"]),
    ),
    place("mainIndustry", MAIN_REVISION, typeof main === "string" ? main : ""),
  ];
}

const place = (id: string, revision: string | undefined, code: string | undefined): IndustryPlace => ({
  id,
  revision: revision === "13" ? 13 : 14,
  code: normaliseDigits(code ?? "").trim(),
});

/**
 * @param answers 計画の下書きの、この区画と会社の区画
 * @param query 開く分類（at）と探した言葉（words）。どちらも「欄の id:値」を並べる
 */
export function industryPicks(
  context: UseCaseContext,
  answers: { readonly industry: RawSection; readonly company: RawSection },
  query: URLSearchParams,
): IndustryPicks {
  const { editionId, rulebook } = currentRulebook(context);
  const on = today(context);
  const written = (field: "prefecture" | "address"): string => {
    const typed = answers.company[field];
    return typeof typed === "string" ? typed : "";
  };
  const prefecture = written("prefecture");
  const municipality = municipalityOf(rulebook, written("address"), prefecture);
  const at = keyed(query.getAll("at"));
  const words = keyed(query.getAll("words"));
  const opened = industryPlaces(answers.industry).map(({ id, revision, code }): [string, OpenedPick] => {
    const searched = words.get(id);
    return [
      id,
      {
        ...industryPick(rulebook, { revision, at: at.get(id) ?? code, prefecture, municipality, on }),
        searched: searched === undefined ? null : industryHitList(rulebook, revision, searched),
      },
    ];
  });
  return {
    edition: editionId,
    prefecture,
    municipality: municipality ?? "",
    opened: Object.fromEntries(opened),
  };
}

const keyed = (values: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    values.flatMap((value): readonly [string, string][] => {
      const [, id, rest] = /^([\w-]+):(.{0,60})$/u.exec(value) ?? [];
      return id === undefined || rest === undefined ? [] : [[id, rest]];
    }),
  );
