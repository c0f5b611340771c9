/** 差し戻された計画の区画: 指摘の付いた欄が先に出て、ほかの欄は畳んだ中にあり、送る値は減らない。 */
import { createRef } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Finding } from "#app/domain/plan/finding.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import { planOptions } from "#app/domain/plan/options.ts";
import { SectionFields } from "#app/routes/applicant/SectionFields.tsx";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { wholePlan } from "#test/domain/plan/whole-plan.ts";
import { rulebook } from "#test/domain/rulebook/first-edition.ts";
import { elementsOf } from "./markup.ts";

const period = sectionOf("period");
if (period === undefined) throw new Error("区画がありません。");
const options = planOptions(rulebook, wholePlan, date("2026-12-01"));
const names = Object.keys(period.fields);
const formOf = (foremost: ReadonlySet<string> | null, faults: readonly Finding[] = []): string =>
  renderToStaticMarkup(
    <SectionFields
      formRef={createRef<HTMLFormElement>()}
      formId="section"
      tabId="tab"
      section={period}
      raw={{ start: "2027年1月", end: "2031年12月" }}
      version={1}
      options={options}
      faults={faults}
      shown={names}
      foremost={foremost}
      last={false}
      status={null}
    />,
  );

const fault: Finding = {
  check: "plan.field",
  severity: "error",
  section: "period",
  field: "end",
  message: "終了の年月を直してください。",
};
const valuesIn = (html: string): readonly string[] =>
  elementsOf(html).flatMap(({ attributes }) =>
    attributes["name"] === "start" || attributes["name"] === "end" ? [attributes["name"]] : [],
  );
const box = (html: string) => elementsOf(html).find(({ tag }) => tag === "details");

it("指摘がなければ、全部の欄がそのまま並ぶ", () => {
  expect(box(formOf(null))).toBeUndefined();
});

it("指摘の付いた欄が先に出て、ほかの欄は畳んだ中にあり、どちらの値も送られる", () => {
  const html = formOf(new Set(["end"]));
  expect(valuesIn(html)).toEqual(["end", "start"]);
  expect(html).toContain(`ほかの欄も表示する（${names.length - 1}個）`);
  expect(box(html)?.attributes["open"]).toBeUndefined();
  expect(html.indexOf('name="end"')).toBeLessThan(html.indexOf("<details"));
  expect(html.indexOf('name="start"')).toBeGreaterThan(html.indexOf("<details"));
});

it("畳んだ中に誤りのある欄があれば、開いておく", () => {
  expect(box(formOf(new Set(["start"]), [fault]))?.attributes["open"]).toBeDefined();
  expect(box(formOf(new Set(["end"]), [fault]))?.attributes["open"]).toBeUndefined();
});

it("証明書等の文書番号の欄は、候補の一覧を指し、ほかの欄は指さない", () => {
  const equipment = sectionOf("equipment");
  if (equipment === undefined) throw new Error("区画がありません。");
  const html = renderToStaticMarkup(
    <SectionFields
      formRef={createRef<HTMLFormElement>()}
      formId="section"
      tabId="tab"
      section={equipment}
      raw={{ equipment: [{ id: "one", type: "B", certificateNumber: "20261201東北第3号" }] }}
      version={1}
      options={options}
      faults={[]}
      shown={["equipment"]}
      last={false}
      status={null}
    />,
  );
  const listed = elementsOf(html).filter(({ attributes }) => attributes["list"] !== undefined);
  expect(listed.map(({ attributes }) => [attributes["name"], attributes["list"]])).toEqual([
    ["equipment[0].certificateNumber", "confirmation-numbers"],
  ]);
});
