/** 申請者と局の連絡の読み出し。 */
import { and, asc, count, eq, gt, sql } from "drizzle-orm";
import { type MessageSide, otherSide } from "#app/domain/messages/message.ts";
import type { Connection, Database } from "../client.ts";
import { messageReads, messages } from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";

export type MessageRow = typeof messages.$inferSelect;

const ofApplication = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(messages)
    .where(eq(messages.applicationId, sql.placeholder("applicationId")))
    .orderBy(asc(messages.number))
    .prepare(),
);

/** 申請の連絡。古い順。 */
export const messagesOf = ({ reader }: Database, applicationId: string): readonly MessageRow[] =>
  ofApplication(reader).all({ applicationId });

const unreadOf = preparedOnce((reader: Connection) => {
  const readTo = reader
    .select({ readTo: messageReads.readTo })
    .from(messageReads)
    .where(
      and(
        eq(messageReads.applicationId, sql.placeholder("applicationId")),
        eq(messageReads.side, sql.placeholder("side")),
      ),
    );
  return reader
    .select({ unread: count() })
    .from(messages)
    .where(
      and(
        eq(messages.applicationId, sql.placeholder("applicationId")),
        eq(messages.side, sql.placeholder("other")),
        gt(messages.number, sql`coalesce(${readTo}, 0)`),
      ),
    )
    .prepare();
});

/** その側がまだ読んでいない、相手の連絡の数。 */
export const unreadMessages = ({ reader }: Database, applicationId: string, side: MessageSide): number =>
  unreadOf(reader).get({ applicationId, side, other: otherSide(side) })?.unread ?? 0;
