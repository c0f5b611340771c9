/**
 * 見出し・単位・書式は、区画の定義から一度だけ来る（DESIGN §3）。
 * 全部の欄に答えた一つの計画から、入力画面、誤りの文、様式の木、様式の PDF、CSV、差分を作り、見出しの集まりを比べる。
 */
import { formHeading } from "#app/domain/plan/form-number.ts";
import { createRef } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { renderDocument } from "#app/adapters/pdf/render-document.server.tsx";
import { applicableSections } from "#app/domain/plan/applicable-sections.ts";
import { checkPlan } from "#app/domain/plan/check-plan.ts";
import type { DocumentEntry, PlanDocument } from "#app/domain/plan/document.ts";
import { documentDifference } from "#app/domain/plan/document-difference.ts";
import type { FieldSpec, RawAnswers, RawRow, RawSection, SectionSpec } from "#app/domain/plan/field.ts";
import { planOptions } from "#app/domain/plan/options.ts";
import { planCsvRows } from "#app/domain/plan/plan-csv.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { isShown, rowsOf } from "#app/domain/plan/read-section.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import { SectionFields } from "#app/routes/applicant/SectionFields.tsx";
import { rendered, textOf as pdfText } from "#test/pdf/pdf-inspection.ts";
import { textOf } from "#test/ui/markup.ts";
import { date } from "../calendar/arbitrary.ts";
import { rulebook } from "../rulebook/first-edition.ts";
import { wholePlan } from "./whole-plan.ts";

const on = date("2026-12-01");
const options = planOptions(rulebook, wholePlan, on);
const sections = applicableSections(wholePlan);
const document = planDocument(rulebook, wholePlan, on);

const rawOf = (section: SectionSpec): RawSection => wholePlan[section.id] ?? {};
const headed = (spec: Pick<FieldSpec, "label" | "unit">): string =>
  spec.unit === undefined ? spec.label : `${spec.label}（${spec.unit}）`;
const isTyped = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

/** 様式に載るはずの見出し。定義だけから作る。 */
function labelsOf(section: SectionSpec): readonly string[] {
  const raw = rawOf(section);
  return Object.entries(section.fields).flatMap(([name, spec]): readonly string[] => {
    if (!isShown(spec, raw, options.situation)) return [];
    if (spec.shape === "field") return spec.beyondForm === true && !isTyped(raw[name]) ? [] : [headed(spec)];
    const rows = rowsOf(raw, name);
    const cells = Object.entries(spec.fields).filter(([column, cell]) =>
      rows.some(
        (row) => isShown(cell, row, options.situation) && (cell.beyondForm !== true || isTyped(row[column])),
      ),
    );
    return [spec.label, ...cells.map(([, cell]) => headed(cell))];
  });
}

/** 計算して載せる項目と、行に付ける記号は、欄の定義にない。 */
const isFromField = (section: string, { field }: DocumentEntry): boolean =>
  sectionOf(section)?.fields[field] !== undefined;
const labelsIn = (one: PlanDocument, section: string): readonly string[] =>
  (one.sections.find(({ id }) => id === section)?.entries ?? [])
    .filter((entry) => isFromField(section, entry))
    .flatMap((entry) =>
      entry.kind === "value"
        ? [headed(entry)]
        : [entry.label, ...entry.columns.filter(({ field }) => field !== "letter").map(({ label }) => label)],
    );

