/** 職員の権限と、利用者が使えるかどうかの、計画された行。 */
import type { accessChanges, staffGroups, staffInvitations, withheldRoles } from "./schema/index.ts";

export type PlannedAccessRows = {
  /** 使えるかどうかを変える利用者。使えなくなれば、ログインもみな終わる。 */
  readonly accountStates?: readonly {
    readonly id: string;
    readonly active: boolean;
  }[];
  /** 古いアカウントを閉じて新しいアカウントに引き継ぐ。会社の鍵が違えば、会社の物も移る。 */
  readonly relinks?: readonly {
    readonly changeId: string;
    readonly accountId: string;
    readonly successorId: string;
    readonly fromCompany: string;
    readonly toCompany: string;
  }[];
  /** 権限の変更の求めと、その決定。もう決まっていたら断る。 */
  readonly accessChanges?: readonly (typeof accessChanges.$inferInsert)[];
  readonly accessDecisions?: readonly {
    readonly id: string;
    readonly outcome: "confirmed" | "rejected";
  }[];
  /** グループ名と役割の対応。 */
  readonly staffGroups?: readonly (typeof staffGroups.$inferInsert)[];
  readonly removedStaffGroups?: readonly Pick<
    typeof staffGroups.$inferSelect,
    "groupName" | "role" | "officeCode"
  >[];
  /** 職員から外した役割と、戻す役割。 */
  readonly withheldRoles?: readonly (typeof withheldRoles.$inferInsert)[];
  readonly restoredRoles?: readonly Pick<
    typeof withheldRoles.$inferSelect,
    "accountId" | "role" | "officeCode"
  >[];
  /** 職員の招きと、使われた招き。 */
  readonly invitations?: readonly (typeof staffInvitations.$inferInsert)[];
  readonly usedInvitations?: readonly { readonly id: string; readonly accountId: string }[];
};
