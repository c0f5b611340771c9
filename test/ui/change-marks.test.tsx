/** 変更認定申請の印: 入力画面と確認画面に、認定を受けた計画の値が出て、欄の説明として読まれる。 */
import { createRef } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { RawAnswers, RawRow } from "#app/domain/plan/field.ts";
import { planOptions } from "#app/domain/plan/options.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { baseSection, sectionMarks } from "#app/domain/plan/section-marks.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import { SectionFields } from "#app/routes/applicant/SectionFields.tsx";
import { DerivedChanges } from "#app/ui/plan/DerivedChanges.tsx";
import { MarkedPlanView } from "#app/ui/plan/MarkedPlanView.tsx";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { rulebook } from "#test/domain/rulebook/first-edition.ts";
import { manufacturing, withFields, withRow } from "#test/support/example-plans.ts";
import { elementById, textOf } from "./markup.ts";

const made = manufacturing.answers;
const on = date("2026-12-01");
const base = planDocument(rulebook, made, on);
const funds = made["funding"]?.["funds"] as readonly RawRow[];

function formOf(id: string, answers: RawAnswers): string {
  const section = sectionOf(id);
  const now = planDocument(rulebook, answers, on).sections.find((one) => one.id === id);
  if (section === undefined || now === undefined) throw new Error(`区画 ${id} がありません。`);
  const own = baseSection(section, base);
  return renderToStaticMarkup(
    <SectionFields
      formRef={createRef<HTMLFormElement>()}
      formId="section"
      tabId="tab"
      section={section}
      raw={answers[id] ?? {}}
      version={1}
      options={planOptions(rulebook, answers, on)}
      faults={[]}
      shown={Object.keys(section.fields)}
      marks={own === null ? undefined : sectionMarks(own, now)}
      last={false}
      status={null}
    />,
  );
}

describe("入力画面", () => {
  it("変わった欄に、認定を受けた計画の値が欄の説明として付く", () => {
    const html = formOf("company", withFields(made, "company", { employees: "48" }));
    expect(textOf(html)).toContain("変更 認定を受けた計画：46人");
    expect(elementById(html, "employees")?.attributes["aria-describedby"]).toContain("employees-base");
    expect(elementById(html, "employees-base")).toBeDefined();
    expect(elementById(html, "address-base")).toBeUndefined();
  });

  it("長い文章は、消した所と足した所で示す", () => {
    const outline = made["present-state"]?.["business"];
    if (typeof outline !== "string") throw new Error("事業の内容がありません。");
    const html = formOf(
      "present-state",
      withFields(made, "present-state", { business: `${outline}検査も行う。` }),
    );
    expect(textOf(html)).toContain("認定を受けた計画からの違い：");
    expect(html).toMatch(/<ins [^>]*>.*検査も行う。/u);
  });

  it("足した行、直した行、消した行が分かる", () => {
    const [first] = funds;
    if (first === undefined) throw new Error("資金の行がありません。");
    const html = formOf(
      "funding",
      withFields(made, "funding", {
        funds: [
          { ...first, purpose: "検査装置" },
          { ...first, id: "fund-9" },
        ],
      }),
    );
    const text = textOf(html);
    expect(text).toContain(`認定を受けた計画：${first["purpose"]}`);
    expect(text).toMatch(/資金 1変更/u);
    expect(text).toMatch(/資金 2追加/u);
    expect(text).toContain(`認定を受けた計画から消した行（${funds.length - 1}件）`);
  });
});

it("計算した値だけが変わっても、どこが変わったかが出る", () => {
  const answers = withRow(made, ["funding", "funds"], 0, { amount: "39000" });
  const section = planDocument(rulebook, answers, on).sections.find(({ id }) => id === "funding");
  const own = section === undefined ? null : baseSection(section, base);
  if (section === undefined || own === null) throw new Error("資金の区画がありません。");
  const marks = sectionMarks(own, section);
  const derivedOf = (typed: readonly string[]): string =>
    textOf(renderToStaticMarkup(<DerivedChanges section={section} marks={marks} typed={typed} />));
  expect(derivedOf(Object.keys(sectionOf("funding")?.fields ?? {}))).toContain(
    "45,500千円変更 認定を受けた計画：44,500千円",
  );
  expect(derivedOf(section.entries.map(({ field }) => field))).toBe("");
});

describe("確認画面", () => {
  const changed = withRow(withFields(made, "company", { employees: "48" }), ["funding", "funds"], 0, {
    purpose: "検査装置",
  });
  const viewOf = (only: boolean): string =>
    textOf(
      renderToStaticMarkup(
        <MarkedPlanView
          document={planDocument(rulebook, changed, on)}
          base={base}
          kind="change"
          only={only}
          path="/check"
        />,
      ),
    );

  it("計画の全部に、変わった所の印と両方の値を出す", () => {
    const text = viewOf(false);
    expect(text).toContain("認定を受けた計画から、2か所が変わっています。");
    expect(text).toContain("48人変更 認定を受けた計画：46人");
    expect(text).toContain("検査装置");
    expect(text).toContain(`認定を受けた計画：${funds[0]?.["purpose"]}`);
    expect(text).toContain("実施事項");
  });

  it("変わった所だけに絞れる", () => {
    const text = viewOf(true);
    expect(text).toContain("48人");
    expect(text).toContain("検査装置");
    expect(text).not.toContain("現状認識");
  });
});
