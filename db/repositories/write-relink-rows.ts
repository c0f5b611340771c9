/** アカウントの引継ぎ。古いアカウントを閉じ、会社の鍵が変わるなら、会社の物をみな新しい鍵に移す。凍結した写しは変えない。 */
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import { currentCompanyTables } from "../company-tables.ts";
import { accounts, applications, noticeChoices, planRequests, sessions } from "../schema/index.ts";
import type { PlannedRows, WritePlan } from "../write-plan.ts";
import { keepListing } from "./keep-listings.ts";
import { keepShared } from "./keep-sharing.ts";
import { StaleVersion } from "./stale-version.ts";

/** 求めた後に、どちらかのアカウントが閉じたか会社を移っていたら断る。 */
export function writeRelinkRows(
  tx: Transaction,
  { at }: Pick<WritePlan<unknown>, "at">,
  rows: PlannedRows<unknown>,
): void {
  for (const { changeId, accountId, successorId, fromCompany, toCompany } of rows.relinks ?? []) {
    const successor = tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(
        and(
          eq(accounts.id, successorId),
          eq(accounts.active, true),
          isNull(accounts.successorId),
          eq(accounts.companyKey, toCompany),
        ),
      )
      .get();
    const closed = tx
      .update(accounts)
      .set({ active: false, successorId, updatedAt: at })
      .where(
        and(eq(accounts.id, accountId), isNull(accounts.successorId), eq(accounts.companyKey, fromCompany)),
      )
      .run();
    if (successor === undefined || closed.changes !== 1) throw new StaleVersion("accessChange", changeId);
    tx.delete(sessions).where(eq(sessions.accountId, accountId)).run();
    if (fromCompany !== toCompany) moveCompany(tx, at, { accountId, fromCompany, toCompany });
  }
}

function moveCompany(
  tx: Transaction,
  at: string,
  {
    accountId,
    fromCompany,
    toCompany,
  }: { readonly accountId: string; readonly fromCompany: string; readonly toCompany: string },
): void {
  const moved = tx
    .select({ id: applications.id, status: applications.status })
    .from(applications)
    .where(eq(applications.companyKey, fromCompany))
    .all();
  for (const name of currentCompanyTables(tx).filter((one) => one !== "accounts"))
    tx.run(
      sql`update ${sql.identifier(name)} set company_key = ${toCompany} where company_key = ${fromCompany}`,
    );
  // 閉じたアカウントは、前の番号のまま残す。
  tx.update(accounts)
    .set({ companyKey: toCompany, updatedAt: at })
    .where(and(eq(accounts.companyKey, fromCompany), ne(accounts.id, accountId)))
    .run();
  tx.update(planRequests)
    .set({ successorKey: toCompany })
    .where(eq(planRequests.successorKey, fromCompany))
    .run();
  moveNoticeChoices(tx, fromCompany, toCompany);
  for (const { id, status } of moved) {
    // 検索の索引は会社の番号を含むので、提出のある申請では作り直す。
    if (status !== "draft") keepListing(tx, id, true);
    keepShared(tx, at, id);
  }
}

/** 新しい会社がもう選んでいれば、それに従う。 */
function moveNoticeChoices(tx: Transaction, fromCompany: string, toCompany: string): void {
  const of = (key: string) => and(eq(noticeChoices.subjectKind, "company"), eq(noticeChoices.subjectId, key));
  const chosen = tx.select({ id: noticeChoices.subjectId }).from(noticeChoices).where(of(toCompany)).get();
  if (chosen === undefined)
    tx.update(noticeChoices).set({ subjectId: toCompany }).where(of(fromCompany)).run();
  else tx.delete(noticeChoices).where(of(fromCompany)).run();
}
