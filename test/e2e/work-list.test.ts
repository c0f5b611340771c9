/** 審査の一覧: 条件は URL に載り、見方として保存でき、キーでも JavaScript なしでも電話でも使え、書き出せる。 */
import { describe, expect, it } from "vitest";
import { loadPlans } from "../../scripts/demonstration/generated/load-plans.ts";
import { openHouse } from "./support/house.ts";
import type { Visitor } from "./support/visitor.ts";

const house = openHouse(async (services) => {
  const loaded = await loadPlans(services, { plans: 700, seed: 2 });
  expect(loaded.ok).toBe(true);
});

const receiptNumbers = (visitor: Visitor): Promise<readonly string[]> =>
  visitor.page.locator("a[data-list-row]").allTextContents();

/** 一覧の全部の件数。 */
async function totalShown(visitor: Visitor): Promise<number> {
  const shown = /([\d,]+)件のうち/u.exec(await visitor.text());
  return Number(shown?.[1]?.replaceAll(",", "") ?? "0");
}

describe("条件の URL", () => {
  it("検索と状態の条件を URL で渡すと、別の人にも同じ一覧が開く", async () => {
    const [one, another] = [await house.arrive("kantoReviewer"), await house.arrive("kantoReviewer", { javaScript: false })]; // prettier-ignore
    const path = `/review?${new URLSearchParams({ q: "導入", status: "certified", sort: "company" }).toString()}`;
    expect(await one.open(path)).toMatchObject({ status: 200 });
    await another.open(path);
    const numbers = await receiptNumbers(one);
    expect(numbers.length).toBeGreaterThan(0);
    expect(await receiptNumbers(another)).toEqual(numbers);
    expect(await totalShown(one)).toBe(await totalShown(another));
    await one.leave();
    await another.leave();
  });

  it("読めない条件は使わず、使わなかったと知らせる", async () => {
    const visitor = await house.arrive("kantoReviewer");
    await visitor.open("/review?status=xyz&filedFrom=2026-02-30");
    expect(await visitor.text()).toContain("使っていません：状態、申請日（から）");
    await visitor.leave();
  });

  it("50 件を超える一覧は、次のページへ、抜けも重なりもなく送れる", async () => {
    const visitor = await house.arrive("kantoReviewer", { javaScript: false });
    await visitor.open("/review?sort=company&view=none");
    const total = await totalShown(visitor);
    const seen = [...(await receiptNumbers(visitor))];
    while (seen.length < total) {
      await visitor.follow("次の50件");
      seen.push(...(await receiptNumbers(visitor)));
    }
    expect(total).toBeGreaterThan(50);
    expect(new Set(seen).size).toBe(total);
    await visitor.leave();
  });
});

describe("使い方", () => {
  it.each([true, false])(
    "JavaScript %s でも、欄から検索し、見方として保存し、初めに開き、消せる",
    async (javaScript) => {
      const visitor = await house.arrive("kantoReviewer", { javaScript });
      await visitor.open("/review?view=none");
      await visitor.page.getByLabel("検索（事業者名、番号、計画の文章）").fill("導入");
      await visitor.press("調べる");
      const numbers = await receiptNumbers(visitor);
      await visitor.page.getByText("いまの条件を見方として保存する").click();
      await visitor.page.getByLabel("見方の名前").fill("導入の計画");
      await visitor.page.getByLabel("審査の一覧を開いたとき、初めにこの見方を開く").check();
      await visitor.press("保存する");
      expect(await visitor.text()).toContain("初めに開く");
      await visitor.open("/review");
      expect(new URL(visitor.page.url()).searchParams.get("q")).toBe("導入");
      expect(await receiptNumbers(visitor)).toEqual(numbers);
      await visitor.press("この見方を消す");
      expect(await visitor.text()).not.toContain("導入の計画");
      await visitor.leave();
    },
  );

  it("j と k で行を移り、x で選び、Enter で開ける", async () => {
    const visitor = await house.arrive("kantoReviewer");
    await visitor.open("/review?view=none");
    await visitor.page.waitForFunction(() => document.documentElement.dataset["listKeys"] === "ready");
    const [first, second] = await receiptNumbers(visitor);
    const focused = () => visitor.page.evaluate(() => document.activeElement?.textContent);
    await visitor.page.keyboard.press("j");
    expect(await focused()).toBe(first);
    await visitor.page.keyboard.press("j");
    expect(await focused()).toBe(second);
    await visitor.page.keyboard.press("k");
    await visitor.page.keyboard.press("x");
    expect(await visitor.page.locator('input[name="pick"]:checked').count()).toBe(1);
    await visitor.moving(() => visitor.page.keyboard.press("Enter"));
    expect(await visitor.text()).toContain(first ?? "");
    expect(visitor.page.url()).toContain("/review/applications/");
    await visitor.leave();
  });

  it("選んだ申請をまとめて受理し、受理できない申請は理由が示される", async () => {
    const visitor = await house.arrive("kantoReviewer", { javaScript: false });
    await visitor.open("/review?status=submitted&view=none");
    const waiting = (await receiptNumbers(visitor)).length;
    expect(waiting).toBeGreaterThan(0);
    await visitor.open("/review?status=submitted&status=certified&view=none");
    const boxes = visitor.page.locator('input[name="pick"]');
    const picked = Math.min(await boxes.count(), 50);
    for (let index = 0; index < picked; index += 1) await boxes.nth(index).check();
    await visitor.press("まとめて受理する");
    const accepting = /(\d+)件を受理する/u.exec(await visitor.text())?.[1] ?? "0";
    expect(Number(accepting)).toBeGreaterThan(0);
    await visitor.press(`${accepting}件を受理する`);
    expect(await visitor.text()).toContain(`${accepting}件が終わりました`);
    await visitor.open("/review?status=submitted&view=none");
    expect((await receiptNumbers(visitor)).length).toBe(waiting - Number(accepting));
    await visitor.leave();
  });

  it("電話の幅でも、一覧と条件の欄がはみ出さない", async () => {
    const visitor = await house.arrive("kantoReviewer", { viewport: { width: 390, height: 844 } });
    const { status } = await visitor.open("/review?group=status&view=none");
    expect(status).toBe(200);
    await visitor.follow("条件、並べ替え、列を選ぶ");
    expect(await visitor.page.getByRole("combobox", { name: "都道府県" }).count()).toBe(1);
    await visitor.look();
    await visitor.leave();
  });
});

it("画面の一覧と同じ行数の CSV を書き出せる", async () => {
  const visitor = await house.arrive("kantoReviewer");
  await visitor.open("/review?status=certified&view=none");
  const total = await totalShown(visitor);
  const [download] = await Promise.all([
    visitor.page.waitForEvent("download"),
    visitor.page.getByRole("link", { name: "CSV に書き出す" }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString("utf8");
  expect(text.startsWith("\u{FEFF}受付番号,")).toBe(true);
  expect(text.trimEnd().split("\r\n")).toHaveLength(total + 1);
  await visitor.leave();
});
