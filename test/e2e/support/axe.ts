/** 画面の使いやすさの検査（axe-core）。画面の CSP はそのままにして、ブラウザーの側から評価する。 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** 調べて違反の無かった作りの画面。同じ作りの画面を二度調べない。 */
const alreadyClean = new Set<string>();

/** 画面の作りの指紋。要素と属性を見て、文字はあるか無いかだけを見る。 */
async function structureOf(page: Page): Promise<string> {
  const outline = await page.evaluate(() => {
    const changing = new Set(["id", "href", "action", "value", "nonce", "for", "name"]);
    const hidden = (name: string) =>
      changing.has(name) || /^aria-(describedby|labelledby|controls)$/u.test(name);
    const outlineOf = (element: Element): string =>
      [
        element.tagName,
        ...[...element.attributes].map(({ name, value }) =>
          hidden(name) ? `${name}${value === "" ? "=" : "=…"}` : `${name}=${value}`,
        ),
        ...[...element.childNodes].map((child) =>
          child instanceof Element ? `(${outlineOf(child)})` : child.textContent?.trim() === "" ? "" : "…",
        ),
      ].join(" ");
    return `${window.innerWidth} ${outlineOf(document.documentElement)}`;
  });
  return createHash("sha256").update(outline).digest("hex");
}

/**
 * @param page 調べる画面
 * @param inspector 検査の script を動かす画面。page そのもの、又は script を止めている人のための別の画面
 * @returns 違反を、規則と場所の一行ずつで。無ければ空
 */
export async function axeViolations(page: Page, inspector: Page): Promise<readonly string[]> {
  const key = await structureOf(page);
  if (alreadyClean.has(key)) return [];
  if (inspector !== page) await showWithoutScripts(inspector, page.url(), await page.content());
  await inspector.evaluate(axeSource);
  const { violations } = await inspector.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run({
      resultTypes: ["violations"],
      preload: false,
    }),
  );
  if (violations.length === 0) alreadyClean.add(key);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}（${help}）: ${node.target.join(" ")}`),
  );
}

/** 同じ中身を、画面の script を除いて、同じアドレスに出す（script の動かない人が見る画面になる）。 */
async function showWithoutScripts(inspector: Page, address: string, html: string): Promise<void> {
  const [url = address] = address.split("#");
  const body = html
    .replaceAll(/<script\b.*?<\/script>/gsu, "")
    .replaceAll(/<link rel="modulepreload"[^>]*>/gu, "");
  await inspector.route(url, (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }));
  await inspector.goto(url);
  await inspector.unroute(url);
}
