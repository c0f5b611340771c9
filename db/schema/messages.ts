import type { MessageSide } from "#app/domain/messages/message.ts";
import { applications } from "./applications.ts";
import { count, identifier, index, instant, primaryKey, sequence, table, words } from "./columns.ts";

/** 申請者と局の連絡。書いた後は変わらない。 */
export const messages = table(
  "messages",
  {
    /** 書かれた順。 */
    number: sequence("number"),
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    side: words("side").$type<MessageSide>().notNull(),
    authorId: identifier("author_id").notNull(),
    authorName: words("author_name").notNull(),
    /** 様式の区画と欄。申請の全体についてなら空文字。 */
    section: words("section").notNull(),
    field: words("field").notNull(),
    text: words("text").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("messages_application").on(t.applicationId, t.number)],
);

/** それぞれの側が、どこまで読んだか。 */
export const messageReads = table(
  "message_reads",
  {
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    side: words("side").$type<MessageSide>().notNull(),
    /** 読んだ最後の連絡の番号。 */
    readTo: count("read_to").notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.side] })],
);

/** まだ読んでいない連絡のある申請と、読んでいない側。連絡と同じ取引で入れ、読めば消す。 */
export const unreadThreads = table(
  "unread_threads",
  {
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    side: words("side").$type<MessageSide>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.side, t.applicationId] })],
);
