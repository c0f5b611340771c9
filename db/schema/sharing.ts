import type { SharingScope } from "#app/domain/sharing/scopes.ts";
import { accounts } from "./accounts.ts";
import { applications } from "./applications.ts";
import {
  count,
  flag,
  identifier,
  index,
  instant,
  json,
  primaryKey,
  table,
  uniqueIndex,
  words,
} from "./columns.ts";

/** 連携先へ渡すことへの、申請者の意思。追記だけで、最後の行が今の意思。 */
export const sharingConsents = table(
  "sharing_consents",
  {
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    sequence: count("sequence").notNull(),
    given: flag("given").notNull(),
    /** 示した説明の版。 */
    policyVersion: words("policy_version").notNull(),
    createdBy: identifier("created_by").notNull(),
    createdByName: words("created_by_name").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.sequence] })],
);

/** 連携先に見える計画。変わるたびに番号が進み、取りやめた計画は印だけが残る。 */
export const sharedPlans = table(
  "shared_plans",
  {
    applicationId: identifier("application_id")
      .primaryKey()
      .references(() => applications.id),
    /** 変わった順の番号。 */
    change: count("change").notNull(),
    withdrawn: flag("withdrawn").notNull(),
    companyKey: identifier("company_key").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("shared_plans_change").on(t.change),
    index("shared_plans_company").on(t.companyKey, t.change),
    index("shared_plans_updated").on(t.updatedAt),
  ],
);

/** 連携先。合言葉はハッシュだけを置く。 */
export const apiClients = table("api_clients", {
  id: identifier("id").primaryKey(),
  name: words("name").notNull(),
  secretHash: words("secret_hash").notNull(),
  scopes: json<readonly SharingScope[]>("scopes").notNull(),
  /** 変わったことを知らせる先。無ければ空文字。 */
  webhookUrl: words("webhook_url").notNull(),
  /** 知らせに付ける署名の鍵。 */
  webhookSecret: words("webhook_secret").notNull(),
  /** 届いた最後の変化の番号。 */
  delivered: count("delivered").notNull(),
  createdBy: identifier("created_by")
    .notNull()
    .references(() => accounts.id),
  createdByName: words("created_by_name").notNull(),
  createdAt: instant("created_at").notNull(),
  /** 二人目の管理者が確かめた時。まだなら使えない。 */
  confirmedByName: words("confirmed_by_name"),
  confirmedAt: instant("confirmed_at"),
  disabledAt: instant("disabled_at"),
});

/** 連携先に渡した、短い間だけ使える札。 */
export const apiTokens = table(
  "api_tokens",
  {
    tokenHash: identifier("token_hash").primaryKey(),
    clientId: identifier("client_id")
      .notNull()
      .references(() => apiClients.id),
    scopes: json<readonly SharingScope[]>("scopes").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("api_tokens_expires").on(t.expiresAt)],
);
