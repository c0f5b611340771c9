/** 認定の前の通知書を、起案と認定の画面に出す形にする。 */
import { unprintableMessage } from "#app/domain/certification/unprintable.ts";
import type { Refusal } from "#app/usecases/refusals.ts";
import type { NoticePreview } from "#app/usecases/review/preview-notice.server.ts";

/** 作れないわけ。作れるなら両方とも空。 */
export const noticeObstacles = (
  preview: NoticePreview,
): { readonly missing: readonly string[]; readonly unprintable: readonly string[] } => ({
  missing: preview.kind === "incomplete" ? preview.missing : [],
  unprintable: preview.kind === "unprintable" ? preview.characters.map(unprintableMessage) : [],
});

/** 通知書を作れないために決定を断ったわけ。 */
export const noticeRefusalMessage = (
  refusal: Extract<Refusal, { kind: "noticeIncomplete" | "noticeUnprintable" }>,
): string =>
  refusal.kind === "noticeIncomplete"
    ? `通知書に要る値が足りません（${refusal.missing.join("、")}）。`
    : refusal.characters.map(unprintableMessage).join("");
