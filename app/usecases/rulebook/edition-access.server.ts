/** 版の use case に共通の入口: 権限、版の有無、理由の検査。 */
import { isCivilDate } from "#app/domain/calendar/civil-date.ts";
import type { Action } from "#app/domain/access/actions.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { findEdition } from "#db/queries/draft-editions.ts";
import type { EditionRow } from "#db/queries/rulebook-editions.ts";
import { authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

/** 権限を確かめて版を読む。 */
export async function loadEdition(
  context: UseCaseContext,
  action: Action,
  editionId: string,
): Promise<Result<EditionRow, Refusal>> {
  const allowed = authorise(context, action, {});
  if (!allowed.ok) return allowed;
  const edition = await findEdition(context.database, editionId);
  return edition === undefined ? refuse({ kind: "notFound" }) : ok(edition);
}

const REASON_LIMIT = 500;
const LABEL_LIMIT = 60;

/** 画面の欄の名前と同じ名前で断る。 */
export function checkWords(input: {
  readonly reason: string;
  readonly label?: string;
  readonly effectiveFrom?: string;
}): Result<null, Refusal> {
  const { reason, label, effectiveFrom } = input;
  const errors: Record<string, readonly string[]> = {};
  if (reason.trim() === "") errors["reason"] = ["理由を入力してください。"];
  else if (reason.length > REASON_LIMIT) errors["reason"] = [`理由は${REASON_LIMIT}字までです。`];
  if (label !== undefined && label.trim() === "") errors["label"] = ["版の名前を入力してください。"];
  else if (label !== undefined && label.length > LABEL_LIMIT)
    errors["label"] = [`版の名前は${LABEL_LIMIT}字までです。`];
  if (effectiveFrom !== undefined && !isCivilDate(effectiveFrom))
    errors["effectiveFrom"] = ["施行日は、実在する日を入力してください。"];
  return Object.keys(errors).length === 0 ? ok(null) : refuse({ kind: "invalid", errors });
}

/** 版への操作の監査。 */
export const editionAudit = (
  action: Action,
  editionId: string,
  details: Readonly<Record<string, unknown>>,
) => ({ action, subjectKind: "rulebookEdition", subjectId: editionId, details });

/** ほかの人が同じ時に版を書いた。 */
export const staleEdition: Refusal = { kind: "stale", subject: "edition", by: null, what: null };
