import { and, eq, max } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import {
  confirmationAttachmentRemovals,
  confirmationAttachments,
  confirmationDocuments,
  confirmationDownloads,
  confirmationEvents,
  confirmationFiledAttachments,
  confirmationFilings,
  confirmationLetters,
  confirmations,
  confirmationUses,
} from "../schema/index.ts";
import type { ConfirmationRows } from "../confirmation-rows.ts";
import type { WritePlan } from "../write-plan.ts";
import { StaleVersion } from "./stale-version.ts";

/** 投資計画の確認の申請、提出、出来事、添付、確認書、計画での使用の行を書く。 */
export function writeConfirmationRows(
  tx: Transaction,
  { actor, at }: Pick<WritePlan<unknown>, "actor" | "at">,
  rows: ConfirmationRows,
): void {
  for (const row of rows.created ?? []) tx.insert(confirmations).values(row).run();
  for (const { id, expectedVersion, set } of rows.changes ?? []) {
    const written = tx
      .update(confirmations)
      .set({ ...set, updatedAt: at })
      .where(and(eq(confirmations.id, id), eq(confirmations.version, expectedVersion)))
      .run();
    if (written.changes !== 1) throw new StaleVersion("confirmation", id);
  }
  for (const row of rows.filings ?? []) tx.insert(confirmationFilings).values(row).run();
  for (const { confirmationId, event } of rows.events ?? []) {
    const last = tx
      .select({ sequence: max(confirmationEvents.sequence) })
      .from(confirmationEvents)
      .where(eq(confirmationEvents.confirmationId, confirmationId))
      .get();
    tx.insert(confirmationEvents)
      .values({
        confirmationId,
        sequence: (last?.sequence ?? 0) + 1,
        type: event.type,
        data: { ...event.data },
        actorId: actor.id,
        actorName: actor.name,
        at,
      })
      .run();
  }
  for (const row of rows.attachments ?? []) tx.insert(confirmationAttachments).values(row).run();
  for (const row of rows.removals ?? [])
    tx.insert(confirmationAttachmentRemovals).values(row).onConflictDoNothing().run();
  for (const row of rows.filedAttachments ?? []) tx.insert(confirmationFiledAttachments).values(row).run();
  for (const row of rows.letters ?? []) tx.insert(confirmationLetters).values(row).run();
  for (const row of rows.documents ?? []) tx.insert(confirmationDocuments).values(row).run();
  for (const row of rows.downloads ?? []) tx.insert(confirmationDownloads).values(row).run();
  writeUses(tx, at, rows.uses ?? []);
}

/** 一通は一つの計画だけが使う。読んだ後に別の計画が使い始めていたら断る。 */
function writeUses(tx: Transaction, at: string, uses: NonNullable<ConfirmationRows["uses"]>): void {
  for (const { confirmationId, applicationId, holder } of uses) {
    const current = tx
      .select({ applicationId: confirmationUses.applicationId })
      .from(confirmationUses)
      .where(eq(confirmationUses.confirmationId, confirmationId))
      .get();
    if ((current?.applicationId ?? null) !== holder) throw new StaleVersion("confirmation", confirmationId);
    tx.insert(confirmationUses)
      .values({ confirmationId, applicationId, at })
      .onConflictDoUpdate({ target: confirmationUses.confirmationId, set: { applicationId, at } })
      .run();
  }
}
