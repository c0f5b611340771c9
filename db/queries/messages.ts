/** 申請者と局の連絡の読み出し。 */
import { and, asc, count, eq, gt, sql } from "drizzle-orm";
import { type MessageSide, otherSide } from "#app/domain/messages/message.ts";
import type { Database } from "../client.ts";
import { messageReads, messages } from "../schema/index.ts";

export type MessageRow = typeof messages.$inferSelect;

/** 申請の連絡。古い順。 */
export const messagesOf = ({ reader }: Database, applicationId: string): readonly MessageRow[] =>
  reader
    .select()
    .from(messages)
    .where(eq(messages.applicationId, applicationId))
    .orderBy(asc(messages.number))
    .all();

/** その側がまだ読んでいない、相手の連絡の数。 */
export function unreadMessages({ reader }: Database, applicationId: string, side: MessageSide): number {
  const readTo = reader
    .select({ readTo: messageReads.readTo })
    .from(messageReads)
    .where(and(eq(messageReads.applicationId, applicationId), eq(messageReads.side, side)));
  return (
    reader
      .select({ unread: count() })
      .from(messages)
      .where(
        and(
          eq(messages.applicationId, applicationId),
          eq(messages.side, otherSide(side)),
          gt(messages.number, sql`coalesce(${readTo}, 0)`),
        ),
      )
      .get()?.unread ?? 0
  );
}
