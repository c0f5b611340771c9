import type { Action } from "#app/domain/access/actions.ts";
import { flag, identifier, index, instant, json, primaryKey, table, uniqueIndex, words } from "./columns.ts";

/** 利用者。鍵は発行者と sub の組で、メールアドレスでは引かない。 */
export const accounts = table(
  "accounts",
  {
    id: identifier("id").primaryKey(),
    kind: words("kind").$type<"applicant" | "staff">().notNull(),
    issuer: words("issuer").notNull(),
    subject: words("subject").notNull(),
    displayName: words("display_name").notNull(),
    email: words("email"),
    /** GビズID のアカウント種別。職員は null。 */
    accountType: words("account_type").$type<"entry" | "prime" | "member">(),
    companyKey: identifier("company_key"),
    parentSubject: words("parent_subject"),
    /** 直近のログインで受け取った属性の写し。 */
    claims: json<Record<string, unknown>>("claims").notNull(),
    /** 使えるか。ログインでは変わらない。 */
    active: flag("active").notNull().default(true),
    /** このアカウントを引き継いだ利用者。引き継がれたら、再び使えるようにはできない。 */
    successorId: identifier("successor_id"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("accounts_issuer_subject").on(t.issuer, t.subject),
    index("accounts_company").on(t.companyKey),
  ],
);

/** 職員の役割。役割 × 局 × 省庁。 */
export const staffAssignments = table(
  "staff_assignments",
  {
    accountId: identifier("account_id")
      .notNull()
      .references(() => accounts.id),
    role: words("role").notNull(),
    /** 局に属さない役割（企画課、管理者など）は空文字。 */
    officeCode: identifier("office_code").notNull(),
    ministry: words("ministry").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.role, t.officeCode] }),
    index("staff_assignments_office").on(t.officeCode, t.role),
  ],
);

/** 事業者。鍵は法人番号、個人事業主は管理番号。 */
export const companies = table("companies", {
  key: identifier("key").primaryKey(),
  corporationType: words("corporation_type").$type<"corporation" | "soleProprietor">().notNull(),
  name: words("name").notNull(),
  representative: words("representative").notNull(),
  prefecture: words("prefecture").notNull(),
  address: words("address").notNull(),
  /** 値の出どころと取得日時。 */
  source: words("source").notNull(),
  sourcedAt: instant("sourced_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

/** セッション。クッキーの値そのものではなく、そのハッシュを鍵にする。 */
export const sessions = table(
  "sessions",
  {
    tokenHash: identifier("token_hash").primaryKey(),
    accountId: identifier("account_id")
      .notNull()
      .references(() => accounts.id),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    authenticatedAt: instant("authenticated_at").notNull(),
    idleUntil: instant("idle_until").notNull(),
    absoluteUntil: instant("absolute_until").notNull(),
    /** 端末のおおよその種類（例「Windows の Chrome」）。分からなければ空文字。 */
    device: words("device").notNull().default(""),
  },
  (t) => [index("sessions_account").on(t.accountId), index("sessions_absolute_until").on(t.absoluteUntil)],
);

/** ログインの往復の間だけ要る state・nonce・verifier。一度しか使えない。 */
export const loginAttempts = table(
  "login_attempts",
  {
    tokenHash: identifier("token_hash").primaryKey(),
    attempt: json<unknown>("attempt").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("login_attempts_expires").on(t.expiresAt)],
);

/** ログインし直す間だけ預かる、送られた欄。預けたブラウザ（と、分かれば利用者）だけが受け取れる。 */
export const keptForms = table(
  "kept_forms",
  {
    id: identifier("id").primaryKey(),
    /** 預けたブラウザのクッキーの値のハッシュ。 */
    browserHash: identifier("browser_hash").notNull(),
    /** 預けた人。ログインが切れていて分からなければ null。 */
    accountId: identifier("account_id"),
    kind: words("kind").$type<"applicant" | "staff">().notNull(),
    /** 送り先の道筋。 */
    path: words("path").notNull(),
    action: words("action").$type<Action>().notNull(),
    fields: json<readonly (readonly [string, string])[]>("fields").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("kept_forms_expires").on(t.expiresAt)],
);
