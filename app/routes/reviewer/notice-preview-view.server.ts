/** 決定の前の通知書を、起案と決裁の画面に出す形にする。 */
import { mayBlock } from "#app/domain/rulebook/blocking.ts";
import { certaintyLabel } from "#app/domain/rulebook/certainty.ts";
import { unprintableMessage, variantMessage } from "#app/domain/certification/unprintable.ts";
import type { NoticePreview } from "#app/usecases/review/preview-notice.server.ts";

/** 作れないわけ。作れるなら両方とも空。 */
export const noticeObstacles = (
  preview: NoticePreview,
): { readonly missing: readonly string[]; readonly unprintable: readonly string[] } => ({
  missing: preview.kind === "incomplete" ? preview.missing : [],
  unprintable: preview.kind === "unprintable" ? preview.characters.map(unprintableMessage) : [],
});

/** 基本の字形で印字する字の知らせ。 */
export const variantNotes = (preview: NoticePreview): readonly string[] =>
  preview.kind === "ready" ? preview.variants.map(variantMessage) : [];

/** 決裁の画面に出す、通知書の値と、作れないわけと、文面の確かさの言葉。 */
export const noticePreviewView = (preview: NoticePreview) => ({
  notice: preview.kind === "ready" ? preview.notice : null,
  obstacles: noticeObstacles(preview),
  variants: variantNotes(preview),
  doubt: preview.kind === "ready" && !mayBlock(preview.certainty) ? certaintyLabel[preview.certainty] : null,
});
