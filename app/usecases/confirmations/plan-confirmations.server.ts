/** 計画の設備の行が使う確認書。一通は一つの計画だけが使い、変更認定申請は元の計画の確認書を使い続ける。 */
import type { KnownConfirmation } from "#app/domain/plan/check-plan.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import type { ConfirmationRows } from "#db/confirmation-rows.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import { companyLetters, confirmationsNumbered, type ConfirmationUse } from "#db/queries/confirmations.ts";
import type { UseCaseContext } from "../context.ts";

type Using = Pick<ApplicationRow, "id" | "planId" | "companyKey">;

/** 版を重ねても同じ計画なら同じ値。 */
const lineageOf = ({ id, planId }: Pick<ApplicationRow, "id" | "planId">): string => planId ?? id;

/** 取り下げた、又は認定されなかった計画は、もう使っていない。 */
const isUsedElsewhere = ({ holder }: ConfirmationUse, application: Using): boolean =>
  holder !== null &&
  holder.status !== "withdrawn" &&
  holder.status !== "declined" &&
  lineageOf(holder) !== lineageOf(application);

/** 確認書の要る設備の行に書かれた番号。 */
const numbersIn = (answers: RawAnswers): readonly string[] => [
  ...new Set(
    readPlan(answers).values.equipment.equipment.flatMap(({ type, certificateNumber }) =>
      certificateNumber !== undefined && (type === "B" || type === "D" || type === "E")
        ? [certificateNumber.trim()]
        : [],
    ),
  ),
];

/** 点検に要る、設備の行の番号の確認書。記録にない番号は入らない。 */
export async function knownConfirmations(
  { database }: UseCaseContext,
  application: Using,
  answers: RawAnswers,
): Promise<readonly KnownConfirmation[]> {
  const found = await confirmationsNumbered(database, numbersIn(answers));
  return found.map((use) => ({
    number: use.letter.number,
    type: use.letter.type,
    own: use.companyKey === application.companyKey,
    usedElsewhere: isUsedElsewhere(use, application),
  }));
}

/** 申請とともに、使う確認書をこの申請の物にする。読んだ後にほかの計画が使い始めていたら、書くときに断られる。 */
export async function confirmationUses(
  { database }: UseCaseContext,
  application: Using,
  answers: RawAnswers,
): Promise<NonNullable<ConfirmationRows["uses"]>> {
  const found = await confirmationsNumbered(database, numbersIn(answers));
  return found
    .filter((use) => use.companyKey === application.companyKey && !isUsedElsewhere(use, application))
    .map(({ letter, holder }) => ({
      confirmationId: letter.confirmationId,
      applicationId: application.id,
      holder: holder?.id ?? null,
    }));
}

export type OfferedConfirmation = {
  readonly number: string;
  readonly type: string;
  /** 投資計画の名称。 */
  readonly planName: string;
};

/** この計画の設備の行で選べる、自社の確認書。新しい順。 */
export async function offeredConfirmations(
  { database }: UseCaseContext,
  application: Using,
): Promise<readonly OfferedConfirmation[]> {
  const letters = await companyLetters(database, application.companyKey);
  return letters
    .filter((use) => !isUsedElsewhere(use, application))
    .map(({ letter: { number, type, notice } }) => ({
      number,
      type,
      planName: notice.items[0]?.value ?? "",
    }));
}
