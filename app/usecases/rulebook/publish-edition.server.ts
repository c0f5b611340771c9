/** 公布待ちの版を公布する。公布した版は二度と変わらない。 */
import { createHash } from "node:crypto";
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { readStoredEdition } from "#db/queries/stored-editions.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { checkLetterGlyphs } from "./check-letter-glyphs.server.ts";
import { checkWords } from "./edition-access.server.ts";
import { type EditionInput, moveEdition } from "./move-edition.server.ts";

export type PublishInput = EditionInput & {
  readonly label: string;
  /** 施行日 YYYY-MM-DD。今日か、それより後。 */
  readonly effectiveFrom: string;
};

/**
 * 公布待ちにした人と別の管理者が行う。組立てと点検は別スレッドで行い、組み立てた規則集を書庫に渡すので、
 * 公布の後に読む人を待たせない。
 *
 * @returns 一人での公布、過去の施行日、点検の通らない中身（刷れない文字のある通知書を含む）は edition で断る
 */
export async function publishEdition(
  context: UseCaseContext,
  pdf: PdfRenderer,
  input: PublishInput,
): Promise<Result<null, Refusal>> {
  const words = checkWords(input);
  if (!words.ok) return words;
  const actor = actorStamp(context.actor);
  const made: { rulebook: Rulebook | null; sourceHash: string } = { rulebook: null, sourceHash: "" };
  const published = await moveEdition(
    context,
    "rulebook.publish",
    input,
    async (edition) => {
      const stored = await readStoredEdition(context.database, edition.id);
      if (stored !== undefined && edition.status === "submitted") {
        const heading = { ...stored, label: input.label.trim(), effectiveFrom: input.effectiveFrom };
        const glyphs = await checkLetterGlyphs(context, pdf, heading);
        made.rulebook = glyphs.outcome === "fail" ? null : await context.editionWork.run("publish", heading);
        made.sourceHash = createHash("sha256")
          .update(JSON.stringify([heading.id, heading.label, heading.effectiveFrom]))
          .update(heading.facts)
          .digest("hex");
      }
      return {
        name: "publish",
        effectiveFrom: input.effectiveFrom,
        today: today(context),
        actorId: actor.id,
        proofFailed: made.rulebook === null,
      };
    },
    () => ({
      label: input.label.trim(),
      effectiveFrom: input.effectiveFrom,
      sourceHash: made.sourceHash,
      publishedAt: context.clock.now(),
      publishedBy: actor.id,
      publishedByName: actor.name,
    }),
  );
  if (!published.ok) return refuse(published.error);
  if (made.rulebook !== null) context.rulebooks.keep(input.editionId, made.rulebook);
  return ok(null);
}
