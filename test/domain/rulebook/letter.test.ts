/** 局と種類に当てはまる通知書の文面: 局、省庁、全部の順に、細かい行の組が勝つ。 */
import { describe, expect, it } from "vitest";
import { buildNotice } from "#app/domain/certification/build-notice.ts";
import { documentNumber } from "#app/domain/certification/document-number.ts";
import { routePlanValues } from "#app/domain/plan/plan-routing.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import { diffEditions } from "#app/domain/rulebook/edition-diff.ts";
import { letterFor } from "#app/domain/rulebook/letter.ts";
import { compileRulebook, type Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { cellsOf, parseCells } from "#app/domain/rulebook/row-cells.ts";
import { signatoryOn } from "#app/domain/rulebook/signatory.ts";
import { editionOf } from "#app/domain/rulebook/stored-edition.ts";
import type { RowOf, RulebookTableRows } from "#app/domain/rulebook/tables.ts";
import { manufacturing, warehouse } from "#test/support/example-plans.ts";
import { date } from "../calendar/arbitrary.ts";
import { parsed } from "./first-edition.ts";

const facts = { certainty: "recalled-low", source: "試験" } as const;
const paragraph = (
  scope: { readonly ministry?: string; readonly office?: string },
  text: string,
  order = 1,
): RowOf<"letterParagraphs"> => ({
  letter: "certification",
  ministry: scope.ministry ?? null,
  office: scope.office ?? null,
  order,
  text,
  ...facts,
});

const withRows = (rows: Partial<RulebookTableRows>): RulebookTableRows => ({ ...parsed.tables, ...rows });
function compiled(rows: Partial<RulebookTableRows>): Rulebook {
  const tables = withRows(rows);
  const made = compileRulebook(editionOf(parsed.edition, tables), tables);
  if (!made.ok) throw new Error(JSON.stringify(made.error.slice(0, 3)));
  return made.value;
}

const book = compiled({
  letterParagraphs: [
    ...parsed.tables.letterParagraphs,
    paragraph({ ministry: "国土交通省" }, "国土交通省の文面"),
    paragraph({ office: "mlit_rdb-kinki" }, "近畿地方整備局の一つ目"),
    paragraph({ office: "mlit_rdb-kinki" }, "近畿地方整備局の二つ目", 2),
  ],
  letters: [
    ...parsed.tables.letters,
    { kind: "certification", ministry: null, office: "meti-tohoku", subject: "東北の題", sealNote: "（公印省略）", ...facts }, // prettier-ignore
  ],
});

describe("細かい文面が勝つ", () => {
  const general = letterFor(book, "certification", null);

  it.each([
    ["mlit_rdb-kinki", "office", ["近畿地方整備局の一つ目", "近畿地方整備局の二つ目"]],
    ["mlit_rdb-kanto", "ministry", ["国土交通省の文面"]],
    ["mlit_dtb-kinki", "ministry", ["国土交通省の文面"]],
    ["meti-tohoku", "general", general?.body],
    ["知らない局", "general", general?.body],
  ])("%s の本文は %s の行の組", (office, scope, body) => {
    const letter = letterFor(book, "certification", office);
    expect(letter?.body).toEqual(body);
    expect(letter?.scopes.body).toBe(scope);
  });

  it("題、本文、「記」は、それぞれ別に選び、ほかの種類の通知書には及ばない", () => {
    expect(letterFor(book, "certification", "meti-tohoku")).toEqual({
      ...general,
      subject: "東北の題",
      scopes: { heading: "office", body: "general", items: "general" },
    });
    expect(letterFor(book, "decline", "mlit_rdb-kinki")).toEqual(letterFor(book, "decline", null));
  });

  it("発行する通知書にも、その局の文面が刷られる", () => {
    const bodyOf = (plan: typeof manufacturing) => {
      const routed = routePlanValues(book, readPlan(plan.answers).values, date("2026-12-01"));
      if (routed.kind !== "decided") throw new Error(routed.kind);
      const made = buildNotice(
        book,
        { answers: plan.answers, routing: routed.routing, filedAt: "2026-12-01T01:00:00.000Z" },
        { issuedOn: date("2026-12-15"), serial: 1 },
      );
      return made.ok ? [made.value.subject, ...made.value.body] : made.error;
    };
    expect(bodyOf(manufacturing)[0]).toBe("東北の題");
    expect(bodyOf(warehouse)).toEqual(["経営力向上計画に係る認定について", "国土交通省の文面"]);
  });

  it("差分は、局だけの行を局の名前で呼び、全部の行の鍵は変わらない", () => {
    const after = withRows({
      letterParagraphs: [
        ...parsed.tables.letterParagraphs,
        paragraph({ office: "mlit_rdb-kinki" }, "近畿だけ"),
      ],
    });
    const [table] = diffEditions(parsed.tables, after).tables;
    expect(table?.rows.map(({ kind, title, key }) => ({ kind, title, key }))).toEqual([
      { kind: "added", title: "認定通知書 近畿地方整備局 1", key: "certification/mlit_rdb-kinki/1" },
    ]);
  });
});

describe("書けない文面", () => {
  const faultsOf = (rows: Partial<RulebookTableRows>) => {
    const tables = withRows(rows);
    const made = compileRulebook(editionOf(parsed.edition, tables), tables);
    return made.ok ? [] : made.error.map(({ column, message }) => ({ column, message }));
  };
  const body = (row: RowOf<"letterParagraphs">) =>
    faultsOf({ letterParagraphs: [...parsed.tables.letterParagraphs, row] });

  it.each([
    [paragraph({ office: "nowhere" }, "文"), "office", "局「nowhere」が offices.csv にありません"],
    [paragraph({ ministry: "無い省" }, "文"), "ministry", "省庁「無い省」が ministries.csv にありません"],
    [
      paragraph({ office: "meti-tohoku", ministry: "経済産業省" }, "文"),
      "office",
      "省庁と局は、どちらか一つだけ書きます",
    ],
    [paragraph({ office: "meti-tohoku" }, "文", 2), "order", "order が 2 です。ここは 1 のはずです"],
  ])("%o は、その欄を指して断る", (row, column, message) => {
    expect(body(row)).toEqual([{ column, message }]);
  });

  it("全部に当てはまる題を、一つの局だけのものにすると断る", () => {
    const [first, ...rest] = parsed.tables.letters;
    if (first === undefined) throw new Error("題がありません。");
    expect(faultsOf({ letters: [{ ...first, office: "meti-tohoku" }, ...rest] })).toEqual([
      { column: undefined, message: "文面「certification」がありません" },
    ]);
  });

  it.each([
    ["letters", "subject"],
    ["letterParagraphs", "text"],
    ["letterItems", "value"],
  ] as const)("%s の知らない差込みと閉じていない括弧は、打った欄を指して断る", (table, column) => {
    const [row] = parsed.tables[table];
    if (row === undefined) throw new Error("行がありません。");
    for (const [typed, message] of [
      ["{会社名}に", "差込みの名前 {会社名} は使えません"],
      ["{article", "差込みの { と } が、対になっていません"],
      ["article}", "差込みの { と } が、対になっていません"],
      ["{{article}", "差込みの { と } が、対になっていません"],
    ] as const)
      expect(parseCells(table, { ...cellsOf(table, row), [column]: typed })).toEqual({
        ok: false,
        error: { [column]: [message] },
      });
    expect(parseCells(table, { ...cellsOf(table, row), [column]: "{article}に" }).ok).toBe(true);
  });
});

describe("署名する長と番号の書式", () => {
  const heads = (title: string, validFrom: string, validTo: string | null) => ({
    office: "meti-kanto",
    title,
    name: title === "関東経済産業局長" ? "関東 一郎" : "次郎",
    validFrom,
    validTo,
    ...facts,
  });
  const termed = compiled({
    officeHeads: [
      heads("関東経済産業局長", "2026-04-01", "2026-06-30"),
      heads("関東経済産業局長事務代理", "2026-07-01", null),
    ],
  });

  it.each([
    ["2026-03-31", undefined],
    ["2026-04-01", { title: "関東経済産業局長", name: "関東 一郎" }],
    ["2026-06-30", { title: "関東経済産業局長", name: "関東 一郎" }],
    ["2026-07-01", { title: "関東経済産業局長事務代理", name: "次郎" }],
  ])("%s に署名する長", (on, expected) => {
    expect(signatoryOn(termed, "meti-kanto", on)).toEqual(expected);
  });

  it.each([
    ["meti-kanto", "関東", "{yyyymmdd}{symbol}第{n}号", "2026-04-01", 123, "20260401関東第123号"],
    ["mlit_rdb-kinki", "国近整建産", "{symbol}第{n}号", "2026-04-01", 123, "国近整建産第123号"],
  ])("%s の番号は、局の書式のとおりになる", (office, symbol, template, on, serial, expected) => {
    const numbered = compiled({
      documentNumbering: parsed.tables.documentNumbering.map((row) =>
        row.office === office ? { ...row, symbol, template } : row,
      ),
    });
    const numbering = numbered.documentNumbering.get(office);
    expect(numbering === undefined ? "" : documentNumber(numbering, date(on), serial)).toBe(expected);
  });
});
