/** 操作者の歩み: 残してあるメールを読む。 */
import { expect } from "vitest";
import type { Visitor } from "../visitor.ts";

/** メールの一覧を開く。 */
async function openMails(visitor: Visitor): Promise<string> {
  await visitor.open("/admin/mails");
  expect(await visitor.title()).toBe("メール");
  return visitor.text();
}

/** 一覧から一通を開いて読む。 */
export async function readMail(visitor: Visitor, subject: string): Promise<string> {
  await openMails(visitor);
  await visitor.moving(() => visitor.page.getByRole("link", { name: subject }).first().click());
  return visitor.text();
}
