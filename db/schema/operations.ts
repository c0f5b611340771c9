import type { JobLane } from "../job-lane.ts";
import {
  count,
  flag,
  identifier,
  index,
  instant,
  json,
  primaryKey,
  sequence,
  table,
  uniqueIndex,
  words,
} from "./columns.ts";

/** 取引の後に行う仕事。 */
export const outbox = table(
  "outbox",
  {
    id: sequence("id"),
    topic: words("topic").notNull(),
    /** 同じ効果を二度入れないための鍵。 */
    key: identifier("key").notNull(),
    payload: json<Record<string, unknown>>("payload").notNull(),
    /** 並ぶ列（job-lane.ts）。 */
    lane: words("lane").$type<JobLane>().notNull().default("single"),
    /** どの申請のための仕事か。申請によらない仕事と、記録に出さない仕事は null。 */
    applicationId: identifier("application_id"),
    /** dead: やり直しを使い切った。skipped: 操作者が、理由を書いて行わないと決めた。 */
    state: words("state").$type<"waiting" | "done" | "dead" | "skipped">().notNull(),
    attempts: count("attempts").notNull(),
    availableAt: instant("available_at").notNull(),
    leaseUntil: instant("lease_until"),
    lastError: words("last_error"),
    createdAt: instant("created_at").notNull(),
    doneAt: instant("done_at"),
  },
  (t) => [
    uniqueIndex("outbox_topic_key").on(t.topic, t.key),
    index("outbox_due").on(t.lane, t.state, t.availableAt),
    index("outbox_state").on(t.state),
    index("outbox_application").on(t.applicationId),
  ],
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
    /** 申請によらないメール（日のまとめなど）は null。 */
    applicationId: identifier("application_id"),
    /** 誰に宛てたか。 */
    side: words("side").$type<"applicant" | "office">().notNull().default("applicant"),
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
  (t) => [
    index("mails_application").on(t.applicationId),
    index("mails_created").on(t.createdAt),
    index("mails_message_id").on(t.messageId),
  ],
);

/** 届かずに戻ったメール。一通に一行で、同じ知らせが二度来ても最初の行のまま。 */
export const mailBounces = table(
  "mail_bounces",
  {
    mailId: identifier("mail_id")
      .primaryKey()
      .references(() => mails.id),
    /** 申請によらないメールは空文字。 */
    applicationId: identifier("application_id").notNull(),
    side: words("side").$type<"applicant" | "office">().notNull(),
    toAddress: words("to_address").notNull(),
    /** 受け手の答え（RFC 3463 の状態番号と文）。 */
    reason: words("reason").notNull(),
    receivedAt: instant("received_at").notNull(),
    /** 局が確かめて手当てした人と時。まだなら null。 */
    confirmedByName: words("confirmed_by_name"),
    confirmedAt: instant("confirmed_at"),
  },
  (t) => [
    index("mail_bounces_application").on(t.applicationId),
    index("mail_bounces_open").on(t.confirmedAt),
  ],
);

/** 知らせの受け方。職員は一人ずつ、申請者は会社ごと。行が無ければ既定のまま。 */
export const noticeChoices = table(
  "notice_choices",
  {
    /** staff なら利用者の id、company なら会社の鍵。 */
    subjectKind: words("subject_kind").$type<"staff" | "company">().notNull(),
    subjectId: identifier("subject_id").notNull(),
    choices: json<Readonly<Record<string, string>>>("choices").notNull(),
    /** 一日のまとめで受ける知らせがあるか。 */
    daily: flag("daily").notNull(),
    /** 比較交換の版。 */
    version: count("version").notNull(),
    updatedByName: words("updated_by_name").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.subjectKind, t.subjectId] }),
    index("notice_choices_daily").on(t.subjectKind, t.daily),
  ],
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
