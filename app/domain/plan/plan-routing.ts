/**
 * 計画全体の提出先。複数の事業分野があるときは、どの分野の主務大臣にも出せる共管の計画になる
 * （標準処理期間は45日）。同じ省庁の中で分野ごとに局が違うときは、共管ではなく、局を申請者が選ぶ。
 * 一つに決まった答えは Routing として提出に凍結する。
 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { processingLabel } from "../routing/explanation.ts";
import type { OfficeAnswer, RoutingAnswer } from "../routing/routing-answer.ts";
import { routePlan } from "../routing/route.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { PlanValues } from "./sections.ts";

/** 提出時に凍結する提出先。 */
export type Routing = Omit<OfficeAnswer, "kind"> & {
  readonly industryCode: string;
  readonly prefecture: string;
  /** 複数の主務大臣が関わる計画か。 */
  readonly joint: boolean;
};

export type PlanRouting =
  | { readonly kind: "incomplete"; readonly missing: "industry" | "prefecture" }
  /** candidates は、申請者が選べた提出先の全部。 */
  | { readonly kind: "decided"; readonly routing: Routing; readonly candidates: readonly OfficeAnswer[] }
  /** 省庁、又は同じ省庁の中の局を選べば決まる。reason があればコールセンターへの案内を伴う。 */
  | {
      readonly kind: "undecided";
      readonly ask: "ministry" | "office";
      readonly reason: string | null;
      readonly candidates: readonly OfficeAnswer[];
      readonly explanation: readonly string[];
    }
  | { readonly kind: "notAccepted"; readonly code: string; readonly reason: string }
  | { readonly kind: "unknownIndustry"; readonly code: string; readonly rowId: string };

/** 計画の一つの事業分野。 */
export type PlanIndustry = { readonly rowId: string; readonly revision: 13 | 14; readonly code: string };

/** 提出先を決める区画。 */
type RoutingValues = Pick<PlanValues, "company" | "industry">;

/** 読み取れた事業分野。 */
export const industriesOf = (values: Pick<PlanValues, "industry">): readonly PlanIndustry[] =>
  values.industry.industries.flatMap((row) =>
    row.code === undefined
      ? []
      : [{ rowId: row.id, revision: row.revision === "13" ? (13 as const) : (14 as const), code: row.code }],
  );

/**
 * @param rulebook 版
 * @param values 読み取った計画
 * @param on 判断の日（Tokyo の日）
 */
export function routePlanValues(rulebook: Rulebook, values: RoutingValues, on: CivilDate): PlanRouting {
  const industries = industriesOf(values);
  const prefecture = values.company.prefecture;
  const first = industries[0];
  if (first === undefined) return { kind: "incomplete", missing: "industry" };
  if (prefecture === undefined) return { kind: "incomplete", missing: "prefecture" };

  const answers: { readonly industry: PlanIndustry; readonly answer: RoutingAnswer }[] = industries.map(
    (industry) => ({
      industry,
      answer: routePlan(rulebook, {
        revision: industry.revision,
        industry: industry.code,
        prefecture,
        municipality: municipalityOf(rulebook, values.company.address, prefecture),
        on,
      }),
    }),
  );
  for (const { industry, answer } of answers) {
    if (answer.kind === "unknownIndustry")
      return { kind: "unknownIndustry", code: industry.code, rowId: industry.rowId };
    if (answer.kind === "unknownPrefecture") return { kind: "incomplete", missing: "prefecture" };
    if (answer.kind === "notAccepted")
      return { kind: "notAccepted", code: industry.code, reason: answer.reason };
  }

  const candidates = distinctOffices(answers.flatMap(({ answer }) => candidatesOf(answer)));
  const joint = ministriesOf(candidates).length > 1;
  const callCentre = answers.find(({ answer }) => answer.kind === "callCentre")?.answer;
  // コールセンターに聞く分野では、候補の省庁が一つでも、案内された省庁を選ぶまで決めない。
  const wanted =
    values.industry.ministry ?? (callCentre === undefined && !joint ? candidates[0]?.ministry : undefined);
  const offices = candidates.filter(({ ministry }) => ministry === wanted);
  const chosen =
    offices.length === 1 ? offices[0] : offices.find(({ office }) => office.code === values.industry.office);
  const only = callCentre === undefined && candidates.length === 1 ? candidates[0] : undefined;
  const office = chosen ?? only;
  if (office !== undefined) {
    const { kind: _kind, ...rest } = joint ? asJoint(rulebook, office) : asChosen(office, candidates);
    return { kind: "decided", routing: { ...rest, industryCode: first.code, prefecture, joint }, candidates };
  }
  return {
    kind: "undecided",
    ask: offices.length > 1 ? "office" : "ministry",
    reason: callCentre?.kind === "callCentre" ? callCentre.reason : null,
    candidates,
    explanation: answers.flatMap(({ answer }) => ("explanation" in answer ? answer.explanation : [])),
  };
}

