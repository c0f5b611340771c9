/** 申請者の歩み: 下書きを始め、区画を埋め、確かめて、申請する。 */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import type {
  FieldSpec,
  RawAnswers,
  RawRow,
  RawSection,
  RowsSpec,
  SectionSpec,
} from "#app/domain/plan/field.ts";
import { pdfFile } from "#test/support/attachment-files.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import type { Shown, Visitor } from "../visitor.ts";
import { accountOf, type Person } from "./log-in.ts";
import { answerField, chooseRadio, pressByKeyboard, tabTo } from "./typing.ts";

/** 押す。打つ人はキーボードで押す。 */
export async function press(visitor: Visitor, button: Locator): Promise<void> {
  if (visitor.typing === "typed") await pressByKeyboard(visitor, button);
  else await visitor.moving(() => button.click());
}

/**
 * 申請者の入口から、新しい下書きを作り、始めの質問に答えて、区画の一覧に着く。
 * @returns 下書きの道筋（`/c/…/applications/…`）
 */
export async function startApplication(visitor: Visitor, person: Person): Promise<string> {
  await visitor.open(`/c/${accountOf(person).companyKey}`);
  await visitor.moving(() => visitor.page.getByRole("link", { name: "新しく申請する" }).first().click());
  await press(visitor, visitor.page.getByRole("button", { name: /下書きを作る/u }));
  await answerScreening(visitor, { ...qualified, ...(person === "yamabuki" ? socialWelfare : {}) });
  expect(await visitor.title()).toContain("経営力向上計画に係る認定申請");
  return visitor.path;
}

/** 認定も税制の特例も受けられる会社の、始めの質問への答え。 */
const qualified: Readonly<Record<string, string>> = {
  certifiedPlan: "none",
  realEstate: "no",
  organisation: "company",
  established: "yes",
  employees: "within1000",
  taxRelief: "yes",
  blueReturn: "yes",
  capital: "within",
  ownership: "none",
  averageIncome: "yes",
};
const socialWelfare = { organisation: "socialWelfareCorporation", capital: "none" } as const;

/** 一問ずつ答えて、結果から区画の一覧に進む。 */
async function answerScreening(visitor: Visitor, answers: Readonly<Record<string, string>>): Promise<void> {
  const { page } = visitor;
  for (;;) {
    const question = /\/screening\/(\w+)$/u.exec(visitor.path)?.[1];
    if (question === undefined) break;
    await chooseRadio(visitor, page.getByRole("radiogroup"), answers[question] ?? "");
    await press(visitor, page.getByRole("button", { name: "次へ", exact: true }));
  }
  await press(visitor, page.getByRole("link", { name: "区画の一覧に進む", exact: true }));
}

/** 添付が要る書類の全部を添付する。 */
export async function attachRequired(visitor: Visitor, application: string): Promise<void> {
  const { page } = visitor;
  await visitor.goTo(application);
  await visitor.follow("書類の添付");
  const needed = page.locator("main section[id]").filter({ hasText: "添付が必要です" });
  while ((await needed.count()) > 0) {
    const card = page.locator(`section#${(await needed.first().getAttribute("id")) ?? ""}`);
    await card.locator("input[type=file]").setInputFiles({
      name: "証明書.pdf",
      mimeType: "application/pdf",
      buffer: pdfFile(),
    });
    await card.getByRole("button", { name: "添付する", exact: true }).click();
    await card.getByText("揃っています").waitFor();
    await visitor.look();
  }
}

export async function fillPlan(visitor: Visitor, application: string, answers: RawAnswers): Promise<void> {
  for (const [section, answer] of Object.entries(answers))
    await fillSection(visitor, application, section, answer);
}

/** 一つの区画を開いて全部の欄を埋め、保存して一覧に戻る。 */
export async function fillSection(
  visitor: Visitor,
  application: string,
  sectionId: string,
  answers: RawSection,
): Promise<void> {
  const section = sectionNamed(sectionId);
  await visitor.goTo(application);
  await visitor.follow(`${section.number}　${section.title}`);
  await answerSection(visitor, section, answers);
  expect(await visitor.text()).toContain(`「${section.title}」を保存しました`);
}

const sectionNamed = (id: string): SectionSpec => {
  const section = sectionOf(id);
  if (section === undefined) throw new Error(`区画 ${id} はありません。`);
  return section;
};

async function answerSection(visitor: Visitor, section: SectionSpec, answers: RawSection): Promise<void> {
  const { page } = visitor;
  const save = (): Promise<void> => press(visitor, page.getByRole("button", { name: "保存して一覧に戻る" }));
  for (const [field, spec] of Object.entries(section.fields)) {
    const answer = answers[field];
    if (spec.shape === "rows") await answerRows(visitor, spec, rowsIn(answer));
    else if (typeof answer === "string" && answer !== "") {
      if (!(await appears(page.locator(`[name="${field}"]`).first()))) await save();
      await answerField(visitor, page, spec, answer);
    }
  }
  await save();
}

/** 自動の保存が欄を出すまでに待つ時間。 */
const REVEALED_WITHIN_MS = 6_000;