describe("全部の欄に答えた一つの計画", () => {
  it("どの区画も要り、どの区画も空でない", () => {
    expect(sections.map(({ id }) => id)).toHaveLength(12);
    expect(document.sections.map(({ id }) => id)).toEqual(sections.map(({ id }) => id));
    for (const section of sections) expect(labelsOf(section).length).toBeGreaterThan(0);
  });

  it.each(sections)("「$title」の様式の木の見出しと単位は、欄の定義と同じ", (section) => {
    expect(new Set(labelsIn(document, section.id))).toEqual(new Set(labelsOf(section)));
  });

  it.each(sections)("「$title」の入力画面の見出しと単位は、欄の定義と同じ", (section) => {
    const raw = rawOf(section);
    const shown = Object.entries(section.fields)
      .filter(([, spec]) => isShown(spec, raw, options.situation))
      .map(([name]) => name);
    const form = textOf(
      renderToStaticMarkup(
        <SectionFields
          formRef={createRef<HTMLFormElement>()}
          formId="section"
          tabId="tab"
          section={section}
          raw={raw}
          version={1}
          options={options}
          faults={[]}
          shown={shown}
          last={false}
          status={null}
        />,
      ),
    );
    for (const label of labelsOf(section)) {
      const [, word = label, unit = ""] = /^(.*?)（([^（）]*)）$/u.exec(label) ?? [];
      expect(form).toContain(form.includes(label) ? label : word);
      expect(form).toContain(unit);
    }
  });

  it("様式の PDF に、どの見出しも、どの値も載る", async () => {
    const outcome = await renderDocument({
      templateId: "application-form/v1",
      data: {
        document,
        cover: {
          heading: formHeading({}),
          addressee: "東北経済産業局長",
          filedOn: null,
          address: "宮城県仙台市泉区明通二丁目14番地",
          name: "株式会社青葉精密製作所",
          representative: "代表取締役 髙橋 健一",
          joint: [],
        },
        posting: null,
        substituted: [],
        watermark: null,
        receiptNumber: null,
      },
      options: { createdAt: "2026-12-01T00:00:00.000Z" },
    });
    const text = pdfText(rendered(outcome).bytes);
    const bare = (words: string): string => words.replaceAll(/\s/gu, "");
    for (const { entries } of document.sections)
      for (const entry of entries) {
        expect(text).toContain(bare(entry.label));
        if (entry.kind === "value")
          expect(text).toContain(bare(`${entry.value}${entry.value === "" ? "" : (entry.unit ?? "")}`));
        else for (const column of entry.columns) expect(text).toContain(bare(column.label));
      }
  });

  it("CSV の見出しと値は、様式の木のまま", () => {
    const rows = planCsvRows(document);
    for (const section of document.sections) {
      const own = rows.filter(([number, title]) => number === section.number && title === section.title);
      const expected = section.entries.flatMap((entry) =>
        entry.kind === "value" ? [entry.label] : entry.columns.map(({ label }) => label),
      );
      expect(new Set(own.map(([, , , , label]) => label))).toEqual(new Set(expected));
      for (const entry of section.entries)
        if (entry.kind === "value" && entry.value !== "")
          expect(own).toContainEqual([
            section.number,
            section.title,
            "",
            "",
            entry.label,
            entry.value,
            entry.unit ?? "",
          ]);
    }
  });

  it("差分の見出しは、様式の木の、値のある見出しと同じ", () => {
    const empty: PlanDocument = { ...document, sections: [] };
    const labels = (one: readonly { readonly label: string }[]) => new Set(one.map(({ label }) => label));
    const filled = document.sections.flatMap(({ entries }) =>
      entries.flatMap((entry): readonly { readonly label: string }[] =>
        entry.kind === "value"
          ? entry.value === ""
            ? []
            : [entry]
          : entry.columns.filter((_column, at) => entry.rows.some((row) => row.cells[at] !== "")),
      ),
    );
    expect(labels(documentDifference(empty, document))).toEqual(labels(filled));
    expect(labels(documentDifference(document, empty))).toEqual(labels(filled));
    expect(documentDifference(document, document)).toEqual([]);
  });
});

describe("欄の誤りの文", () => {
  /** どの欄も読めない、又は空の計画。 */
  const spoiled = (fill: (spec: FieldSpec) => string): RawAnswers => ({
    screening: { realEstate: "yes" },
    ...Object.fromEntries(
      sections.map((section) => [
        section.id,
        Object.fromEntries(
          Object.entries(section.fields).map(([name, spec]): [string, string | readonly RawRow[]] => [
            name,
            spec.shape === "field"
              ? (keptOf(section, name) ?? fill(spec))
              : rowsOf(rawOf(section), name).map((row) => ({
                  id: row.id,
                  ...Object.fromEntries(
                    Object.entries(spec.fields).map(([column, cell]) => [column, fill(cell)]),
                  ),
                  ...keptCells(spec.fields),
                })),
          ]),
        ),
      ]),
    ),
  });
  /** 欄の出し方を決める答えは残す。 */
  const keeps = [
    "corporationType",
    "usesOthersResources",
    "guaranteeWanted",
    "permitWanted",
    "indicator",
    "labourInput",
  ];
  const keptOf = (section: SectionSpec, name: string): string | undefined =>
    keeps.includes(name) || section.id === "industry" ? wordOf(rawOf(section)[name]) : undefined;
  const wordOf = (value: unknown): string => (typeof value === "string" ? value : "");
  const keptCells = (fields: Readonly<Record<string, FieldSpec>>): Readonly<Record<string, string>> =>
    "code" in fields
      ? { code: "2662", revision: "14" }
      : "type" in fields
        ? { type: "A", kind: "machinery" }
        : {};
  const specAt = (section: string, field: string): { readonly label: string } | undefined => {
    const [name = "", column] = field.split(".");
    const spec = sectionOf(section)?.fields[name];
    return spec?.shape === "rows" && column !== undefined ? spec.fields[column] : spec;
  };

  it.each([
    [
      "読めない",
      "format",
      spoiled((spec) => (spec.kind === "longText" ? "長".repeat(3000) : "読めない".repeat(100))),
    ],
    ["空の", "required", spoiled(() => "")],
  ])("%s欄の指摘は、欄の見出しで始まる", (_name, check, answers) => {
    const findings = checkPlan(rulebook, answers, on).filter((one) => one.check === check);
    expect(findings.length).toBeGreaterThan(20);
    for (const one of findings) {
      const label = specAt(one.section, one.field)?.label;
      expect(label).toBeDefined();
      expect(one.message.startsWith(label ?? "?")).toBe(true);
    }
  });
});
