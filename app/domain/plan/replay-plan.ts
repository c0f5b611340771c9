/** 同じ計画を二つの版で読み、提出先と点検の違いを見つける。版を公布する前に、誰の何が変わるかを知るため。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type CheckFacts, checkPlan } from "./check-plan.ts";
import type { RawAnswers } from "./field.ts";
import type { Finding } from "./finding.ts";
import { readPlanOn } from "./plan-reading.ts";
import type { PlanRouting } from "./plan-routing.ts";

/** 読み比べる一つの計画。 */
export type ReplayedPlan = {
  readonly answers: RawAnswers;
  /** 判断の日（Tokyo の日）。提出した計画では提出の日。 */
  readonly on: CivilDate;
  readonly facts: CheckFacts;
};

/** 提出先の答え。決まらなければ office は null で、reason がその訳。 */
export type RoutedTo = {
  readonly office: string | null;
  readonly addressee: string | null;
  readonly guideline: string | null;
  readonly electronic: boolean | null;
  readonly processing: { readonly days: number; readonly unit: "businessDays" | "days" } | null;
  readonly reason: string | null;
};

export type PlanDifference = {
  /** 提出先、宛名、指針、方法、標準処理期間のどれかが変わるとき、前と後。 */
  readonly routing: { readonly before: RoutedTo; readonly after: RoutedTo } | null;
  /** 後の版でだけ出る指摘。 */
  readonly added: readonly Finding[];
  /** 前の版でだけ出る指摘。 */
  readonly removed: readonly Finding[];
};

/** @returns 違い。何も変わらなければ null */
export function replayPlan(before: Rulebook, after: Rulebook, plan: ReplayedPlan): PlanDifference | null {
  const { answers, on, facts } = plan;
  const findings = { before: checkPlan(before, answers, on, facts), after: [] as readonly Finding[] };
  const from = routedTo(readPlanOn(before, answers, on).routing);
  findings.after = checkPlan(after, answers, on, facts);
  const to = routedTo(readPlanOn(after, answers, on).routing);
  const routing = JSON.stringify(from) === JSON.stringify(to) ? null : { before: from, after: to };
  const added = missingFrom(findings.before, findings.after);
  const removed = missingFrom(findings.after, findings.before);
  return routing === null && added.length === 0 && removed.length === 0 ? null : { routing, added, removed };
}

function routedTo(routing: PlanRouting): RoutedTo {
  const undecided = (reason: string): RoutedTo => ({
    office: null,
    addressee: null,
    guideline: null,
    electronic: null,
    processing: null,
    reason,
  });
  switch (routing.kind) {
    case "decided": {
      const { office, addressee, guideline, electronic, processing } = routing.routing;
      return {
        office: office.name,
        addressee,
        guideline: guideline.name,
        electronic,
        processing: { days: processing.days, unit: processing.unit },
        reason: null,
      };
    }
    case "undecided": {
      const offices = routing.candidates.map(
        ({ office, guideline }) => `${office.name}（${guideline.name}）`,
      );
      return undecided([routing.reason, offices.join("、")].filter((part) => part !== null).join(" "));
    }
    case "notAccepted":
      return undecided(routing.reason);
    case "unknownIndustry":
      return undecided(`分類表にない業種です（${routing.code}）。`);
    case "incomplete":
      return undecided(
        routing.missing === "industry" ? "業種がまだありません。" : "都道府県がまだありません。",
      );
  }
}

const missingFrom = (known: readonly Finding[], findings: readonly Finding[]): readonly Finding[] => {
  const seen = new Set(known.map(gist));
  return findings.filter((finding) => !seen.has(gist(finding)));
};

const gist = ({ check, severity, section, field, rowId, message }: Finding): string =>
  JSON.stringify([check, severity, section, field, rowId, message]);