/** 選んだ答えで増える欄は、打つ間の保存で出る。JavaScript が無ければ出ないので、保存のボタンを押す。 */
const appears = (field: Locator): Promise<boolean> =>
  field.waitFor({ state: "attached", timeout: REVEALED_WITHIN_MS }).then(
    () => true,
    () => false,
  );

const rowsIn = (answer: RawSection[string] | undefined): readonly RawRow[] =>
  answer === undefined || typeof answer === "string" ? [] : answer;

async function answerRows(visitor: Visitor, spec: RowsSpec, rows: readonly RawRow[]): Promise<void> {
  const { page } = visitor;
  for (const [index, row] of rows.entries()) {
    const group = page.getByRole("group", { name: `${spec.rowLabel} ${index + 1}`, exact: true });
    if ((await group.count()) === 0) {
      await addRow(visitor, page.getByRole("button", { name: `${spec.rowLabel}を追加する`, exact: true }));
      await group.waitFor();
      await visitor.look();
    }
    for (const [column, cell] of Object.entries(spec.fields)) {
      const answer = row[column] ?? "";
      if (answer === "") continue;
      const value = cell.options === "measures" ? await measureValue(group, cell.label, answer) : answer;
      await answerField(visitor, group, cell, value);
    }
  }
}

/** 行を足す。script が届いていれば読み直さずに、届いていなければ送って増える。 */
async function addRow(visitor: Visitor, button: Locator): Promise<void> {
  if (visitor.typing === "typed") {
    await tabTo(visitor.page, button);
    await visitor.page.keyboard.press("Enter");
  } else await button.click();
}

/** 例の「measure-3」は三番目の実施事項を指す。本物の行の id は画面の選択肢から読む。 */
async function measureValue(group: Locator, label: string, example: string): Promise<string> {
  const position = Number(example.replace("measure-", ""));
  const radios = group.getByRole("radiogroup", { name: label }).locator("input");
  const values =
    (await radios.count()) > 0
      ? await radios.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
      : await group
          .getByLabel(label, { exact: true })
          .locator("option:not([value=''])")
          .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  return values[position - 1] ?? "";
}

/** 内容の確認の画面を開く。 */
export async function checkAnswers(visitor: Visitor, application: string): Promise<string> {
  if (visitor.path !== `${application}/check`) {
    await visitor.goTo(application);
    await visitor.follow("内容を確かめて申請する");
  }
  expect(await visitor.title()).toBe("内容の確認");
  return visitor.text();
}

export type Receipt = { readonly number: string; readonly times: string; readonly office: string };

/** 内容の確認から、宣言に印を付けて申請する。 */
export async function fileApplication(visitor: Visitor, application: string): Promise<Receipt> {
  await checkAnswers(visitor, application);
  await visitor.follow("申請に進む");
  await visitor.page.getByRole("checkbox").check();
  await visitor.press("申請する");
  expect(await visitor.title()).toBe("受付の控え");
  return readReceipt(visitor);
}

/** いま開いている控え。 */
export const readReceipt = async (visitor: Visitor): Promise<Receipt> => ({
  number: await visitor.valueOf("受付番号"),
  times: await visitor.valueOf("申請の回数"),
  office: await visitor.valueOf("提出先"),
});

/** その区画の画面の道筋。 */
export const sectionAt = (application: string, section: string): string =>
  `${application}/sections/${section}`;

/** いま開いている区画の一つの欄に入れる。 */
export async function answerOne(
  visitor: Visitor,
  section: string,
  field: string,
  answer: string,
): Promise<void> {
  await answerField(visitor, visitor.page, fieldNamed(section, field), answer);
}

/** いま開いている区画の一つの欄に入っている文字。 */
export const answerIn = (visitor: Visitor, section: string, field: string): Promise<string> =>
  visitor.page.getByLabel(fieldNamed(section, field).label, { exact: true }).inputValue();

function fieldNamed(section: string, field: string): FieldSpec {
  const spec = sectionNamed(section).fields[field];
  if (spec?.shape !== "field") throw new Error(`${section} に欄 ${field} はありません。`);
  return spec;
}

/** いま開いている区画を保存する。 */
export const saveSection = (visitor: Visitor): Promise<Shown> => visitor.press("保存して一覧に戻る");

/** 差し戻された申請の、指摘のある欄を直して、もう一度申請する。 */
export async function correctAndRefile(
  visitor: Visitor,
  application: string,
  { comment, section, field, answer }: Correction,
): Promise<Receipt> {
  await visitor.open(application);
  expect(await visitor.text()).toContain(comment);
  const spec = sectionNamed(section);
  await visitor.follow(spec.title);
  expect(await visitor.text()).toContain(comment);
  await answerOne(visitor, section, field, answer);
  await press(visitor, visitor.page.getByRole("button", { name: "保存して一覧に戻る" }));
  return fileApplication(visitor, application);
}

export type Correction = {
  /** 審査担当が書いた指摘。 */
  readonly comment: string;
  readonly section: string;
  readonly field: string;
  readonly answer: string;
};
