/** 規則集の編集: 版を写す、表を開く、行を直す。 */
import type { Locator } from "playwright-core";
import type { Shown, Visitor } from "../visitor.ts";

/** 公布した版を写して、編集中の版を作る。 @returns 版の道筋（`/admin/rulebook/…`） */
export async function cloneEdition(visitor: Visitor, label: string): Promise<string> {
  const { page } = visitor;
  await visitor.open("/admin/rulebook");
  await visitor.moving(() =>
    page
      .getByRole("link", { name: /^写して新しい版を作る/u })
      .first()
      .click(),
  );
  await page.getByLabel("新しい版の名前", { exact: true }).fill(label);
  await page.getByLabel("予定の施行日", { exact: true }).fill("令和9年4月1日");
  await page.getByLabel("理由", { exact: true }).fill("指針の改正のため");
  await visitor.press("写しを作る");
  return new URL(page.url()).pathname;
}

/** 表の行。見出しの言葉で探す。 */
export const rowOf = ({ page }: Visitor, heading: string): Locator =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader").filter({ hasText: heading }) });

/** 行を広げる。 */
export const openRow = (visitor: Visitor, heading: string): Promise<Shown> =>
  visitor.moving(() => rowOf(visitor, heading).getByRole("rowheader").getByRole("link").first().click());

/** 表の行の呼び名を、見えている順に。 */
export const headingsShown = ({ page }: Visitor): Promise<readonly string[]> =>
  page.locator("tbody [role=rowheader] a").allInnerTexts();

/** 公布待ちにする。 */
export async function submitEdition(visitor: Visitor, edition: string): Promise<Shown> {
  await visitor.open(`${edition}/status/submit`);
  await visitor.page.getByLabel("理由", { exact: true }).fill("編集が済んだため");
  return visitor.press("公布待ちにする");
}

/** 施行日を付けて公布を試みる。 */
export async function publishEdition(visitor: Visitor, edition: string, on: string): Promise<Shown> {
  await visitor.open(`${edition}/publish`);
  await visitor.page.getByLabel("施行日", { exact: true }).fill(on);
  await visitor.page.getByLabel("理由", { exact: true }).fill("告示第1号のため");
  return visitor.press("公布する");
}
