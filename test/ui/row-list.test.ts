/** 画面の行の並び: 足す・消す・動かす・貼り付ける・取り消す。 */
import { describe, expect, it } from "vitest";
import { changeRows, listRows, type RowChange, type RowList } from "#app/ui/form/rows/row-list.ts";

const row = (id: string, name = id) => ({ id, name });
const after = (ids: string, ...changes: readonly RowChange[]): RowList =>
  changes.reduce((list, change) => changeRows("設備", list, change), listRows([...ids].map((id) => row(id))));
const order = ({ rows }: RowList): string => rows.map(({ id }) => id).join("");
const slotOf = ({ rows }: RowList, id: string): number | undefined => rows.find((one) => one.id === id)?.slot;
const removed = (id: string, name = id): RowChange => ({ kind: "remove", id, current: row(id, name) });
const move = (id: string, by: -1 | 1): RowChange => ({ kind: "move", id, by, keys: true });
const pasted: RowChange = {
  kind: "paste",
  rows: [row("a"), row("b", "貼った"), row("x", "貼った")],
  touched: ["b", "x"],
  added: ["x"],
  before: [row("b", "前")],
  words: "2行を貼り付けました。",
  focus: { at: "report" },
};

describe("行の並び", () => {
  it("動かしても、欄の名前の番号は変わらない", () => {
    const list = after("abc", move("c", -1));
    expect(order(list)).toBe("acb");
    expect(slotOf(list, "c")).toBe(2);
    expect(list.change.words).toBe("設備 3 を 2 番目に移しました。");
  });

  it.each([
    ["a", -1],
    ["c", 1],
  ] as const)("端を越えては動かない（%s を %i）", (id, by) => {
    const list = after("abc", move(id, by));
    expect(order(list)).toBe("abc");
    expect(list.change.count).toBe(0);
  });

  it("消して元に戻すと、消したときの値で、もとの所に戻る", () => {
    const list = after("abc", removed("b", "打ちかけ"), { kind: "undo" });
    expect(order(list)).toBe("abc");
    expect(list.rows[1]?.initial).toEqual(row("b", "打ちかけ"));
    expect(slotOf(list, "b")).toBe(3);
  });

  it("二つ消したら、後に消した物から戻る", () => {
    const list = after("abc", removed("a"), removed("c"), { kind: "undo" });
    expect(order(list)).toBe("bc");
    expect(order(changeRows("設備", list, { kind: "undo" }))).toBe("abc");
  });

  it("貼り付けは、替わった行の欄だけを作り直す", () => {
    const list = after("ab", pasted);
    expect(list.rows.map(({ id, edition, initial }) => [id, edition, initial["name"]])).toEqual([
      ["a", 0, "a"],
      ["b", 1, "貼った"],
      ["x", 0, "貼った"],
    ]);
  });

  it("貼り付けを取り消すと、作った行が消え、替わった値が戻る", () => {
    const list = after("ab", pasted, { kind: "undo" });
    expect(list.rows.map(({ id, edition, initial }) => [id, edition, initial["name"]])).toEqual([
      ["a", 0, "a"],
      ["b", 2, "前"],
    ]);
  });

  it("ほかの人の保存と合わせると、残る行の欄はそのままで、増えた行が加わる", () => {
    const list = after("ab", { kind: "arrive", rows: [row("b", "新"), row("z", "新")] });
    expect(list.rows.map(({ id, slot, initial }) => [id, slot, initial["name"]])).toEqual([
      ["b", 1, "b"],
      ["z", 2, "新"],
    ]);
  });

  it("消した行がほかの人の保存で戻ったら、もう取り消しの対象ではない", () => {
    expect(after("ab", removed("a"), { kind: "arrive", rows: [row("a"), row("b")] }).undoable).toEqual([]);
  });
});
