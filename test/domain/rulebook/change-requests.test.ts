/** 発注者の改修の求めは、どれもデータの編集だけで済む（公布前の点検も通る）。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { priceFloor } from "#app/domain/equipment/equipment.ts";
import { itemsInOfficialOrder } from "#app/domain/guideline/guideline.ts";
import { routePlan, type RoutingAnswer } from "#app/domain/routing/route.ts";
import { editTable, type Place } from "#app/domain/rulebook/draft-table.ts";
import { diffEditions } from "#app/domain/rulebook/edition-diff.ts";
import { jsicRevisions } from "#app/domain/rulebook/industry-table.ts";
import { articleOn } from "#app/domain/rulebook/legal-article.ts";
import { proveEdition } from "#app/domain/rulebook/proof.ts";
import { cellsOf, type FactCells } from "#app/domain/rulebook/row-cells.ts";
import { compileRulebook, type Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { editionOf } from "#app/domain/rulebook/stored-edition.ts";
import type { RowOf, RulebookTableRows, TableName } from "#app/domain/rulebook/tables.ts";
import { parsed, rulebook as first } from "./first-edition.ts";

const heading = { label: "改修の版", effectiveFrom: "2026-12-01" };
const on = "2026-12-01";

/** 画面の編集と同じ道で、条件に合う行を編集した表。 */
class Draft {
  tables: RulebookTableRows = parsed.tables;

  private rows(table: TableName) {
    return this.tables[table].map((row, index) => ({ factId: String(index), version: 0, row }));
  }

  private put(table: TableName, edited: ReturnType<typeof editTable<TableName>>): this {
    if (!edited.ok) throw new Error(JSON.stringify(edited.error));
    this.tables = { ...this.tables, [table]: edited.value.rows.map(({ row }) => row) };
    return this;
  }

  change<T extends TableName>(table: T, which: (row: RowOf<T>) => boolean, cells: FactCells): this {
    const rows = this.rows(table);
    const edits = rows
      .filter(({ row }) => which(row as RowOf<T>))
      .map(({ factId }) => ({ kind: "change", factId, version: 0, cells }) as const);
    expect(edits.length).toBeGreaterThan(0);
    return this.put(table, editTable<TableName>(table, rows, edits, 1));
  }

  add(table: TableName, cells: FactCells, place: Place = "last"): this {
    const edit = { kind: "add", factId: "new", cells, place } as const;
    return this.put(table, editTable<TableName>(table, this.rows(table), [edit], 1));
  }

  move<T extends TableName>(table: T, which: (row: RowOf<T>) => boolean, place: Place): this {
    const rows = this.rows(table);
    const found = rows.find(({ row }) => which(row as RowOf<T>));
    if (found === undefined) throw new Error(`${table} に行がありません。`);
    const edit = { kind: "move", factId: found.factId, version: 0, place } as const;
    return this.put(table, editTable<TableName>(table, rows, [edit], 1));
  }

  /** 点検を通った規則集。 */
  publish(): Rulebook {
    const proof = proveEdition(heading, this.tables);
    expect(proof.checks.filter(({ outcome }) => outcome === "fail")).toEqual([]);
    const compiled = compileRulebook(editionOf(heading, this.tables), this.tables);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    return compiled.value;
  }
}

const answer = (rulebook: Rulebook, industry: string, prefecture: string): RoutingAnswer =>
  routePlan(rulebook, { revision: 14, industry, prefecture, on });

