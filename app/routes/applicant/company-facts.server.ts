/** 「1 名称等」の画面に添える公表の値と、それを欄に入れる操作。 */
import { sourceWords } from "#app/ui/company/source-words.ts";
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { closureWords, directoryFirstNames } from "#app/domain/company-facts/company-facts.ts";
import { type FieldProvenance, groupedSources } from "#app/domain/company-facts/provenance.ts";
import type { RawSection } from "#app/domain/plan/field.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import {
  draftProvenance,
  type FactsState,
  numberToAskOf,
} from "#app/usecases/companies/company-provenance.server.ts";
import { fillFromFacts } from "#app/usecases/companies/fill-from-facts.server.ts";
import { type DirectoryTools, lookUpForPage } from "#app/usecases/companies/look-up-company.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";

/** 押したボタンの名前。値は欄の名前、empty、ask のどれか。 */
const FILL = "fill";
const ASK = "ask";

export type CompanyFactsView = NonNullable<Awaited<ReturnType<typeof companyFactsView>>>;

export async function companyFactsView(context: UseCaseContext, companyKey: string, answers: RawSection) {
  const provenance = await draftProvenance(context, companyKey, answers);
  if (provenance === null) return null;
  return {
    state: stateWords(provenance.state),
    closed:
      provenance.state.kind === "found" && provenance.state.facts.closure !== null
        ? closureWords(provenance.state.facts.closure, formatJapaneseDate)
        : null,
    fields: provenance.fields.map(fieldView),
    empty: provenance.fields.some(({ typed }) => typed === ""),
  };
}

function stateWords(state: FactsState): string {
  switch (state.kind) {
    case "found":
      return `${directoryFirstNames[state.facts.source]}の値です（${formatTokyoInstant(state.fetchedAt)}に取得）。`;
    case "notListed":
      return `${directoryFirstNames.gbizinfo}と国税庁の公表には、この法人番号の会社は載っていませんでした（${formatTokyoInstant(state.fetchedAt)}に確認）。`;
    case "notFetched":
      return "公表の値は、まだ取得できていません。取得できなくても、入力と申請はそのまま進められます。";
  }
}

const fieldView = ({ field, typed, sources }: FieldProvenance) => ({
  field,
  label: sectionOf("company")?.fields[field]?.label ?? field,
  typed,
  sources: groupedSources(sources).map(({ shown, same, from }) => ({
    shown,
    from: from.map(sourceWords).join("、"),
    /** 打たれた値との違い。 */
    against: same ? "入力と同じです" : typed === "" ? "欄は空です" : "入力と違います",
  })),
  /** 押すと入る値の呼び名。打たれた値と同じなら null。 */
  fills: fillsOf(sources),
});

function fillsOf(sources: FieldProvenance["sources"]): string | null {
  const last = sources.at(-1);
  if (last === undefined || last.same) return null;
  return groupedSources(sources).length > 1 ? `${last.source}の値` : "この値";
}

/**
 * ボタンに応じて、公表の値を欄に入れるか、いま問い合わせる。
 * @returns ボタンが押されていなければ null。stay は戻る所
 */
export async function fillAsked(
  context: UseCaseContext,
  tools: DirectoryTools,
  companyKey: string,
  sent: FormData,
  answers: unknown,
): Promise<{ readonly answers: unknown; readonly stay: string } | null> {
  const wanted = sent.get(FILL);
  if (typeof wanted !== "string") return null;
  const raw = answers as RawSection;
  if (wanted === ASK) {
    const number = await numberToAskOf(context, companyKey, raw);
    if (number !== null) await lookUpForPage(context, tools, number);
    return { answers, stay: "?saved=asked#company-facts" };
  }
  const { answers: filled, filled: fields } = await fillFromFacts(context, companyKey, raw, wanted);
  return { answers: filled, stay: `?saved=filled#${fields[0] ?? "company-facts"}` };
}
