/** メール・監査・仕事の読み出し。 */
import { and, asc, desc, eq, inArray, lt, ne, sql } from "drizzle-orm";
import type { Connection, Database } from "../client.ts";
import { auditEntries, mailBounces, mails, outbox } from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";

export type MailRow = typeof mails.$inferSelect;
export type MailBounceRow = typeof mailBounces.$inferSelect;
export type OutboxRow = typeof outbox.$inferSelect;
export type AuditRow = typeof auditEntries.$inferSelect;

/** メールの一覧。新しい順。 */
export async function recentMails(database: Database, limit: number): Promise<readonly MailRow[]> {
  return database.reader
    .select()
    .from(mails)
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(limit)
    .all();
}

export async function findMail(database: Database, id: string): Promise<MailRow | undefined> {
  return database.reader.select().from(mails).where(eq(mails.id, id)).get();
}

export const mailByMessageId = ({ reader }: Database, messageId: string): MailRow | undefined =>
  reader.select().from(mails).where(eq(mails.messageId, messageId)).get();

const mailsBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(mails)
    .where(eq(mails.applicationId, sql.placeholder("applicationId")))
    .orderBy(asc(mails.createdAt))
    .prepare(),
);

/** 申請について送ったメール。古い順。 */
export async function mailsOf(database: Database, applicationId: string): Promise<readonly MailRow[]> {
  return mailsBy(database.reader).all({ applicationId });
}

const pendingBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(outbox)
    .where(and(eq(outbox.applicationId, sql.placeholder("applicationId")), ne(outbox.state, "done")))
    .orderBy(asc(outbox.id))
    .prepare(),
);

/** 申請についての、まだ送っていないメールの仕事。 */
export const pendingMailJobsOf = ({ reader }: Database, applicationId: string): readonly OutboxRow[] =>
  pendingBy(reader).all({ applicationId });

const bouncesBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(mailBounces)
    .where(eq(mailBounces.applicationId, sql.placeholder("applicationId")))
    .orderBy(asc(mailBounces.receivedAt))
    .prepare(),
);

/** 申請についての、届かずに戻ったメール。 */
export const bouncedMailsOf = ({ reader }: Database, applicationId: string): readonly MailBounceRow[] =>
  bouncesBy(reader).all({ applicationId });

export const bouncedMailOf = ({ reader }: Database, mailId: string): MailBounceRow | undefined =>
  reader.select().from(mailBounces).where(eq(mailBounces.mailId, mailId)).get();

/** その中で、届かずに戻ったメールの id。 */
export const bouncedAmong = ({ reader }: Database, mailIds: readonly string[]): ReadonlySet<string> =>
  new Set(
    reader
      .select({ mailId: mailBounces.mailId })
      .from(mailBounces)
      .where(inArray(mailBounces.mailId, [...mailIds]))
      .all()
      .map(({ mailId }) => mailId),
  );

/** まだ送っていないメールの仕事。新しい順。 */
export const pendingMailJobs = ({ reader }: Database, limit: number): readonly OutboxRow[] =>
  reader
    .select()
    .from(outbox)
    .where(and(inArray(outbox.state, ["waiting", "dead"]), inArray(outbox.topic, ["mail", "bulkMail"])))
    .orderBy(desc(outbox.id))
    .limit(limit)
    .all();

export const jobById = ({ reader }: Database, id: number): OutboxRow | undefined =>
  reader.select().from(outbox).where(eq(outbox.id, id)).get();

/** 仕事の一覧。新しい順。state を渡せばその状態だけ。 */
export async function recentJobs(
  database: Database,
  limit: number,
  state?: OutboxRow["state"],
): Promise<readonly OutboxRow[]> {
  return database.reader
    .select()
    .from(outbox)
    .where(state === undefined ? undefined : eq(outbox.state, state))
    .orderBy(desc(outbox.id))
    .limit(limit)
    .all();
}

const jobBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(outbox)
    .where(and(eq(outbox.topic, sql.placeholder("topic")), eq(outbox.key, sql.placeholder("key"))))
    .prepare(),
);

/** その鍵の仕事。 */
export async function jobOf(database: Database, topic: string, key: string): Promise<OutboxRow | undefined> {
  return jobBy(database.reader).get({ topic, key });
}

/** 監査の記録。新しい順に、before より前の行。 */
export async function auditPage(
  database: Database,
  limit: number,
  before?: number,
): Promise<readonly AuditRow[]> {
  return database.reader
    .select()
    .from(auditEntries)
    .where(and(before === undefined ? undefined : lt(auditEntries.sequence, before)))
    .orderBy(desc(auditEntries.sequence))
    .limit(limit)
    .all();
}
