/**
 * 提出先（receivingOffice）を決める。計画に係る業種の細分類と、主たる事務所の都道府県から、
 * 主務大臣の権限を委任された局を表から引く。法第17条第1項、経営力向上に関する命令。
 */
import { mayBlock } from "#app/domain/rulebook/blocking.ts";
import { weakerCertainty } from "#app/domain/rulebook/certainty.ts";
import {
  jurisdictionKey,
  type MunicipalSeat,
  type Prefecture,
  type RoutingRule,
  type RoutingTarget,
} from "#app/domain/rulebook/jurisdiction-rules.ts";
import type { Processing } from "#app/domain/rulebook/procedure-rules.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import type { Industry } from "#app/domain/rulebook/industry-table.ts";
import { explainAnswer, explainMunicipalities, explainRule } from "./explanation.ts";
import type { OfficeAnswer, RoutingAnswer, RoutingQuery } from "./routing-answer.ts";

export type * from "./routing-answer.ts";

/** 電子申請で 14 業務日になるのは、経済産業局だけが受け付けるとき。 */
const metiFamily = "meti";

/**
 * 提出先を答える。どの細分類とどの都道府県の組にも、ちょうど一つの種類の答えがある。
 *
 * @param query 細分類 4 桁、都道府県コード 2 桁、基準日。基準日は版を選ぶときに使い、版の中の答えは変えない
 * @returns 局、共管の候補、コールセンターへの案内、受付なし、又は知らない入力
 */
export function routePlan(rulebook: Rulebook, query: RoutingQuery): RoutingAnswer {
  const industry = rulebook.industries[query.revision].byCode.get(query.industry);
  const rule = rulebook.routing[query.revision].get(query.industry);
  if (industry === undefined || rule === undefined) return { kind: "unknownIndustry" };
  const prefecture = rulebook.prefectures.get(query.prefecture);
  if (prefecture === undefined) return { kind: "unknownPrefecture" };
  return answerFor(rulebook, rule, { industry, prefecture, municipality: query.municipality });
}

type Place = {
  readonly industry: Industry;
  readonly prefecture: Prefecture;
  readonly municipality: string | undefined;
};

function answerFor(rulebook: Rulebook, rule: RoutingRule, place: Place): RoutingAnswer {
  const { industry } = place;
  const opening = explainRule(rule, industry);
  const reason = rule.reason ?? "";
  if (rule.targets.length === 0) {
    const explanation = [...opening, `この分類では申請を受け付けていません。${reason}`];
    return { kind: "notAccepted", reason, certainty: rule.certainty, explanation };
  }
  const candidates = rule.targets.map((target) => officeAnswer(rulebook, rule, target, place));
  const certainty = candidates.map((candidate) => candidate.certainty).reduce(weakerCertainty);
  if (rule.callCentre) {
    const explanation = [
      ...opening,
      "細分類のコードだけでは所管の省庁が決まらないため、コールセンターにお問い合わせください。",
      `理由：${reason}`,
    ];
    return { kind: "callCentre", reason, candidates, certainty, explanation };
  }
  const [only, ...others] = candidates;
  if (only !== undefined && others.length === 0) return only;
  const names = candidates.map(({ ministry }) => ministry).join("と");
  const explanation = [
    ...opening,
    `${names}の共管です。いずれか一つの省庁の提出先を選んで申請してください。`,
    ...(mayBlock(certainty) ? [] : ["この案内には確認できていない情報が含まれます。"]),
  ];
  return { kind: "choice", candidates, certainty, explanation };
}

const noExceptions: readonly MunicipalSeat[] = [];

function municipalSeats(
  rulebook: Rulebook,
  family: string,
  prefecture: string,
  industry: string,
): readonly MunicipalSeat[] {
  const seats = rulebook.municipalJurisdiction.get(`${family}/${prefecture}`);
  if (seats === undefined) return noExceptions;
  return seats.filter(
    ({ prefixes }) => prefixes.length === 0 || prefixes.some((prefix) => industry.startsWith(prefix)),
  );
}

function officeAnswer(
  rulebook: Rulebook,
  rule: RoutingRule,
  target: RoutingTarget,
  { industry, prefecture, municipality }: Place,
): OfficeAnswer {
  const { ministry, family } = target;
  const exceptions = municipalSeats(rulebook, family, prefecture.code, industry.code);
  const seat =
    exceptions.find((exception) => exception.municipality === municipality) ??
    rulebook.jurisdiction.get(jurisdictionKey(ministry.name, family))?.get(prefecture.code);
  // 管轄の網羅は compileRulebook が保証する。ここで欠けるのは不変条件の破れ。
  if (seat === undefined) throw new Error(`管轄のない組: ${family} ${prefecture.code}`);
  const processing = processingFor(rulebook, rule, target);
  const certainty = weakerCertainty(weakerCertainty(rule.certainty, seat.certainty), ministry.certainty);
  const { code, name, headTitle } = seat.office;
  return {
    kind: "office",
    ministry: ministry.name,
    office: { code, name, headTitle },
    addressee: headTitle,
    municipalities: exceptions.map((exception) => ({
      municipality: exception.municipality,
      office: { code: exception.office.code, name: exception.office.name },
    })),
    guideline: rule.guideline,
    electronic: ministry.electronic,
    processing: { days: processing.days, unit: processing.unit },
    certainty,
    rule: { prefix: rule.prefix, revision: rule.revision, source: rule.source },
    explanation: [
      ...explainRule(rule, industry),
      ...explainAnswer({ rule, ministry, office: seat.office, prefecture, processing, certainty }),
      ...explainMunicipalities(exceptions, municipality, prefecture.name),
    ],
  };
}

function processingFor(rulebook: Rulebook, rule: RoutingRule, target: RoutingTarget): Processing {
  const { processing } = rulebook.procedure;
  if (rule.targets.length > 1) return processing.joint;
  return target.family === metiFamily && target.ministry.electronic
    ? processing.electronicMetiOnly
    : processing.single;
}

/**
 * 共管又はコールセンターの答えから、申請者が選んだ省庁の局に絞る。
 * すでに局が決まっている答えは、省庁が一致するときだけそのまま返す。
 *
 * @param ministry 省庁名（例: 経済産業省）
 * @returns 候補にない省庁なら undefined
 */
export function chooseCandidate(answer: RoutingAnswer, ministry: string): OfficeAnswer | undefined {
  switch (answer.kind) {
    case "office":
      return answer.ministry === ministry ? answer : undefined;
    case "choice":
    case "callCentre":
      return answer.candidates.find((candidate) => candidate.ministry === ministry);
    case "notAccepted":
    case "unknownIndustry":
    case "unknownPrefecture":
      return undefined;
  }
}
