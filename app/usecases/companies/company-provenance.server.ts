/** 「1 名称等」の値の出どころ。申請者には目安として、審査する人には申請の時に凍結した値で示す。 */
import type { CompanyFacts } from "#app/domain/company-facts/company-facts.ts";
import {
  type FieldProvenance,
  provenanceOf,
  registeredCompany,
  type RegisteredCompany,
} from "#app/domain/company-facts/provenance.ts";
import type { RawSection } from "#app/domain/plan/field.ts";
import { type CorporateNumber, parseCorporateNumber } from "#app/domain/text/corporate-number.ts";
import { type CompanyRow, companyByKey } from "#db/queries/accounts.ts";
import { factsAtFiling } from "#db/queries/company-facts.ts";
import type { PlannedRows } from "#db/write-plan.ts";
import { currentRulebook, type UseCaseContext } from "../context.ts";
import { factsJob } from "./fetch-company-facts.server.ts";
import { type CompanyLookup, knownCompany } from "./look-up-company.server.ts";

/** 公表の値を引けたか。 */
export type FactsState =
  | { readonly kind: "found"; readonly facts: CompanyFacts; readonly fetchedAt: string }
  | { readonly kind: "notListed"; readonly fetchedAt: string }
  | { readonly kind: "notFetched" };

export type CompanyProvenance = {
  readonly fields: readonly FieldProvenance[];
  readonly state: FactsState;
  /** 申請の後に引いた値か。 */
  readonly afterFiling: boolean;
};

/** 申請の法人番号。読めない番号なら、ログインした会社の番号。個人事業主は null。 */
function numberToAsk(answers: RawSection, company: CompanyRow): CorporateNumber | null {
  if (company.corporationType !== "corporation") return null;
  const typed = answers["corporateNumber"];
  const parsed = parseCorporateNumber(typeof typed === "string" ? typed : "");
  if (parsed.ok) return parsed.value;
  const own = parseCorporateNumber(company.key);
  return own.ok ? own.value : null;
}

/**
 * 書きかけの申請の値の出どころ。控えだけを見る。
 * @returns 個人事業主と、番号のない会社では null
 */
export async function draftProvenance(
  context: UseCaseContext,
  companyKey: string,
  answers: RawSection,
): Promise<CompanyProvenance | null> {
  const company = await companyByKey(context.database, companyKey);
  if (company === undefined) return null;
  const number = numberToAsk(answers, company);
  if (number === null) return null;
  const state = stateOf(await knownCompany(context, number));
  return { fields: compare(context, answers, registeredCompany(company), state), state, afterFiling: false };
}

/** その会社の申請で、外に尋ねる番号。 */
export async function numberToAskOf(
  context: UseCaseContext,
  companyKey: string,
  answers: RawSection,
): Promise<CorporateNumber | null> {
  const company = await companyByKey(context.database, companyKey);
  return company === undefined ? null : numberToAsk(answers, company);
}

/** 申請と一緒に凍結する、その時の会社の値。引けていなければ、後で引く仕事を添える。 */
export async function factsToFreeze(
  context: UseCaseContext,
  application: { readonly id: string; readonly companyKey: string },
  answers: RawSection,
): Promise<(sequence: number) => Pick<PlannedRows<unknown>, "submissionFacts" | "outbox">> {
  const company = await companyByKey(context.database, application.companyKey);
  if (company === undefined) return () => ({});
  const number = numberToAsk(answers, company);
  const known = number === null ? null : await knownCompany(context, number);
  return (sequence) => ({
    submissionFacts: [
      {
        applicationId: application.id,
        sequence,
        registered: registeredCompany(company),
        facts: known?.kind === "known" ? known.facts : null,
        fetchedAt: known?.kind === "known" ? known.fetchedAt : null,
      },
    ],
    outbox:
      number !== null && known?.kind === "unknown" ? [factsJob(number, `${application.id}:${sequence}`)] : [],
  });
}

/** 提出の値の出どころ。提出の時に引けていなければ、その後に引いた値を使う。 */
export async function filedProvenance(
  context: UseCaseContext,
  filing: {
    readonly applicationId: string;
    readonly companyKey: string;
    readonly sequence: number;
    readonly answers: RawSection;
  },
): Promise<CompanyProvenance | null> {
  const company = await companyByKey(context.database, filing.companyKey);
  if (company === undefined) return null;
  const frozen = await factsAtFiling(context.database, filing.applicationId, filing.sequence);
  const registered = frozen?.registered ?? registeredCompany(company);
  const number = numberToAsk(filing.answers, company);
  if (number === null) return null;
  const wasFetched = typeof frozen?.fetchedAt === "string";
  const state = wasFetched
    ? stateOf({ kind: "known", facts: frozen.facts, fetchedAt: frozen.fetchedAt ?? "", outdated: false })
    : stateOf(await knownCompany(context, number));
  return {
    fields: compare(context, filing.answers, registered, state),
    state,
    afterFiling: !wasFetched && state.kind !== "notFetched",
  };
}

const compare = (
  context: UseCaseContext,
  answers: RawSection,
  registered: RegisteredCompany,
  state: FactsState,
): readonly FieldProvenance[] =>
  provenanceOf(
    answers,
    registered,
    state.kind === "found" ? state.facts : null,
    currentRulebook(context).rulebook.prefectures,
  );

function stateOf(lookup: CompanyLookup): FactsState {
  if (lookup.kind === "unknown") return { kind: "notFetched" };
  return lookup.facts === null
    ? { kind: "notListed", fetchedAt: lookup.fetchedAt }
    : { kind: "found", facts: lookup.facts, fetchedAt: lookup.fetchedAt };
}
