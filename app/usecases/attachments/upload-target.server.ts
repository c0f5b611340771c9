/** 何のための送信か。種類、受け持つ設備、差し替える添付が、いまの計画に合うかを確かめる。 */
import { attachmentLimits, limitProblem } from "#app/domain/attachment/attachment-limits.ts";
import { safeFileName } from "#app/domain/attachment/file-name.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { loadDraft } from "../applications/load-own-application.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { checkedAttachments } from "./attached-files.server.ts";

export type UploadTarget = {
  readonly kind: string;
  /** 選ばれた設備の行。文書番号が同じ設備は、一つ選べば全部を受け持つ。 */
  readonly rowIds: readonly string[];
  /** 差し替える添付。無ければ null。 */
  readonly replaces: string | null;
  readonly fileName: string;
  /** 分からなければ null。 */
  readonly size: number | null;
};

/**
 * @returns 確かめた宛先。断りは欄（file、rows）ごとの文
 */
export async function uploadTarget(
  context: UseCaseContext,
  applicationId: string,
  wanted: UploadTarget,
): Promise<Result<UploadTarget, Refusal>> {
  const { answers } = await loadDraft(context, applicationId);
  const checked = await checkedAttachments(context, applicationId, readPlan(answers).values);
  const offered = checked.required.find(({ kind }) => kind.id === wanted.kind);
  if (offered === undefined) return invalid("file", "いまの計画では、この種類の書類は添付できません。");
  const replaced =
    wanted.replaces === null ? undefined : checked.files.find(({ id }) => id === wanted.replaces);
  if (wanted.replaces !== null && replaced?.kind !== wanted.kind)
    return invalid("file", "差し替えようとした書類は、もう添付されていません。画面を開き直してください。");
  const rowIds = offered.slots
    .filter((slot) => slot.rowIds.some((id) => wanted.rowIds.includes(id)))
    .flatMap((slot) => slot.rowIds);
  if (offered.slots.length > 0 && rowIds.length === 0)
    return invalid("rows", "この書類がどの設備のものか、印を付けてください。");
  const totals = {
    files: checked.totals.files - (replaced === undefined ? 0 : 1),
    bytes: checked.totals.bytes - (replaced?.size ?? 0),
  };
  const problem = limitProblem(attachmentLimits, totals, wanted.size ?? 0);
  if (problem !== null) return invalid("file", problem);
  const fileName = safeFileName(wanted.fileName, attachmentLimits.nameCharacters);
  return ok({ kind: wanted.kind, rowIds, replaces: wanted.replaces, fileName, size: wanted.size });
}

export const invalid = (field: "file" | "rows", message: string): Result<never, Refusal> =>
  refuse({ kind: "invalid", errors: { [field]: [message] } });
