/** どの書類が要るか（経営力向上に関する命令第2条）と、揃っているかの点検。 */
import { describe, expect, it } from "vitest";
import { type AttachedFile, checkAttachments } from "#app/domain/attachment/check-attachments.ts";
import { requiredAttachments } from "#app/domain/attachment/required-attachments.ts";
import type { ScanRule, ScanState } from "#app/domain/attachment/scan-state.ts";
import type { RawAnswers, RawRow } from "#app/domain/plan/field.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import { rulebook } from "#test/domain/rulebook/first-edition.ts";
import { manufacturing, warehouse, withFields } from "#test/support/example-plans.ts";

const row = (id: string, type: string, more: Readonly<Record<string, string>> = {}): RawRow => ({
  id,
  type,
  name: `設備 ${id}`,
  ...more,
});
const planWith = (rows: readonly RawRow[], base: RawAnswers = warehouse.answers): RawAnswers =>
  withFields(base, "equipment", { equipment: rows });
const needs = (answers: RawAnswers) => requiredAttachments(rulebook, readPlan(answers).values);
const required = (answers: RawAnswers): readonly string[] =>
  needs(answers)
    .filter(({ requirement }) => requirement === "required")
    .map(({ kind }) => kind.id);
const named = (answers: RawAnswers, id: string) => needs(answers).find(({ kind }) => kind.id === id);

describe("要る書類", () => {
  it.each<[string, readonly RawRow[], readonly string[]]>([
    ["設備のない計画には、要る書類がない", [], []],
    ["A類型には、工業会等の証明書", [row("a", "A")], ["industry-certificate"]],
    ["B類型には、確認申請書と確認書", [row("b", "B")], ["confirmation-request", "bureau-confirmation"]],
    [
      "D類型には、事前調査チェックシートも",
      [row("d", "D")],
      ["confirmation-request", "bureau-confirmation", "preliminary-survey"],
    ],
    ["E類型には、確認申請書と確認書", [row("e", "E")], ["confirmation-request", "bureau-confirmation"]],
    [
      "A類型とB類型が混じれば、両方",
      [row("a", "A"), row("b", "B")],
      ["industry-certificate", "confirmation-request", "bureau-confirmation"],
    ],
    ["廃止されたC類型には、要る書類がない", [row("c", "C")], []],
    [
      "発電設備には、報告書",
      [row("p", "A", { name: "太陽光発電設備" })],
      ["industry-certificate", "power-plant-report"],
    ],
  ])("%s", (_name, rows, expected) => expect(required(planWith(rows))).toEqual(expected));

  it("事業承継等を伴う計画には、合意を示す書面。種類が分からない間は申請を止めない", () => {
    const answers = withFields(warehouse.answers, "measures", { usesOthersResources: "yes" });
    expect(named(answers, "succession-agreement")).toMatchObject({
      requirement: "required",
      severity: "warning",
    });
    expect(named(answers, "preliminary-survey")).toMatchObject({ requirement: "optional" });
  });

  it.each([
    ["種類が決まれば、書面がないと申請できない", ["absorption-merger"], "error"],
    ["組合の設立だけなら、書面は要らない", ["cooperative-establishment"], null],
    ["組合の設立と合併なら、書面が要る", ["cooperative-establishment", "absorption-merger"], "error"],
  ])("事業承継等の%s", (_name, kinds, severity) => {
    const answers = withFields(warehouse.answers, "measures", {
      usesOthersResources: "yes",
      measures: kinds.map((successionKind, index) => ({
        id: `measure-${index}`,
        description: "相手の事業を受け継ぐ。",
        successionKind,
      })),
    });
    const needed = named(answers, "succession-agreement");
    expect(needed === undefined ? null : needed.severity).toBe(severity);
  });

  it("工業会等の証明書は設備ごとに一通。文書番号の同じ設備は一通で足りる", () => {
    const answers = planWith([
      row("a", "A", { certificateNumber: "26-1" }),
      row("b", "A", { certificateNumber: "26-2" }),
      row("c", "A", { certificateNumber: " 26-1 " }),
      row("d", "A"),
      row("e", "A"),
      row("f", "B"),
    ]);
    expect(named(answers, "industry-certificate")?.slots.map(({ rowIds }) => rowIds)).toEqual([
      ["a", "c"],
      ["b"],
      ["d"],
      ["e"],
    ]);
  });

  it("公開資料で確かめた定めは申請を止め、言葉から見分けた発電設備は止めない", () => {
    const answers = planWith([row("p", "A", { name: "風力発電機" })]);
    expect(named(answers, "industry-certificate")?.severity).toBe("error");
    expect(named(answers, "power-plant-report")?.severity).toBe("warning");
  });

  it.each([
    ["発電設備で半分以下を売ると答えれば、報告書がないと申請できない", "halfOrLess", "error"],
    ["発電設備ではないと答えれば、名称に「発電」とあっても要らない", "no", null],
  ])("%s", (_name, powerPlant, severity) => {
    const answers = planWith([row("p", "A", { name: "風力発電機", kind: "machinery", powerPlant })]);
    const report = named(answers, "power-plant-report");
    expect(report?.requirement === "required" ? report.severity : null).toBe(severity);
  });

  it("決算書とその他の書類は、いつでも添付できる", () => {
    expect(needs(warehouse.answers).map(({ kind }) => kind.id)).toEqual(["financial-statements", "other"]);
  });

  it("理由が、どの書類にも文として付く", () => {
    for (const one of needs(manufacturing.answers)) expect(one.reason).toMatch(/。$/u);
  });
});

