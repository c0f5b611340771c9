import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { twelfths } from "#app/ui/primitives/column-width.ts";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { elementsOf, textOf } from "./markup.ts";

type Row = { readonly number: string; readonly price: number };
const rows: readonly Row[] = [
  { number: "2026-000001", price: 1200 },
  { number: "2026-000002", price: 3400 },
];
const columns: readonly TableColumn<Row>[] = [
  {
    key: "number",
    header: "受付番号",
    rowHeader: true,
    sortHref: "?sort=number",
    sorted: "ascending",
    cell: (row) => row.number,
  },
  { key: "price", header: "金額", align: "end", sortHref: "?sort=price", cell: (row) => row.price },
  { key: "memo", header: "備考", cell: () => "" },
];

describe.each(["scroll", "cards"] as const)("表（%s）", (variant) => {
  const html = renderToStaticMarkup(
    <Table
      caption="申請の一覧"
      variant={variant}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.number}
      totals={["合計", 4600, ""]}
    />,
  );
  const having = (name: string, value: string) =>
    elementsOf(html).filter((element) => element.attributes[name] === value);

  it("題、列の見出し、行の見出し、合計の見出しを持つ", () => {
    expect(html).toMatch(/<caption[^>]*>申請の一覧<\/caption>/);
    expect(having("scope", "col")).toHaveLength(3);
    expect(having("scope", "row")).toHaveLength(3);
  });

  it("組み替えても表と読まれるよう役割を残し、欄は列の見出しを持ち歩く", () => {
    expect(
      ["table", "row", "columnheader", "rowheader", "cell"].map((role) => having("role", role).length),
    ).toEqual([1, 4, 3, 3, 6]);
    expect(
      having("data-label", "金額").map((cell) => cell.attributes["class"]?.includes("text-right")),
    ).toEqual([true, true, true]);
  });

  it("並べ替えられる列だけが今の順を伝える", () => {
    expect(having("scope", "col").map((cell) => cell.attributes["aria-sort"])).toEqual([
      "ascending",
      "none",
      undefined,
    ]);
  });

  it("横に送る枠はキーボードで届き、名前がある", () => {
    expect(having("tabindex", "0").map(({ attributes }) => attributes["aria-label"])).toEqual(["申請の一覧"]);
  });

  it("空の欄は本当に空で、カードから消せる", () => {
    expect(html).toMatch(/data-label="備考"[^>]*><\/td>/);
  });
});

it("行が無ければ、表の代わりに案内を出す", () => {
  const html = renderToStaticMarkup(
    <Table
      caption="一覧"
      columns={columns}
      rows={[]}
      rowKey={(row) => row.number}
      empty={<p>まだありません</p>}
    />,
  );
  expect(textOf(html)).toBe("まだありません");
});

it.each([
  [
    [1, 5, 2, 1, 2],
    [1, 5, 2, 1, 2],
  ],
  [
    [1, 1],
    [6, 6],
  ],
  [
    [1, 100],
    [1, 12],
  ],
  [
    [0, 0],
    [1, 1],
  ],
])("列の相対幅 %j は 12 分割の %j", (weights, expected) => {
  expect(twelfths(weights)).toEqual(expected);
});
