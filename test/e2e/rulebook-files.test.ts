/** 規則集のファイル: 取り出し、表計算や文字の道具で直し、編集中の版に取り込む。 */
import { readFile } from "node:fs/promises";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openHouse } from "./support/house.ts";
import { cloneEdition } from "./support/steps/rulebook.ts";
import type { Visitor, VisitorOptions } from "./support/visitor.ts";

const house = openHouse();

/** リンクを押して、取り出したファイルの中身。 */
async function downloaded({ page }: Visitor, link: string): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link, exact: true }).click(),
  ]);
  return readFile(await download.path());
}

async function importFiles(visitor: Visitor, files: Readonly<Record<string, Uint8Array>>) {
  const { page } = visitor;
  await page.getByLabel("取り込むファイル", { exact: true }).setInputFiles(
    Object.entries(files).map(([name, bytes]) => ({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(bytes),
    })),
  );
  await page.getByLabel("理由", { exact: true }).fill("省庁から届いた一式のため");
  return visitor.press("取り込む");
}

const ways: readonly (readonly [string, VisitorOptions])[] = [
  ["机の画面で", {}],
  ["JavaScript のない電話の幅で", { javaScript: false, viewport: { width: 390, height: 844 } }],
];

describe.each(ways)("%s", (_way, options) => {
  it("一式を zip で取り出し、表を直して取り込むと、変わった行の数と差分が出る", async () => {
    const editor = await house.arrive("administrator", options);
    const edition = await cloneEdition(editor, "ファイルで直す版");
    await editor.open(`${edition}/files`);
    const files = unzipSync(await downloaded(editor, "一式を zip で取り出す"));
    const offices = strFromU8(files["offices.csv"] ?? new Uint8Array());
    const renamed = offices.replaceAll("東北経済産業局", "新東北経済産業局");
    const zip = zipSync({ ...files, "offices.csv": strToU8(renamed) });
    expect(await importFiles(editor, { "直した一式.zip": zip })).toMatchObject({ status: 200 });
    expect(await editor.text()).toMatch(/局：追加0行、削除0行、変更1行/u);
    await editor.follow("この版の差分を見る");
    expect(await editor.text()).toContain("新東北経済産業局");
    await editor.leave();
  });

  it("やり取りする表を XLSX で取り出し、表計算のソフトで直して取り込める。数式のあるブックはセルを示して断る", async () => {
    const editor = await house.arrive("administrator", options);
    const edition = await cloneEdition(editor, "ブックで直す版");
    await editor.open(`${edition}/files`);
    const parts = unzipSync(await downloaded(editor, "やり取りする表を XLSX で取り出す"));
    const offices = Object.entries(parts).find(([, body]) => strFromU8(body).includes("東北経済産業局"));
    const [path = "", body = new Uint8Array()] = offices ?? [];
    const sheet = strFromU8(body);
    const formula = sheet.replace(
      /<row>(?=<c[^>]*><is><t[^>]*>meti-tohoku)/u,
      "<row><c><f>1+1</f><v>2</v></c>",
    );
    const broken = zipSync({ ...parts, [path]: strToU8(formula) });
    expect(await importFiles(editor, { "届いた.xlsx": broken })).toMatchObject({ status: 422 });
    const row = editor.page.getByRole("row").filter({ hasText: "数式は使えません" });
    for (const part of ["届いた.xlsx「局」", /A\d+/u]) expect(await row.innerText()).toMatch(part);
    const renamed = strToU8(sheet.replaceAll("東北経済産業局", "新東北経済産業局"));
    const book = zipSync({ ...parts, [path]: renamed });
    expect(await importFiles(editor, { "直した.xlsx": book })).toMatchObject({ status: 200 });
    await editor.follow("この版の差分を見る");
    expect(await editor.text()).toContain("新東北経済産業局");
    await editor.leave();
  });

  it("直す所のあるファイルは、行と欄と理由を示して断り、何も変えない", async () => {
    const editor = await house.arrive("administrator", options);
    const edition = await cloneEdition(editor, "断られる版");
    await editor.open(`${edition}/files`);
    const files = unzipSync(await downloaded(editor, "一式を zip で取り出す"));
    const csv = (files["routing-rules.csv"] ?? new Uint8Array()).slice();
    const broken = strFromU8(csv).replace(",maff,agriculture,", ",maff,no-such,");
    expect(await importFiles(editor, { "routing-rules.csv": strToU8(broken) })).toMatchObject({
      status: 422,
    });
    const row = editor.page.getByRole("row").filter({ hasText: "no-such" });
    for (const part of ["routing-rules.csv", "2行目", "指針"]) expect(await row.innerText()).toContain(part);
    expect(await editor.page.getByLabel("理由", { exact: true }).inputValue()).toBe(
      "省庁から届いた一式のため",
    );
    await editor.open(`${edition}/diff`);
    expect(await editor.text()).toContain("違いはありません");
    await editor.leave();
  });
});

it("公布した版は取り出せるが、取り込めない", async () => {
  const editor = await house.arrive("administrator");
  await editor.open("/admin/rulebook");
  const clone = editor.page.getByRole("link", { name: /^写して新しい版を作る/u }).first();
  const published = (await clone.getAttribute("href"))?.replace(/\/clone$/u, "") ?? "";
  await editor.open(`${published}/files`);
  expect(Object.keys(unzipSync(await downloaded(editor, "一式を zip で取り出す")))).toContain("edition.json");
  expect(await editor.page.getByRole("button", { name: "取り込む", exact: true }).count()).toBe(0);
  await editor.leave();
});
