/** 監査の記録を読む。新しい順にページを送り、見えている範囲の鎖を確かめて添える。 */
import { ok, type Result } from "#app/domain/result.ts";
import { auditPage, type AuditRow } from "#db/queries/operations.ts";
import { authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { type AuditCheck, checkAuditPage } from "./check-audit-page.ts";
import { noteInAudit } from "./note-in-audit.server.ts";

export const AUDIT_PAGE_SIZE = 50;

export type AuditPage = {
  readonly rows: readonly AuditRow[];
  readonly check: AuditCheck;
  /** 次のページの境目。最後のページでは null。 */
  readonly next: number | null;
};

/**
 * @param before この番号より前の行。省くと最新から
 */
export async function readAudit(
  context: UseCaseContext,
  before?: number,
): Promise<Result<AuditPage, Refusal>> {
  const allowed = authorise(context, "audit.view", {});
  if (!allowed.ok) return allowed;
  const found = await auditPage(context.database, AUDIT_PAGE_SIZE + 1, before);
  const rows = found.slice(0, AUDIT_PAGE_SIZE);
  const older = found[AUDIT_PAGE_SIZE] ?? null;
  await noteInAudit(context, "audit.view", {
    kind: "audit",
    id: "page",
    details: { from: rows.at(-1)?.sequence ?? null, to: rows[0]?.sequence ?? null },
  });
  return ok({
    rows,
    check: checkAuditPage(rows, older),
    next: older === null ? null : (rows.at(-1)?.sequence ?? null),
  });
}
