/** 認定から、公表する一行を作る。値は、認定した提出と、その提出に留めた規則集の版から取る。 */
import { findIndustry } from "#app/domain/industry/find-industry.ts";
import type { RawSection } from "#app/domain/plan/field.ts";
import { type PublishedPlan, type Withheld, withheldFrom } from "#app/domain/publication/published-plan.ts";
import { personNamesOf, type PublicationCandidate } from "#db/queries/publications.ts";
import type { UseCaseContext } from "../context.ts";

export type PublicationDraft = {
  readonly plan: PublishedPlan;
  /** 載せない理由。載せてよければ null。 */
  readonly withheld: Withheld | null;
};

/** @param rows 認定と、その提出。並びは変えない */
export function publicationDrafts(
  context: UseCaseContext,
  rows: readonly PublicationCandidate[],
): readonly PublicationDraft[] {
  return rows.map((row) => {
    const company = row.answers["company"] ?? {};
    const people = isSole(company) ? personNamesOf(context.database.reader, row.companyKey) : [];
    return { plan: planOf(context, row), withheld: withheldFrom(company, [row.filedByName, ...people]) };
  });
}

const isSole = (company: RawSection): boolean => company["corporationType"] === "soleProprietor";

function planOf(context: UseCaseContext, row: PublicationCandidate): PublishedPlan {
  const { rulebook } = context.rulebooks.edition(row.editionId);
  const company = row.answers["company"] ?? {};
  const { industryCode } = row.routing;
  const industry = findIndustry(rulebook, 14, industryCode) ?? findIndustry(rulebook, 13, industryCode);
  const prefecture = row.prefecture ?? row.routing.prefecture;
  return {
    applicationId: row.applicationId,
    number: row.number,
    certifiedOn: row.certifiedOn,
    kind: row.kind,
    name: textOf(company["name"]),
    corporateNumber: isSole(company) ? "" : textOf(company["corporateNumber"]),
    ministry: row.ministry ?? row.routing.ministry,
    prefecture,
    prefectureName: rulebook.prefectures.get(prefecture)?.name ?? prefecture,
    division: industry?.division.code ?? "",
    divisionName: industry?.division.name ?? "",
    industryCode,
    industryName: industry?.class.name ?? "",
    guidelineName: rulebook.guidelines.get(row.guidelineId ?? "")?.name ?? row.routing.guideline.name,
  };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
