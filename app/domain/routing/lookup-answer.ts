/**
 * 提出先・指針検索（/lookup と npm run lookup）の答え。画面、JSON、コマンドが同じ形を返す。
 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { findIndustry, revisionInForce } from "#app/domain/industry/find-industry.ts";
import { certaintyLabel, type Certainty } from "#app/domain/rulebook/certainty.ts";
import type { JsicRevision } from "#app/domain/rulebook/industry-table.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { civilDate } from "#app/domain/rulebook/tables/fact-row.ts";
import { routePlan } from "./route.ts";
import type { MunicipalOffice, OfficeAnswer, ProcessingTime } from "./routing-answer.ts";

/** 利用者が入れたままの値。revision と on は省ける。 */
export type LookupQuery = {
  readonly industry: string;
  readonly prefecture: string;
  readonly revision?: string | undefined;
  readonly on?: string | undefined;
  /** 市区町村。局が変わる所でだけ聞く。 */
  readonly municipality?: string | undefined;
  /** on を省いたときの基準日 YYYY-MM-DD。 */
  readonly today: string;
};

export type LookupField = "industry" | "prefecture" | "revision" | "on";

/** 入力の誤り。message は欄に出す日本語。 */
export type LookupRefusal = { readonly field: LookupField; readonly message: string };

/** 一つの提出先。submission が post のときは様式を印刷して郵送する。 */
export type LookupOffice = {
  readonly ministry: string;
  readonly receivingOffice: { readonly code: string; readonly name: string };
  readonly addressee: string;
  readonly submission: "electronic" | "post";
  readonly electronic: boolean;
  readonly processing: ProcessingTime;
  readonly certainty: Certainty;
  readonly explanation: readonly string[];
};

/**
 * 提出先が一つに決まらないとき、ministry、receivingOffice、addressee は null で、candidates に候補が並ぶ。
 * submission と processing は共管の候補に共通のときだけ値があり、コールセンターへ案内するときは null。
 */
export type LookupAnswer = {
  readonly kind: "office" | "choice" | "callCentre" | "notAccepted";
  readonly edition: { readonly label: string; readonly effectiveFrom: string };
  readonly on: string;
  readonly industry: {
    readonly revision: JsicRevision;
    readonly code: string;
    readonly name: string;
    readonly division: string;
    readonly majorGroup: string;
    readonly group: string;
  };
  readonly prefecture: { readonly code: string; readonly name: string };
  /** 市区町村によって局が変わるとき、聞くべき市区町村。変わらなければ空。 */
  readonly municipalities: readonly MunicipalOffice[];
  /** 答えに使った市区町村。例外でない市区町村と、聞いていないときは null。 */
  readonly municipality: string | null;
  readonly ministry: string | null;
  readonly ministries: readonly string[];
  readonly receivingOffice: { readonly code: string; readonly name: string } | null;
  readonly addressee: string | null;
  readonly guideline: { readonly id: string; readonly name: string } | null;
  readonly submission: "electronic" | "post" | null;
  readonly electronic: boolean | null;
  readonly processing: ProcessingTime | null;
  readonly candidates: readonly LookupOffice[];
  readonly callCentre: { readonly reason: string } | null;
  readonly reason: string | null;
  readonly certainty: Certainty;
  readonly certaintyLabel: string;
  readonly explanation: readonly string[];
};

/**
 * 提出先と指針を調べる。
 *
 * @returns 答え、又は誤りのある欄すべて（知らない業種、知らない都道府県、書き方の違う改定や日付、版の施行より前の日）
 */
