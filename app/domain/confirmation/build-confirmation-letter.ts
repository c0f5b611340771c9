/** 投資計画の確認書に刷る値を、提出した投資計画と、その時の計算から作る。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { formatJapaneseDate, formatJapaneseMonth } from "../calendar/era.ts";
import { fillLetter, type NoticeIssue } from "../certification/fill-letter.ts";
import type { CertificationNotice } from "../certification/notice.ts";
import type { Result } from "../result.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { formatInteger } from "../text/number-input.ts";
import type { ConfirmationType } from "./confirmation-type.ts";
import type { ConfirmationValues } from "./form.ts";
import type { Requirement } from "./requirement.ts";

const TEMPLATE = "confirmation/v2";

export type ConfirmationLetterFacts = {
  readonly type: ConfirmationType;
  readonly values: Pick<ConfirmationValues, "applicant" | "investment">;
  /** 提出の時の計算。初めの要件の答えを確認書に書く。 */
  readonly requirements: readonly Requirement[];
  /** 局のコード。 */
  readonly office: string;
  readonly filedOn: CivilDate;
  /** 個人事業主か。 */
  readonly sole: boolean;
};

/** @returns 確認書の値。埋まらない値があれば、その名前 */
export function buildConfirmationLetter(
  rulebook: Rulebook,
  { type, values, requirements, office, filedOn, sole }: ConfirmationLetterFacts,
  issue: NoticeIssue,
): Result<CertificationNotice, readonly string[]> {
  const { applicant, investment } = values;
  return fillLetter(rulebook, issue, {
    kind: `confirmation${type}`,
    office,
    templateVersion: TEMPLATE,
    addressee: {
      address: applicant.address ?? "",
      name: applicant.name ?? "",
      representative: sole ? "" : (applicant.representative ?? ""),
    },
    sole,
    slots: {
      appliedOn: formatJapaneseDate(filedOn),
      applicantName: applicant.name ?? "",
      investmentPlan: investment.planName ?? "",
      investmentEquipment: investment.equipmentName ?? "",
      investmentAmount: investment.amount === undefined ? "" : `${formatInteger(investment.amount)}千円`,
      acquisitionMonth:
        investment.acquisitionMonth === undefined ? "" : formatJapaneseMonth(investment.acquisitionMonth),
      investmentIndicator: indicatorWords(requirements[0]),
    },
  });
}

/** 満たした計算の答え。満たす物がなければ、計算できた物の全部。いくつかの計算から選ぶ要件では、計算の名前を添える。 */
function indicatorWords(requirement: Requirement | undefined): string {
  const workings = requirement?.workings ?? [];
  const known = workings.filter(({ result }) => result !== "");
  const met = known.filter((working) => working.met === true);
  return (met.length > 0 ? met : known)
    .map(({ name, result, required }) => `${workings.length > 1 ? `${name} ` : ""}${result}（${required}）`)
    .join("、");
}
