/** JavaScript の無い画面の、行の操作。送られたフォームの中身から、操作の後の答えを作る。 */
import { describe, expect, it } from "vitest";
import type { RawRow } from "#app/domain/plan/field.ts";
import type { PlanOptions } from "#app/domain/plan/options.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import { pasteQuery, pasteSummaryIn } from "#app/routes/applicant/paste-summary.ts";
import { rowIntents } from "#app/routes/applicant/row-intents.ts";
import { readSectionForm } from "#app/routes/applicant/section-form.server.ts";
import { pasteIntoSection } from "#app/routes/applicant/section-paste.server.ts";
import type { RowIntent } from "#app/ui/form/rows/row-intent.ts";
import { summaryOf } from "#app/ui/form/rows/paste-words.ts";

const rows = (...names: readonly string[]): readonly (readonly [string, string])[] =>
  names.flatMap((name, index): readonly (readonly [string, string])[] => [
    [`funds[${index}].id`, name],
    [`funds[${index}].purpose`, `${name}の購入`],
  ]);

function send(pressed: RowIntent | null, more: readonly (readonly [string, string])[] = rows("a", "b", "c")) {
  const form = new FormData();
  for (const [name, value] of [["version", "3"], ["rows", "funds"], ...more] as const)
    form.append(name, value);
  if (pressed !== null) form.append(pressed.name, pressed.value);
  return readSectionForm(form);
}
const purposes = (answers: unknown): readonly string[] =>
  ((answers as { readonly funds?: readonly ({ readonly purpose?: string } | undefined)[] }).funds ?? []).map(
    (row) => row?.purpose ?? "",
  );

describe("行の操作のボタン", () => {
  it.each<readonly [string, RowIntent, readonly string[]]>([
    ["追加する", rowIntents.insert("funds"), ["aの購入", "bの購入", "cの購入", ""]],
    ["削除する", rowIntents.remove("funds", 1), ["aの購入", "cの購入"]],
    ["上へ移す", rowIntents.move("funds", 2, 1), ["aの購入", "cの購入", "bの購入"]],
    ["下へ移す", rowIntents.move("funds", 0, 1), ["bの購入", "aの購入", "cの購入"]],
    ["複製する", rowIntents.copy("funds", 0), ["aの購入", "aの購入", "bの購入", "cの購入"]],
    ["無い行を複製する", rowIntents.copy("funds", 9), ["aの購入", "bの購入", "cの購入"]],
  ])("%s", (_, pressed, after) => {
    const form = send(pressed);
    expect(purposes(form.answers)).toEqual(after);
    expect(form.rowsTouched).toBe("funds");
  });

  it("押さずに保存すると、行は送られた順のまま", () => {
    const form = send(null, [
      ["funds[5].id", "b"],
      ["funds[5].purpose", "bの購入"],
      ["funds[0].id", "a"],
      ["funds[0].purpose", "aの購入"],
    ]);
    expect(purposes(form.answers)).toEqual(["bの購入", "aの購入"]);
    expect(form.rowsTouched).toBeNull();
  });
});

describe("表計算ソフトの表を送る", () => {
  const section = sectionOf("funding");
  if (section === undefined) throw new Error("7 の区画がありません。");
  const options = {
    situation: { indicators: {}, succession: false, soleProprietor: false, restrictedEquipment: [] },
    measures: [{ value: "m1", label: "ア　自動化" }],
  } as unknown as PlanOptions;
  const pasted = (text: string, more: readonly (readonly [string, string])[]) => {
    const form = send(rowIntents.paste("funds"), [...more, [rowIntents.pasteBox("funds"), text]]);
    let made = 0;
    return pasteIntoSection(section, form, {}, options, () => `new-${(made += 1)}`);
  };

  it("打たれている行の後に足し、空の行は使う", async () => {
    const { answers, pasted: result } = await pasted("ア\t装置\t融資\t1,000\r\n", [
      ...rows("a"),
      ["funds[1].id", "blank"],
      ["funds[1].purpose", ""],
    ]);
    expect(
      (answers["funds"] as readonly RawRow[]).map(({ measure, purpose, method, amount }) => [
        measure,
        purpose,
        method,
        amount,
      ]),
    ).toEqual([
      ["", "aの購入", "", ""],
      ["m1", "装置", "融資", "1,000"],
    ]);
    expect(result?.outcome).toMatchObject({ touched: ["new-1"], unread: [] });
  });

  it("貼り付ける文字が無ければ、何も足さない", () => {
    expect(
      send(rowIntents.paste("funds"), [...rows("a"), [rowIntents.pasteBox("funds"), "  \n"]]).pastes.size,
    ).toBe(0);
  });

  it("結果は、開き直す画面に渡って同じ", async () => {
    const { pasted: result } = await pasted("使途・用途\t金額\t担当\n装置\t千\t山田\n", []);
    if (result === null) throw new Error("貼り付けられていません。");
    const summary = summaryOf(result.outcome);
    expect(summary).toMatchObject({ rows: 1, unread: 1, unknownHeads: ["担当"] });
    expect(pasteSummaryIn(new URLSearchParams(pasteQuery("funds", summary)))).toEqual({
      field: "funds",
      summary,
    });
  });

  it("書き換えられたアドレスからは、結果を作らない", () => {
    expect(pasteSummaryIn(new URLSearchParams("saved=pasted&field=funds&counts=x-1-2-3"))).toBeNull();
  });
});
