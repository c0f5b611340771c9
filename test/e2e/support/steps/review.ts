/** 行政の側の歩み: 一覧を開き、受理し、差し戻し、起案し、認定する。 */
import { expect } from "vitest";
import type { Visitor } from "../visitor.ts";

/** 審査の一覧を開く。 */
export async function openWorkList(visitor: Visitor): Promise<string> {
  await visitor.open("/review");
  expect(await visitor.title()).toBe("審査の一覧");
  return visitor.text();
}

/**
 * 一覧から、その受付番号の申請を開く。
 * @returns 記録の道筋
 */
export async function openRecord(visitor: Visitor, receiptNumber: string): Promise<string> {
  await openWorkList(visitor);
  const { path } = await visitor.follow(receiptNumber);
  return path;
}

/** 受理する。受理日は今日のまま。 */
export async function accept(visitor: Visitor): Promise<void> {
  await visitor.follow("受理する");
  await visitor.press("受理する");
  expect(await visitor.text()).toContain("受理しました");
}

/** 一つの欄に指摘を付けて差し戻す。 */
export async function returnForCorrection(
  visitor: Visitor,
  { section, field, comment }: { readonly section: string; readonly field: string; readonly comment: string },
): Promise<void> {
  await visitor.follow("差し戻す");
  const first = visitor.page.getByRole("group", { name: "指摘1", exact: true });
  await first.getByLabel("欄").selectOption(`${section}/${field}`);
  await first.getByRole("radio", { name: "不足" }).check();
  await first.getByLabel("内容").fill(comment);
  await visitor.press("差し戻す");
  expect(await visitor.text()).toContain("申請者に差し戻しました");
}

/** 担当になって審査を始める。 */
export async function startReview(visitor: Visitor): Promise<void> {
  await visitor.press("審査を始める");
  expect(await visitor.text()).toContain("審査を始めました");
}

/** 認定の案を決裁者に出す。 */
export async function propose(visitor: Visitor): Promise<void> {
  await visitor.follow("起案する");
  await visitor.page.getByRole("radio", { name: "認定", exact: true }).check();
  await visitor.press("起案する");
  expect(await visitor.text()).toContain("起案しました");
}

/** 出される通知書を確かめて、認定する。 */
export async function certify(visitor: Visitor): Promise<void> {
  await visitor.follow("認定する");
  expect(await visitor.text()).toContain("出される認定通知書");
  await visitor.press("認定する");
  expect(await visitor.text()).toContain("認定しました");
}
