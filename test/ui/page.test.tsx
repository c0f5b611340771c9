import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { ErrorPage } from "#app/ui/layout/ErrorPage.tsx";
import { PageShell } from "#app/ui/layout/PageShell.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { Dialog } from "#app/ui/primitives/Dialog.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { MeterBar } from "#app/ui/primitives/MeterBar.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Tabs } from "#app/ui/primitives/Tabs.tsx";
import { elementById, elementsOf, textOf } from "./markup.ts";

const html = renderToStaticMarkup(
  <PageShell
    demo
    account={{ name: "髙﨑 太郎", role: "申請者" }}
    company="株式会社𠮷田製作所"
    accountActions={
      <form method="post" action="/logout">
        <Button>ログアウト</Button>
      </form>
    }
    nav={[
      { href: "/c/1", label: "申請の一覧", current: true },
      { href: "/lookup", label: "提出先検索" },
    ]}
    breadcrumbs={<Breadcrumbs items={[{ label: "ホーム", href: "/" }, { label: "会社の概要" }]} />}
  >
    <ErrorSummary
      errors={[
        { message: "名称を入力してください。", fieldId: "name" },
        { message: "提出先が決まりません。" },
      ]}
    />
    <PageTitle title="会社の概要" caption="様式第1" />
    <NotificationBanner kind="error" title="取得できませんでした" announce />
    <Tabs
      label="表示"
      tabs={[
        { href: "?v=all", label: "すべて" },
        { href: "?v=mine", label: "自分", current: true },
      ]}
    />
    <Input id="name" name="name" label="名称" required errors={["名称を入力してください。"]} />
    <MeterBar label="経過" value={12} max={30} text="12日／30日" />
    <Dialog trigger="取り下げる" title="取り下げますか">
      <form method="post">
        <Button variant="danger">取り下げる</Button>
      </form>
    </Dialog>
  </PageShell>,
);
const elements = elementsOf(html);
const having = (name: string, value?: string) =>
  elements.filter(
    ({ attributes }) => name in attributes && (value === undefined || attributes[name] === value),
  );

describe("一枚の画面", () => {
  it("本文も見出しも一つで、誤りの一覧へ最初に焦点が当たる", () => {
    expect(elements.filter(({ tag }) => tag === "main")).toHaveLength(1);
    expect(elements.filter(({ tag }) => tag === "h1")).toHaveLength(1);
    expect(having("autofocus").map(({ attributes }) => [attributes["role"], attributes["tabindex"]])).toEqual(
      [["alert", "-1"]],
    );
  });

  it("id は重ならず、指している先はすべて在る", () => {
    const ids = having("id").map(({ attributes }) => attributes["id"] ?? "");
    expect(new Set(ids).size).toBe(ids.length);
    const pointed = elements.flatMap(({ attributes }) => [
      ...(attributes["aria-describedby"]?.split(" ") ?? []),
      ...(attributes["aria-labelledby"]?.split(" ") ?? []),
      ...(attributes["for"] === undefined ? [] : [attributes["for"]]),
      ...(attributes["href"]?.startsWith("#") === true ? [attributes["href"].slice(1)] : []),
    ]);
    expect(pointed).toContain("name");
    expect(pointed).toContain("main");
    for (const id of pointed) expect(elementById(html, id), id).toBeDefined();
  });

  it("CSP に触れる style 属性も、その場の script も持たない", () => {
    expect(
      elements.filter(({ tag, attributes }) => tag === "script" || tag === "style" || "style" in attributes),
    ).toEqual([]);
    expect(
      elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => name.startsWith("on")),
    ).toEqual([]);
  });

  it("今居る所を、メニュー・道筋・切り替えがそれぞれ示す", () => {
    expect(having("aria-current", "page").map(({ attributes }) => attributes["href"])).toEqual([
      "/c/1",
      undefined,
      "?v=mine",
    ]);
  });

  it("誰が、どの会社で、デモ環境に居るかが分かり、共通の行き先がある", () => {
    const words = textOf(html);
    for (const word of ["デモ環境", "髙﨑 太郎", "株式会社𠮷田製作所"]) expect(words).toContain(word);
    const footer = html.slice(html.indexOf("<footer"));
    expect(elementsOf(footer).flatMap(({ attributes }) => attributes["href"] ?? [])).toEqual([
      "/help",
      "/lookup",
      "/guidelines",
      "/published",
      "/verify",
    ]);
  });

  it("確認の窓は JavaScript がなくても開けて、実行の form が中にある", () => {
    expect(html).toMatch(
      /<details[^>]*><summary[^>]*>取り下げる<\/summary>.*<form method="post">.*<\/details>/,
    );
  });
});

it("誤りが無ければ、誤りの一覧は出ない", () => {
  expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toBe("");
});

it.each([
  [12, 30, "40"],
  [45, 30, "100"],
  [-1, 30, "0"],
  [5, 0, "0"],
])("棒の長さは 0 から 100 に収まる: %i／%i", (value, max, width) => {
  const bars = elementsOf(
    renderToStaticMarkup(<MeterBar label="経過" value={value} max={max} text="" />),
  ).filter(({ tag }) => tag === "rect");
  expect(bars.map(({ attributes }) => attributes["width"])).toEqual(["100", width]);
});

it("出せない画面は、問い合わせの番号と戻り道を示す", () => {
  const page = renderToStaticMarkup(
    <ErrorPage title="ページが見つかりません" message="アドレスを確認してください。" supportNumber="R-123" />,
  );
  expect(textOf(page)).toContain("R-123");
  expect(elementsOf(page).some(({ attributes }) => attributes["href"] === "/")).toBe(true);
});
