/** 記録ごとの権限。役割は guard が先に見ているので、ここは「この記録にできるか」を見る（DESIGN §4.7）。 */
import type { Action } from "#app/domain/access/actions.ts";
import { type AccessRecord, mayDo } from "#app/domain/access/resolver.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import type { UseCaseContext } from "./context.ts";
import type { Refusal } from "./refusals.ts";

/**
 * 申請から、権限の判断に要る属性を取り出す。
 *
 * @param consultedOffices 同意又は意見を求められた局。渡さなければ、求められた局の人には無いものになる
 */
export const accessRecordOf = (
  row: ApplicationRow,
  consultedOffices: readonly string[] = [],
): AccessRecord => ({ companyKey: row.companyKey, officeCode: row.officeCode, consultedOffices });

/**
 * @returns できるなら ok。関わりのない記録は notFound（有無を見せない）
 */
export function authorise(
  context: UseCaseContext,
  action: Action,
  record: AccessRecord,
): Result<null, Refusal> {
  const decision = mayDo(context.actor, action, record);
  if (decision.allowed) return ok(null);
  switch (decision.reason) {
    case "unauthenticated":
    case "notYours":
      return refuse({ kind: "notFound" });
    case "role":
    case "accountType":
    case "primeOnly":
    case "mandate":
      return refuse({ kind: "forbidden", action, reason: decision.reason });
  }
}
