/** 下書きの点検: 欄、要件の計算、添付、提出先。 */
import { type CheckedConfirmation, checkConfirmation } from "#app/domain/confirmation/check.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import { jurisdictionKey, type Office } from "#app/domain/rulebook/jurisdiction-rules.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { companyByKey } from "#db/queries/accounts.ts";
import type { ConfirmationRow } from "#db/queries/confirmations.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import { type Evidence, evidenceOf } from "./evidence.server.ts";

const MINISTRY = "経済産業省";
const FAMILY = "meti";

/** 確認をする経済産業局。本店の所在地の都道府県で決まる。知らない都道府県では undefined。 */
const bureauOf = ({ jurisdiction }: Rulebook, prefecture: string | undefined): Office | undefined =>
  prefecture === undefined
    ? undefined
    : jurisdiction.get(jurisdictionKey(MINISTRY, FAMILY))?.get(prefecture)?.office;

export type DraftCheck = {
  readonly checked: CheckedConfirmation;
  readonly evidence: Evidence;
  /** 提出先。まだ決まらなければ undefined。 */
  readonly bureau: Office | undefined;
  /** 欄と添付の指摘の全部。 */
  readonly findings: readonly Finding[];
  readonly editionId: string;
};

export async function checkDraft(
  context: UseCaseContext,
  { id, type, answers, companyKey }: ConfirmationRow,
): Promise<DraftCheck> {
  const { rulebook, editionId } = currentRulebook(context);
  const company = await companyByKey(context.database, companyKey);
  const checked = checkConfirmation(rulebook, {
    type,
    answers,
    corporation: company?.corporationType === "corporation",
    on: today(context),
  });
  const evidence = await evidenceOf(context, { id, type });
  const { prefecture } = checked.values.applicant;
  const bureau = bureauOf(rulebook, prefecture);
  const lost: readonly Finding[] =
    prefecture !== undefined && bureau === undefined
      ? [
          {
            check: "choice",
            severity: "error",
            section: "applicant",
            field: "prefecture",
            message: "選択肢にない都道府県です。選び直してください。",
          },
        ]
      : [];
  return {
    checked,
    evidence,
    bureau,
    findings: [...checked.findings, ...lost, ...evidence.findings],
    editionId,
  };
}
