/** ほかの人が編集している区画を、読むだけで見る。 */
import type { DocumentSection } from "#app/domain/plan/document.ts";
import { isLive, type SectionLease } from "#app/domain/plan/section-lease.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { accountById } from "#db/queries/accounts.ts";
import { currentSection, sectionLease } from "#db/queries/section-versions.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import type { OwnApplication } from "./load-own-application.server.ts";
import { openSection } from "./open-section.server.ts";

export type WatchedSection = {
  readonly version: number;
  readonly document: DocumentSection | undefined;
  /** 直近の保存。まだ保存がなければ null。 */
  readonly saved: { readonly at: string; readonly by: string } | null;
  /** いま編集している人。誰もいなければ null。 */
  readonly lease: SectionLease | null;
};

export async function watchSection(
  context: UseCaseContext,
  input: OwnApplication & { readonly section: string },
): Promise<Result<WatchedSection, Refusal>> {
  const opened = await openSection(context, input);
  if (!opened.ok) return opened;
  const { id } = opened.value.application;
  const row = await currentSection(context.database, id, input.section);
  const writer = row === undefined ? undefined : await accountById(context.database, row.updatedBy);
  const lease = await sectionLease(context.database, id, input.section);
  return ok({
    version: opened.value.version,
    document: opened.value.document,
    saved: row === undefined ? null : { at: row.updatedAt, by: writer?.displayName ?? "" },
    lease: lease !== undefined && isLive(lease, context.clock.now()) ? lease : null,
  });
}
