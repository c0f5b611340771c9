/** 会社の値の出どころを、審査の画面の言葉にする。 */
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { closureWords, directoryFirstNames } from "#app/domain/company-facts/company-facts.ts";
import { groupedSources, overridden } from "#app/domain/company-facts/provenance.ts";
import { sourceWords } from "#app/ui/company/source-words.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import {
  type CompanyProvenance,
  filedProvenance,
} from "#app/usecases/companies/company-provenance.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import type { ReviewRecord } from "#app/usecases/review/open-record.server.ts";

export type RecordFacts = Awaited<ReturnType<typeof recordFacts>>;

const provenanceOf = (
  context: UseCaseContext,
  { application, submission }: Pick<ReviewRecord, "application" | "submission">,
): Promise<CompanyProvenance | null> =>
  filedProvenance(context, {
    applicationId: application.id,
    companyKey: application.companyKey,
    sequence: submission.sequence,
    answers: submission.answers["company"] ?? {},
  });

const labelOf = (field: string): string => sectionOf("company")?.fields[field]?.label ?? field;

/** @returns 個人事業主では null */
export async function recordFacts(
  context: UseCaseContext,
  record: Pick<ReviewRecord, "application" | "submission">,
) {
  const provenance = await provenanceOf(context, record);
  if (provenance === null) return null;
  const changed = new Set(overridden(provenance.fields).map(({ field }) => field));
  return {
    state: stateWords(provenance),
    warnings: warningsOf(provenance),
    fields: provenance.fields.map(({ field, typed, sources }) => ({
      field,
      label: labelOf(field),
      typed: sources.find(({ value }) => value === typed)?.shown ?? typed,
      overridden: changed.has(field),
      sources: groupedSources(sources).map(({ shown, same, from }) => ({
        shown: same ? "同じ" : shown,
        from: from.map(sourceWords).join("、"),
      })),
    })),
  };
}

function stateWords({ state, afterFiling }: CompanyProvenance): string {
  const when = afterFiling ? "申請の後に取得" : "申請の時までに取得";
  switch (state.kind) {
    case "found":
      return `${directoryFirstNames[state.facts.source]}の値は、${formatTokyoInstant(state.fetchedAt)}の物です（${when}）。`;
    case "notListed":
      return `${directoryFirstNames.gbizinfo}にも国税庁の公表にも、この法人番号は載っていません（${formatTokyoInstant(state.fetchedAt)}に確認）。`;
    case "notFetched":
      return `${directoryFirstNames.gbizinfo}の値は、まだ取得できていません。取得できしだい、ここに出ます。`;
  }
}

function warningsOf({ fields, state }: CompanyProvenance): readonly string[] {
  const changed = overridden(fields).map(({ field }) => labelOf(field));
  return [
    ...(state.kind === "found" && state.facts.closure !== null
      ? [`公表の情報では、${closureWords(state.facts.closure, formatJapaneseDate)}。`]
      : []),
    ...(changed.length > 0 ? [`申請者が、どの出どころとも違う値にした欄：${changed.join("、")}`] : []),
  ];
}

/** 起案と認定の前に示す、公表の値で確かめられていないこと。 */
export async function unconfirmedFacts(
  context: UseCaseContext,
  record: Pick<ReviewRecord, "application" | "submission">,
): Promise<readonly string[]> {
  const provenance = await provenanceOf(context, record);
  if (provenance === null) return [];
  switch (provenance.state.kind) {
    case "notFetched":
      return [`名称と住所は、${directoryFirstNames.gbizinfo}でまだ確かめられていません。`];
    case "notListed":
      return [`この法人番号は、${directoryFirstNames.gbizinfo}にも国税庁の公表にも載っていません。`];
    case "found":
      return warningsOf(provenance);
  }
}