const attachedFile = (kind: string, rowIds: readonly string[], scan: ScanState = "clean"): AttachedFile => ({
  id: `${kind}-${rowIds.join("+")}`,
  kind,
  rowIds,
  fileName: "証明書.pdf",
  scan,
});
const check = (answers: RawAnswers, attached: readonly AttachedFile[], rule: ScanRule = "optional") =>
  checkAttachments(needs(answers), attached, rule).map((finding) => [
    finding.check,
    finding.severity,
    finding.field,
    finding.rowId,
  ]);

describe("揃っているかの点検", () => {
  const two = planWith([row("a", "A"), row("b", "A")]);

  it("設備ごとに、足りない証明書を一つずつ指す", () => {
    expect(check(two, [])).toEqual([
      ["attachmentMissing", "error", "industry-certificate", "a"],
      ["attachmentMissing", "error", "industry-certificate", "b"],
    ]);
    expect(check(two, [attachedFile("industry-certificate", ["a"])])).toEqual([
      ["attachmentMissing", "error", "industry-certificate", "b"],
    ]);
  });

  it("一つのファイルが、いくつもの設備の証明書を兼ねられる", () => {
    expect(check(two, [attachedFile("industry-certificate", ["a", "b"])])).toEqual([]);
  });

  it("ほかの種類の書類は、証明書の代わりにならない", () => {
    const findings = check(two, [attachedFile("other", ["a", "b"])]);
    expect(findings.filter(([name]) => name === "attachmentMissing")).toHaveLength(2);
  });

  it("確認書があっても、確認申請書がなければ申請できない", () => {
    expect(check(planWith([row("b", "B")]), [attachedFile("bureau-confirmation", ["b"])])).toEqual([
      ["attachmentMissing", "error", "confirmation-request", "b"],
    ]);
  });

  it("設備を消した後の証明書は、要らない書類として知らせるだけ", () => {
    expect(check(warehouse.answers, [attachedFile("industry-certificate", ["a"])])).toEqual([
      ["attachmentUnneeded", "warning", "industry-certificate", "industry-certificate-a"],
    ]);
  });

  it.each<[ScanState, ScanRule, string | null]>([
    ["clean", "required", null],
    ["clean", "optional", null],
    ["scanning", "required", "error"],
    ["scanning", "optional", "warning"],
    ["unscanned", "required", "error"],
    ["unscanned", "optional", "warning"],
    ["infected", "required", "error"],
    ["infected", "optional", "error"],
  ])("検査の状態 %s は、決まり %s の下で %s", (scan, rule, severity) => {
    const severities = check(warehouse.answers, [attachedFile("other", [], scan)], rule).map(
      ([, one]) => one,
    );
    expect(severities).toEqual(severity === null ? [] : [severity]);
  });

  it("どの指摘も、何をすればよいかを書いた文で終わる", () => {
    const findings = checkAttachments(
      needs(two),
      [attachedFile("other", [], "scanning"), attachedFile("bureau-confirmation", ["x"], "unscanned")],
      "required",
    );
    for (const { message } of findings) expect(message).toMatch(/。$/u);
  });
});
