import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PageHeader } from "#app/ui/layout/PageHeader.tsx";

const headerOf = (labels: readonly string[], current: string): string =>
  renderToStaticMarkup(
    <PageHeader
      frame=""
      demo={false}
      nav={labels.map((label) => ({ href: `/${label}`, label, current: label === current }))}
    />,
  );

/** 「ほかの画面」に畳まれた行き先。 */
const foldedIn = (html: string): readonly string[] => {
  const menu = /<details>.*<\/details>/u.exec(html)?.[0] ?? "";
  return [...menu.matchAll(/href="\/([^"]+)"/gu)].map((found) => found[1] ?? "");
};

it("行き先が多ければ、電話の幅では初めの二つといまの画面だけを並べ、残りを script なしで開ける", () => {
  const html = headerOf(["規則集", "メール", "処理", "連携先", "接続", "職員"], "接続");
  expect(foldedIn(html)).toEqual(["処理", "連携先", "職員"]);
  expect(html).toContain("ほかの画面");
  expect(html.match(/aria-current="page"/gu)).toHaveLength(1);
});

it("行き先が少なければ畳まない", () => {
  expect(foldedIn(headerOf(["申請", "検索", "統計", "規則集"], "申請"))).toEqual([]);
});
