/** 取り直した GビズID に引き継がれて、番号の変わった会社（個人事業主）。 */
import { currentCompanyKey } from "#db/queries/staff-access.ts";
import type { UseCaseContext } from "../context.ts";

/**
 * 前の番号のアドレス（前に送ったメールのリンクなど）を、いまの番号のアドレスにする。
 *
 * @param path `/c/<前の番号>/…` の道筋
 * @returns 移った先が、いまの人の会社でなければ null
 */
export function movedCompanyPath(
  { actor, database }: UseCaseContext,
  company: string,
  path: string,
): string | null {
  if (actor.kind !== "applicant" || currentCompanyKey(database, company) !== actor.companyKey) return null;
  return path.replace(`/c/${company}`, `/c/${actor.companyKey}`);
}
