import { applications } from "./applications.ts";
import { identifier, instant, table, words } from "./columns.ts";

/** 申請をいま審査している職員。案内のためだけの短い占有で、命令を止めるものではない。 */
export const reviewLeases = table("review_leases", {
  applicationId: identifier("application_id")
    .primaryKey()
    .references(() => applications.id),
  accountId: identifier("account_id").notNull(),
  holderName: words("holder_name").notNull(),
  /** どの画面（タブ）か。 */
  tabId: words("tab_id").notNull(),
  takenAt: instant("taken_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  /** 引き継がれた前の人。引き継ぎでなければ空文字。 */
  takenFrom: identifier("taken_from").notNull(),
});
