import fc from "fast-check";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Checkbox } from "#app/ui/primitives/Checkbox.tsx";
import { Checkboxes } from "#app/ui/primitives/Checkboxes.tsx";
import { DateInput } from "#app/ui/primitives/DateInput.tsx";
import type { FieldProps } from "#app/ui/primitives/field-props.ts";
import { FileInput } from "#app/ui/primitives/FileInput.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { MonthInput } from "#app/ui/primitives/MonthInput.tsx";
import { NumberInput } from "#app/ui/primitives/NumberInput.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { elementById, elementsOf, textOf, unescapeHtml } from "./markup.ts";

type CommonProps = Omit<FieldProps, "readOnly">;

const options = [
  { value: "corporation", label: "法人" },
  { value: "soleOwner", label: "個人", hint: "個人事業主の方" },
];

const single: readonly (readonly [string, (field: CommonProps) => ReactElement])[] = [
  ["一行入力", (field) => <Input {...field} unit="丁目" />],
  ["数値", (field) => <NumberInput {...field} unit="円" />],
  ["年月日", (field) => <DateInput {...field} />],
  ["年月", (field) => <MonthInput {...field} />],
  ["複数行", (field) => <Textarea {...field} maxCharacters={400} />],
  ["選択", (field) => <Select {...field} options={options} />],
  ["ファイル", (field) => <FileInput {...field} />],
];

const groups: readonly (readonly [string, (field: CommonProps) => ReactElement])[] = [
  ["一つ選ぶ", (field) => <Radios {...field} options={options} />],
  ["すべて選ぶ", (field) => <Checkboxes {...field} options={options} />],
];

const field: CommonProps = {
  id: "company-kind",
  name: "kind",
  label: "事業者の種別",
  required: true,
  help: "登記の通りに。",
  example: "法人",
  errors: ["選んでください。", "もう一つの誤り。"],
};

describe.each(single)("%sの欄", (_name, render) => {
  const html = renderToStaticMarkup(render(field));
  const control = elementById(html, "company-kind");

  it("見出しと結び付き、名前と必須と誤りを持つ", () => {
    expect(elementsOf(html).filter((element) => element.attributes["for"] === "company-kind")).toHaveLength(
      1,
    );
    expect(control?.attributes).toMatchObject({
      name: "kind",
      "aria-required": "true",
      "aria-invalid": "true",
    });
    expect(control?.attributes, "途中でも保存できるようブラウザーの検査は使わない").not.toHaveProperty(
      "required",
    );
  });

  it("誤り・説明・記入例の順に、在る要素だけで説明される", () => {
    const ids = control?.attributes["aria-describedby"]?.split(" ") ?? [];
    expect(ids.slice(0, 3)).toEqual(["company-kind-error", "company-kind-help", "company-kind-example"]);
    for (const id of ids) expect(elementById(html, id), id).toBeDefined();
    expect(textOf(html)).toContain("エラー：選んでください。エラー：もう一つの誤り。");
  });

  it("誤りも説明も無ければ、何も指さない", () => {
    const plain = renderToStaticMarkup(render({ id: "x", name: "x", label: "欄", required: false }));
    const attributes = elementById(plain, "x")?.attributes ?? {};
    expect(attributes).not.toHaveProperty("aria-invalid");
    expect(attributes).not.toHaveProperty("aria-required");
    for (const id of attributes["aria-describedby"]?.split(" ") ?? [])
      expect(elementById(plain, id), id).toBeDefined();
    expect(textOf(plain)).toContain("任意");
  });
});

describe.each(groups)("%s欄", (_name, render) => {
  const html = renderToStaticMarkup(render(field));

  it("問いの見出しの下に、見出しの付いた選択肢が並ぶ", () => {
    expect(html).toMatch(/<legend[^>]*>.*事業者の種別.*必須.*<\/legend>/);
    const inputs = elementsOf(html).filter((element) => element.tag === "input");
    expect(
      inputs.map((input) => input.attributes["id"]),
      "誤りの一覧からは最初の選択肢へ飛ぶ",
    ).toEqual(["company-kind", "company-kind-2"]);
    for (const input of inputs)
      expect(elementsOf(html).some((element) => element.attributes["for"] === input.attributes["id"])).toBe(
        true,
      );
  });

  it("誤りは問い全体に結び付く", () => {
    const group = elementsOf(html).find((element) => element.tag === "fieldset");
    expect(group?.attributes["aria-describedby"]).toBe(
      "company-kind-error company-kind-help company-kind-example",
    );
    expect(elementById(html, "company-kind-error")).toBeDefined();
  });
});

it("選んだ値だけが選ばれている", () => {
  const checked = (html: string) =>
    elementsOf(html).flatMap(({ attributes }) =>
      "checked" in attributes || "selected" in attributes ? [attributes["value"]] : [],
    );
  const props = { id: "a", name: "a", label: "種別", options };
  expect(checked(renderToStaticMarkup(<Radios {...props} defaultValue="soleOwner" />))).toEqual([
    "soleOwner",
  ]);
  expect(checked(renderToStaticMarkup(<Select {...props} defaultValue="soleOwner" />))).toEqual([
    "soleOwner",
  ]);
  expect(
    checked(renderToStaticMarkup(<Checkboxes {...props} defaultValue={["corporation", "soleOwner"]} />)),
  ).toEqual(["corporation", "soleOwner"]);
  expect(checked(renderToStaticMarkup(<Checkbox id="b" name="b" label="同意" defaultChecked />))).toEqual([
    "yes",
  ]);
});

it("打たれた文字は、どんな文字でもそのまま返る", () => {
  const typed = fc.string({
    unit: fc.constantFrom(
      "あ",
      "𠮷",
      "髙",
      "﨑",
      "\n",
      " ",
      "&",
      "<",
      ">",
      '"',
      "'",
      "/",
      "textarea",
      "&quot;",
    ),
  });
  fc.assert(
    fc.property(typed, (text) => {
      const line = renderToStaticMarkup(<Input id="a" name="a" label="名称" defaultValue={text} />);
      const area = renderToStaticMarkup(<Textarea id="a" name="a" label="現状" defaultValue={text} />);
      // 複数行の欄では、先頭の改行は HTML の読み手が一つ捨てるので React が足している。
      const body = /<textarea[^>]*>([\s\S]*)<\/textarea>/.exec(area)?.[1]?.replace(/^\n/, "");
      return (
        unescapeHtml(/ value="([^"]*)"/.exec(line)?.[1] ?? "") === text && unescapeHtml(body ?? "") === text
      );
    }),
  );
});

it.each([
  ["𠮷野家", 4, "3／4文字"],
  ["一\r\n二", 4, "3／4文字"],
  ["一二三四五", 4, "5／4文字（1文字多いです）"],
])("文字数は見える文字で数え、多すぎる分を言う: %j", (text, maxCharacters, words) => {
  const html = renderToStaticMarkup(
    <Textarea id="a" name="a" label="現状" defaultValue={text} maxCharacters={maxCharacters} />,
  );
  expect(textOf(html)).toContain(words);
});
