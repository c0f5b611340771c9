import { count, identifier, index, instant, json, sequence, table, uniqueIndex, words } from "./columns.ts";

/** 取引の後に行う仕事。 */
export const outbox = table(
  "outbox",
  {
    id: sequence("id"),
    topic: words("topic").notNull(),
    /** 同じ効果を二度入れないための鍵。 */
    key: identifier("key").notNull(),
    payload: json<Record<string, unknown>>("payload").notNull(),
    state: words("state").$type<"waiting" | "done" | "dead">().notNull(),
    attempts: count("attempts").notNull(),
    availableAt: instant("available_at").notNull(),
    leaseUntil: instant("lease_until"),
    lastError: words("last_error"),
    createdAt: instant("created_at").notNull(),
    doneAt: instant("done_at"),
  },
  (t) => [uniqueIndex("outbox_topic_key").on(t.topic, t.key), index("outbox_due").on(t.state, t.availableAt)],
);

/** ログインの要らない窓口の、送り元ごとの回数。期間が変われば 1 から数え直す。 */
export const requestBuckets = table("request_buckets", {
  /** 窓口の名前と、送り元のまとまりのハッシュ。 */
  key: identifier("key").primaryKey(),
  windowStart: instant("window_start").notNull(),
  used: count("used").notNull(),
});

/** 送った、又は送れずに残したメール。 */
export const mails = table(
  "mails",
  {
    id: identifier("id").primaryKey(),
    applicationId: identifier("application_id"),
    template: words("template").notNull(),
    toName: words("to_name").notNull(),
    toAddress: words("to_address").notNull(),
    subject: words("subject").notNull(),
    body: words("body").notNull(),
    messageId: words("message_id").notNull(),
    /** sent: SMTP が受け取った。kept: SMTP が無く .eml に残した。 */
    state: words("state").$type<"sent" | "kept">().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("mails_application").on(t.applicationId), index("mails_created").on(t.createdAt)],
);

/** 監査の記録。前の行のハッシュを含み、変更も削除もできない。 */
export const auditEntries = table(
  "audit_entries",
  {
    sequence: sequence("sequence"),
    at: instant("at").notNull(),
    actorId: identifier("actor_id").notNull(),
    actorName: words("actor_name").notNull(),
    /** その時の役割と局。 */
    actorRole: words("actor_role").notNull(),
    action: words("action").notNull(),
    subjectKind: words("subject_kind").notNull(),
    subjectId: identifier("subject_id").notNull(),
    details: json<Record<string, unknown>>("details").notNull(),
    requestId: identifier("request_id").notNull(),
    previousHash: words("previous_hash").notNull(),
    hash: words("hash").notNull(),
  },
  (t) => [index("audit_entries_subject").on(t.subjectKind, t.subjectId)],
);
