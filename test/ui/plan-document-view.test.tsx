import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { PlanDocument } from "#app/domain/plan/document.ts";
import { PlanDocumentView } from "#app/ui/plan/PlanDocumentView.tsx";
import { elementById, elementsOf, textOf } from "./markup.ts";

const document: PlanDocument = {
  formVersion: "form1/v1",
  title: "経営力向上計画に係る認定申請書",
  sections: [
    {
      id: "company",
      number: "1",
      title: "名称等",
      entries: [
        { kind: "value", field: "name", label: "名称", value: "株式会社𠮷田髙﨑商店" },
        { kind: "value", field: "capital", label: "資本金", value: "10,000,000", unit: "円" },
        { kind: "value", field: "employees", label: "従業員数", value: "", unit: "人" },
        {
          kind: "table",
          field: "equipment",
          label: "設備等",
          columns: [
            { field: "item", label: "名称", align: "start", weight: 3 },
            { field: "price", label: "単価", align: "end", weight: 1 },
          ],
          rows: [{ id: "r1", cells: ["冷凍庫", "3,500"] }],
          totals: ["合計", "3,500"],
        },
        { kind: "table", field: "realEstate", label: "不動産", columns: [], rows: [] },
        { kind: "value", field: "note", label: "備考", value: "一行目\n二行目", long: true },
      ],
    },
  ],
};

describe("様式の木の画面", () => {
  const html = renderToStaticMarkup(
    <PlanDocumentView
      document={document}
      editHref={(section, entry) => `/sections/${section.id}#${entry.field}`}
      note={(_section, entry) => (entry.field === "capital" ? <p>登記を確認してください。</p> : null)}
    />,
  );

  it("木の順のまま、見出しと値と単位と指摘を出す", () => {
    expect(textOf(html)).toBe(
      [
        "1　名称等",
        "名称株式会社𠮷田髙﨑商店変更（名称）",
        "資本金10,000,000円変更（資本金）登記を確認してください。",
        "従業員数未入力変更（従業員数）",
        "設備等名称単価冷凍庫3,500合計3,500変更（設備等）",
        "不動産未入力変更（不動産）",
        "備考一行目\n二行目変更（備考）",
      ].join(""),
    );
  });

  it("すべての欄にリンク先があり、変更はその欄へ行く", () => {
    for (const { field } of document.sections[0]?.entries ?? []) {
      expect(elementById(html, `company-${field}`), field).toBeDefined();
      expect(html).toContain(`href="/sections/company#${field}"`);
    }
    expect(elementById(html, "company-equipment-r1")?.tag).toBe("tr");
  });

  it("宛先を渡さなければ変更のリンクは無い", () => {
    const readOnly = renderToStaticMarkup(<PlanDocumentView document={document} />);
    expect(elementsOf(readOnly).some((element) => element.tag === "a")).toBe(false);
  });
});
