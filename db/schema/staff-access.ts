import { sql } from "drizzle-orm";
import type { AccessChangeKind } from "#app/domain/access/account-changes.ts";
import { identifier, index, instant, primaryKey, table, uniqueIndex, words } from "./columns.ts";

/** 府省のグループ名と役割の対応。ここに無い名前は、役割を付けない。 */
export const staffGroups = table(
  "staff_groups",
  {
    groupName: words("group_name").notNull(),
    role: words("role").notNull(),
    /** 局に属さない役割は空文字。 */
    officeCode: identifier("office_code").notNull(),
    /** 局の役割の省庁。局に属さない役割は空文字。 */
    ministry: words("ministry").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.groupName, t.role, t.officeCode] })],
);

/** 権限を変える求め。求めた人と別の管理者が決めるまで効かない。書き換えるのは決めたことだけ。 */
export const accessChanges = table(
  "access_changes",
  {
    id: identifier("id").primaryKey(),
    /** 対応を足す・除く、外した役割を戻す、アカウントを止める・再び使えるようにする・引き継ぐ。 */
    kind: words("kind").$type<AccessChangeKind>().notNull(),
    /** グループ名、又は変わる利用者番号。 */
    subject: words("subject").notNull(),
    role: words("role").notNull(),
    officeCode: identifier("office_code").notNull(),
    /** アカウントを引き継ぐ相手の利用者番号。ほかの求めでは null。 */
    target: identifier("target"),
    /** 引継ぎの前と後の会社の鍵。ほかの求めでは null。 */
    fromCompany: identifier("from_company"),
    toCompany: identifier("to_company"),
    reason: words("reason").notNull(),
    askedBy: identifier("asked_by").notNull(),
    askedByName: words("asked_by_name").notNull(),
    askedAt: instant("asked_at").notNull(),
    decidedBy: identifier("decided_by"),
    decidedByName: words("decided_by_name"),
    decidedAt: instant("decided_at"),
    outcome: words("outcome").$type<"confirmed" | "rejected">(),
  },
  (t) => [
    index("access_changes_asked").on(t.askedAt),
    index("access_changes_subject").on(t.subject),
    index("access_changes_from_company").on(t.fromCompany),
    // 一つのアカウントについて、決まっていない同じ求めは一つだけ。
    uniqueIndex("access_changes_open")
      .on(t.kind, t.subject)
      .where(sql`outcome is null and kind in ('stopAccount', 'resumeAccount', 'relinkAccount')`),
  ],
);

/** 職員から外した役割。グループに入っていても、戻すまで付かない。 */
export const withheldRoles = table(
  "withheld_roles",
  {
    accountId: identifier("account_id").notNull(),
    role: words("role").notNull(),
    officeCode: identifier("office_code").notNull(),
    reason: words("reason").notNull(),
    withheldByName: words("withheld_by_name").notNull(),
    withheldAt: instant("withheld_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.role, t.officeCode] })],
);

/** 職員の招き。初めてのログインで、そのメールアドレスの利用者に結び付き、後は使わない。 */
export const staffInvitations = table(
  "staff_invitations",
  {
    id: identifier("id").primaryKey(),
    /** 小文字にそろえたメールアドレス。 */
    email: words("email").notNull(),
    invitedByName: words("invited_by_name").notNull(),
    invitedAt: instant("invited_at").notNull(),
    /** 使った利用者。まだなら null。 */
    accountId: identifier("account_id"),
    usedAt: instant("used_at"),
  },
  (t) => [uniqueIndex("staff_invitations_email").on(t.email)],
);