/**
 * 住所が、管轄の例外になる市区町村で始まれば、その名前。
 *
 * @param address 主たる事務所の住所。都道府県から書いても、市区町村から書いてもよい
 * @param prefecture 都道府県コード 2 桁
 */
export function municipalityOf(
  rulebook: Rulebook,
  address: string | undefined,
  prefecture: string,
): string | undefined {
  const written = address?.normalize("NFKC").replaceAll(/\s/gu, "") ?? "";
  const name = rulebook.prefectures.get(prefecture)?.name ?? "";
  const rest = written.startsWith(name) ? written.slice(name.length) : written;
  for (const [key, seats] of rulebook.municipalJurisdiction)
    if (key.endsWith(`/${prefecture}`)) {
      const found = seats.find(({ municipality }) => rest.startsWith(municipality));
      if (found !== undefined) return found.municipality;
    }
  return undefined;
}

/** 候補の省庁。重ねて数えない。 */
export const ministriesOf = (candidates: readonly OfficeAnswer[]): readonly string[] => [
  ...new Set(candidates.map(({ ministry }) => ministry)),
];

/**
 * 局を選ぶときの候補。省庁を選んでいれば、その省庁の局だけ。
 * @param ministry 選んだ省庁。まだなら undefined
 */
export function officesToChoose(routing: PlanRouting, ministry: string | undefined): readonly OfficeAnswer[] {
  if (routing.kind !== "decided" && routing.kind !== "undecided") return [];
  const own = routing.candidates.filter((candidate) => candidate.ministry === ministry);
  return own.length > 0 ? own : routing.candidates;
}

/** 同じ省庁のほかの局も候補だった計画では、申請者が選んだことを理由に残す。 */
const asChosen = (office: OfficeAnswer, candidates: readonly OfficeAnswer[]): OfficeAnswer =>
  candidates.length < 2
    ? office
    : {
        ...office,
        explanation: [
          ...office.explanation,
          `計画の分野は${candidates.map((candidate) => candidate.office.name).join("と")}に分かれます。申請者が選んだ${office.office.name}に提出します。`,
        ],
      };

/** 一つの分野としては単独の所管でも、計画としては共管になる。 */
function asJoint(rulebook: Rulebook, office: OfficeAnswer): OfficeAnswer {
  const { days, unit } = rulebook.procedure.processing.joint;
  if (office.processing.days === days && office.processing.unit === unit) return office;
  return {
    ...office,
    processing: { days, unit },
    explanation: [
      ...office.explanation,
      `複数の省庁が所管する分野にわたる計画のため、標準処理期間は${processingLabel({ days, unit })}になります。`,
    ],
  };
}

const candidatesOf = (answer: RoutingAnswer): readonly OfficeAnswer[] => {
  switch (answer.kind) {
    case "office":
      return [answer];
    case "choice":
    case "callCentre":
      return answer.candidates;
    case "notAccepted":
    case "unknownIndustry":
    case "unknownPrefecture":
      return [];
  }
};

/** 同じ局が二度出れば、先に書かれた分野の答えを残す。計画の指針は先の分野のものになる。 */
const distinctOffices = (offices: readonly OfficeAnswer[]): readonly OfficeAnswer[] =>
  [
    ...new Map(
      offices.toReversed().map((office) => [`${office.ministry}/${office.office.code}`, office]),
    ).values(),
  ].toReversed();

/** 計画に使う指針の id。提出先が未定でも、候補の指針が一つならそれ。 */
export function guidelineIdOf(routing: PlanRouting): string | undefined {
  if (routing.kind === "decided") return routing.routing.guideline.id;
  if (routing.kind !== "undecided") return undefined;
  const ids = new Set(routing.candidates.map((candidate) => candidate.guideline.id));
  return ids.size === 1 ? [...ids][0] : undefined;
}
