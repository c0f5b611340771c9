/** 共管の計画に要る同意。受け取った省庁のほかの、所管する省庁ごとに一つ。 */
import type { PlanDocument } from "../plan/document.ts";
import { documentDifference } from "../plan/document-difference.ts";
import type { PlanRouting } from "../plan/plan-routing.ts";
import type { AskedOffice, Consent, Consultation } from "./consultation.ts";

/**
 * @param routing 凍結した提出の答えから決まる提出先
 * @param ministry いま申請がある局の省庁
 * @returns 同意を求める局。省庁ごとに、先に書かれた分野の局を一つ。共管でなければ空
 */
export function competentOffices(routing: PlanRouting, ministry: string): readonly AskedOffice[] {
  if (routing.kind !== "decided" || !routing.routing.joint) return [];
  const offices = routing.candidates.map(({ office, ministry: own }) => ({
    code: office.code,
    name: office.name,
    ministry: own,
  }));
  return [...new Map(offices.toReversed().map((office) => [office.ministry, office])).values()]
    .toReversed()
    .filter((office) => office.ministry !== ministry);
}

/**
 * 同意は、求めた時の計画の内容についてのもの。出し直しで内容が変われば、もう数えない。
 *
 * @param offices 同意の要る局（competentOffices）
 * @param consultations その申請の求めの全部。求めた順
 * @param counts その回の提出が、いまの計画と同じ内容か
 */
export const consentsOf = (
  offices: readonly AskedOffice[],
  consultations: readonly Consultation[],
  counts: (submissionSequence: number) => boolean,
): readonly Consent[] =>
  offices.map((office) => {
    const last = consultations.findLast(
      ({ kind, office: { ministry }, submissionSequence, end }) =>
        kind === "consent" &&
        ministry === office.ministry &&
        end?.result !== "withdrawn" &&
        counts(submissionSequence),
    );
    return last === undefined
      ? { office, standing: "notAsked" }
      : { office: last.office, standing: standingOf(last) };
  });

const standingOf = ({ end }: Consultation): Consent["standing"] =>
  end === null ? "waiting" : end.result === "agree" ? "agreed" : "disagreed";

/**
 * 受理、移送、出し直しの時に、求めを計画の内容と所管に合わせる。
 *
 * @returns withdraw: もう要らない、答えのない求め。ask: これから求める局
 */
export function renewConsents(
  offices: readonly AskedOffice[],
  consultations: readonly Consultation[],
  counts: (submissionSequence: number) => boolean,
): { readonly withdraw: readonly Consultation[]; readonly ask: readonly AskedOffice[] } {
  const withdraw = consultations.filter(
    ({ kind, end, office, submissionSequence }) =>
      kind === "consent" &&
      end === null &&
      !(offices.some(({ ministry }) => ministry === office.ministry) && counts(submissionSequence)),
  );
  const ask = consentsOf(offices, consultations, counts).flatMap(({ office, standing }) =>
    standing === "notAsked" ? [office] : [],
  );
  return { withdraw, ask };
}

/** 二つの提出の計画の内容が同じか。差戻しの指摘への回答は様式に載らないので、比べない。 */
export const samePlan = (a: PlanDocument, b: PlanDocument): boolean => documentDifference(a, b).length === 0;

/** 自動で同意を求めるときの文。 */
export const consentQuestion = (ministry: string): string =>
  `この計画は、${ministry}の所管する分野にわたります。この計画を認定することについて、${ministry}の同意を求めます。`;