describe("発注者の改修の求め", () => {
  it("1 電子申請で認定まで行う省庁を増やす（国税庁）", () => {
    expect(answer(first, "1021", "13")).toMatchObject({ electronic: false });
    const rulebook = new Draft()
      .change("ministries", ({ name }) => name === "国税庁", { electronic: "yes" })
      .publish();
    expect(answer(rulebook, "1021", "13")).toMatchObject({ electronic: true });
  });

  it("3 指針の項目を公表順に直す。違う順のままでは点検が止める", () => {
    const labels = (rulebook: Rulebook): readonly string[] => {
      const guideline = rulebook.guidelines.get("basic-policy");
      if (guideline === undefined) throw new Error("基本方針がありません。");
      return itemsInOfficialOrder(guideline).map(({ label }) => label);
    };
    const official = labels(first);
    const [top, second] = parsed.tables.guidelineItems.filter(
      ({ guideline }) => guideline === "basic-policy",
    );
    if (top === undefined || second === undefined) throw new Error("項目がありません。");
    const wrong = new Draft().move("guidelineItems", ({ id }) => id === second.id, "first");
    const proof = proveEdition(heading, wrong.tables);
    expect(proof.checks.find(({ id }) => id === "itemNumbers")?.outcome).toBe("fail");
    const after = String(wrong.tables.guidelineItems.findIndex(({ id }) => id === top.id));
    const rulebook = wrong.move("guidelineItems", ({ id }) => id === second.id, { after }).publish();
    expect(labels(rulebook)).toEqual(official);
  });

  it("4 コールセンターへ案内していた業種を片付け、影響する業種を差分で示す", () => {
    const callCentres = (rulebook: Rulebook): readonly string[] =>
      [...rulebook.routing[14]].filter(([, rule]) => rule.callCentre).map(([code]) => code);
    expect(callCentres(first)).toContain("2521");
    const draft = new Draft().change("routingRules", ({ prefix }) => prefix === "2521", {
      ministries: "経済産業省",
      families: "meti",
      callCentre: "no",
    });
    const rulebook = draft.publish();
    expect(answer(rulebook, "2521", "13")).toMatchObject({
      kind: "office",
      office: { name: "関東経済産業局" },
    });
    expect(callCentres(first).filter((code) => !callCentres(rulebook).includes(code))).toEqual(["2521"]);
    const { tables } = diffEditions(parsed.tables, draft.tables);
    expect(tables.flatMap(({ rows }) => rows)[0]?.fields).toContainEqual({
      column: "callCentre",
      label: "コールセンター",
      before: "案内する",
      after: "案内しない",
    });
  });

  it("5 兵庫の倉庫業の提出先を、神戸運輸監理部に直す", () => {
    const wrong = new Draft().change(
      "jurisdictions",
      ({ family, office }) => family === "mlit_dtb_kobe" && office === "mlit_dtb-kinki",
      {
        prefectures: "25 26 27 28 29 30",
      },
    );
    wrong.tables = {
      ...wrong.tables,
      jurisdictions: wrong.tables.jurisdictions.filter(({ office }) => office !== "mlit_dtb_kobe-kobe"),
      offices: wrong.tables.offices.filter(({ code }) => code !== "mlit_dtb_kobe-kobe"),
      documentNumbering: wrong.tables.documentNumbering.filter(
        ({ office }) => office !== "mlit_dtb_kobe-kobe",
      ),
    };
    expect(answer(wrong.publish(), "4711", "28")).toMatchObject({ addressee: "近畿運輸局長" });
    const kobe = (table: "offices" | "jurisdictions" | "documentNumbering"): FactCells => {
      const rows: readonly RowOf<TableName>[] = parsed.tables[table];
      const row = rows.find((one) => JSON.stringify(one).includes("mlit_dtb_kobe-kobe"));
      if (row === undefined) throw new Error(table);
      return cellsOf<TableName>(table, row);
    };
    const right = wrong
      .add("offices", kobe("offices"))
      .add("documentNumbering", kobe("documentNumbering"))
      .change(
        "jurisdictions",
        ({ family, office }) => family === "mlit_dtb_kobe" && office === "mlit_dtb-kinki",
        {
          prefectures: "25 26 27 29 30",
        },
      )
      .add("jurisdictions", kobe("jurisdictions"))
      .publish();
    expect(answer(right, "4711", "28")).toMatchObject({ addressee: "神戸運輸監理部長" });
    expect(answer(right, "4411", "28")).toMatchObject({ addressee: "近畿運輸局長" });
  });

  it("6 離職率の文言と良い向きを直す", () => {
    const rulebook = new Draft()
      .change("indicators", ({ id, guideline }) => id === "turnover" && guideline === "nursing-care", {
        name: "離職率（低下が改善）",
      })
      .publish();
    expect(rulebook.guidelines.get("nursing-care")?.indicators.get("turnover")).toMatchObject({
      name: "離職率（低下が改善）",
      direction: "down",
    });
  });

  it("7 最低取得価額と根拠条文を、施行の日から変える。前の日は前のまま", () => {
    const rulebook = new Draft()
      .change("priceFloors", (row) => row.type === "A" && row.kind === "tools" && row.validTo === null, {
        validTo: "2027-03-31",
      })
      .add("priceFloors", {
        type: "A",
        kind: "tools",
        validFrom: "2027-04-01",
        validTo: "",
        thousandYen: "500",
        restriction: "",
        certainty: "seen",
        source: "改正法",
      })
      .change("legalArticles", (row) => row.subject === "newApplication" && row.validTo === null, {
        validTo: "2027-03-31",
      })
      .add("legalArticles", {
        subject: "newApplication",
        article: "第21条第1項",
        validFrom: "2027-04-01",
        validTo: "",
        certainty: "seen",
        source: "改正法",
      })
      .publish();
    const floor = (acquired: string) =>
      priceFloor(rulebook, { type: "A", kind: "tools", on: acquired })?.thousandYen;
    expect([floor("2027-03-31"), floor("2027-04-01")]).toEqual([400, 500]);
    const article = (day: string) => articleOn(rulebook, "newApplication", day)?.article;
    expect([article("2027-03-31"), article("2027-04-01")]).toEqual(["第17条第1項", "第21条第1項"]);
  });
});

describe("関わりのない編集", () => {
  it("一つの決まりを変えても、その決まりの業種のほかの答えは変わらない", () => {
    const rules = parsed.tables.routingRules;
    fc.assert(
      fc.property(fc.nat({ max: rules.length - 1 }), (index) => {
        const chosen = rules[index];
        if (chosen === undefined) throw new Error("決まりがありません。");
        const tables: RulebookTableRows = {
          ...parsed.tables,
          routingRules: rules.with(index, { ...chosen, guideline: "basic-policy", source: "直した" }),
        };
        const compiled = compileRulebook(editionOf(heading, tables), tables);
        if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
        for (const revision of jsicRevisions)
          for (const { code } of first.industries[revision].classes) {
            if (code.startsWith(chosen.prefix)) continue;
            const query = { revision, industry: code, prefecture: "28", on };
            expect(routePlan(compiled.value, query)).toEqual(routePlan(first, query));
          }
      }),
      { numRuns: 6 },
    );
  });
});
