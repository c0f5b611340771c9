/** 確認の一覧: 項目の id、取込み、進み。 */
import { expect, it } from "vitest";
import {
  type ChecklistItem,
  checkMarkOf,
  numberedItems,
  progressOf,
  takeOver,
} from "#app/domain/checklist/checklist.ts";

const item = (id: string, more: Partial<ChecklistItem> = {}): ChecklistItem => ({
  id,
  text: `${id}を確かめる`,
  section: "",
  field: "",
  required: true,
  ...more,
});
const before = [item("a"), item("b", { section: "company", field: "employees" }), item("c")];
const counter = () => {
  let count = 0;
  return () => `new-${(count += 1)}`;
};
const idsAfter = (typed: readonly ChecklistItem[]) =>
  numberedItems(before, typed, counter()).map(({ id }) => id);

it.each<readonly [string, readonly ChecklistItem[], readonly string[]]>([
  ["何も変えない", before, ["a", "b", "c"]],
  ["順だけを変える", [item("c"), item("a")], ["c", "a"]],
  ["文を直す", [item("a", { text: "別の文" })], ["new-1"]],
  ["必ず確認するのをやめる", [item("a", { required: false })], ["new-1"]],
  ["欄を付け替える", [item("a", { section: "company" })], ["new-1"]],
  ["足す", [item("a"), item("", { text: "足す" })], ["a", "new-1"]],
  ["知らない id を名乗る", [item("z")], ["new-1"]],
  ["同じ項目を二度送る", [item("a"), item("a")], ["a", "new-1"]],
])("%sと、中身の同じ項目だけが前の id を保つ", (_name, typed, expected) => {
  expect(idsAfter(typed)).toEqual(expected);
});

it("新しい項目を取り込んでも、答えた項目は残り、答えていない古い項目は外れる", () => {
  const taken = takeOver(before, [item("c"), item("d")], new Set(["a", "c"]));
  expect(taken.map(({ id, former }) => [id, former === true])).toEqual([
    ["c", false],
    ["d", false],
    ["a", true],
  ]);
  expect(takeOver(taken, [item("c"), item("d")], new Set(["a", "c"]))).toEqual(taken);
  expect(takeOver(taken, [item("a"), item("d")], new Set(["a"])).map(({ former }) => former)).toEqual([
    undefined,
    undefined,
  ]);
});

it("進みは、いまの一覧の項目で数え、必ず確認する項目の残りと要確認を挙げる", () => {
  const items = [...before, item("d", { required: false }), { ...item("e"), former: true as const }];
  const progress = progressOf(
    items,
    new Map([
      ["a", "done"],
      ["b", "question"],
      ["e", "question"],
    ]),
  );
  expect(progress).toMatchObject({ total: 4, answered: 2 });
  expect(progress.unanswered.map(({ id }) => id)).toEqual(["c"]);
  expect(progress.questions.map(({ id }) => id)).toEqual(["b"]);
});

it("知らない答えは読まない", () => {
  expect(checkMarkOf("notApplicable")).toBe("notApplicable");
  expect(checkMarkOf("toString")).toBeUndefined();
});