export function lookupAnswer(
  rulebook: Rulebook,
  query: LookupQuery,
): Result<LookupAnswer, readonly LookupRefusal[]> {
  const on = query.on ?? query.today;
  const refusals: LookupRefusal[] = [...refuseDate(rulebook, on), ...refuseRevision(query.revision)];
  const revision = query.revision === undefined ? revisionInForce(rulebook, on) : chosen(query.revision);
  const industry = findIndustry(rulebook, revision, query.industry);
  if (industry === undefined) {
    const message = /^\d{4}$/u.test(query.industry)
      ? `細分類「${query.industry}」は、日本標準産業分類の第${revision}回改定にありません。`
      : "業種は細分類の4桁の半角数字で入力してください（例：4711）。";
    refusals.push({ field: "industry", message });
  }
  const prefecture = rulebook.prefectures.get(query.prefecture);
  if (prefecture === undefined) {
    const message = "都道府県は01から47までの2桁のコードで入力してください（例：28）。";
    refusals.push({ field: "prefecture", message });
  }
  if (refusals.length > 0 || industry === undefined || prefecture === undefined) return refuse(refusals);

  const answer = routePlan(rulebook, {
    revision,
    industry: query.industry,
    prefecture: query.prefecture,
    municipality: query.municipality,
    on,
  });
  if (answer.kind === "unknownIndustry" || answer.kind === "unknownPrefecture") {
    throw new Error(`表にある業種と都道府県に答えがありません: ${query.industry} ${query.prefecture}`);
  }
  const { certainty, explanation } = answer;
  const candidates =
    answer.kind === "office" ? [answer] : answer.kind === "notAccepted" ? [] : answer.candidates;
  const single = answer.kind === "office" ? lookupOffice(answer) : undefined;
  const municipalities = candidates.flatMap((candidate) => candidate.municipalities);
  const settled = answer.kind === "callCentre" ? [] : candidates;
  const electronic = common(settled.map((candidate) => candidate.electronic));
  const reason = answer.kind === "callCentre" || answer.kind === "notAccepted" ? answer.reason : null;
  return ok({
    kind: answer.kind,
    edition: { label: rulebook.edition.label, effectiveFrom: rulebook.edition.effectiveFrom },
    on,
    industry: {
      revision,
      code: industry.class.code,
      name: industry.class.name,
      division: industry.division.name,
      majorGroup: industry.majorGroup.name,
      group: industry.group.name,
    },
    prefecture: { code: prefecture.code, name: prefecture.name },
    municipalities,
    municipality:
      municipalities.find(({ municipality }) => municipality === query.municipality)?.municipality ?? null,
    ministry: single?.ministry ?? null,
    ministries: candidates.map(({ ministry }) => ministry),
    receivingOffice: single?.receivingOffice ?? null,
    addressee: single?.addressee ?? null,
    guideline: candidates[0]?.guideline ?? null,
    submission: electronic === null ? null : electronic ? "electronic" : "post",
    electronic,
    processing: common(settled.map((candidate) => candidate.processing)),
    candidates: single === undefined ? candidates.map(lookupOffice) : [],
    callCentre: answer.kind === "callCentre" ? { reason: answer.reason } : null,
    reason,
    certainty,
    certaintyLabel: certaintyLabel[certainty],
    explanation,
  });
}

/** 候補のすべてに共通の値。違うか、候補がなければ null。 */
function common<T>(values: readonly T[]): T | null {
  const [first, ...others] = values;
  const text = JSON.stringify(first);
  return first !== undefined && others.every((value) => JSON.stringify(value) === text) ? first : null;
}

const chosen = (revision: string): JsicRevision => (revision === "13" ? 13 : 14);

function refuseRevision(revision: string | undefined): readonly LookupRefusal[] {
  return revision === undefined || revision === "13" || revision === "14"
    ? []
    : [{ field: "revision", message: "日本標準産業分類の改定は13か14で入力してください。" }];
}

function refuseDate(rulebook: Rulebook, on: string): readonly LookupRefusal[] {
  if (!civilDate.safeParse(on).success) {
    return [{ field: "on", message: "基準日は2026-12-01のように入力してください。" }];
  }
  const { effectiveFrom } = rulebook.edition;
  return on < effectiveFrom
    ? [{ field: "on", message: `${effectiveFrom}より前の日の決まりは収録していません。` }]
    : [];
}

const lookupOffice = (answer: OfficeAnswer): LookupOffice => ({
  ministry: answer.ministry,
  receivingOffice: { code: answer.office.code, name: answer.office.name },
  addressee: answer.addressee,
  submission: answer.electronic ? "electronic" : "post",
  electronic: answer.electronic,
  processing: answer.processing,
  certainty: answer.certainty,
  explanation: answer.explanation,
});
