/** 行の順は、欄の名前の番号ではなく、送られた順で決まる。 */
import { describe, expect, it } from "vitest";
import { inPostedOrder } from "#app/domain/plan/posted-row-order.ts";

describe("送られた行の番号", () => {
  it("初めに現れた順に、0 から付け直す", () => {
    expect(
      inPostedOrder([
        ["rows", "equipment"],
        ["equipment[7].id", "c"],
        ["equipment[7].name", "旋盤"],
        ["equipment[0].id", "a"],
        ["equipment[0].name", "研削盤"],
      ]),
    ).toEqual([
      ["rows", "equipment"],
      ["equipment[0].id", "c"],
      ["equipment[0].name", "旋盤"],
      ["equipment[1].id", "a"],
      ["equipment[1].name", "研削盤"],
    ]);
  });

  it("二つの表は、別々に数える", () => {
    expect(
      inPostedOrder([
        ["land[3].id", "x"],
        ["buildings[9].id", "y"],
      ]).map(([name]) => name),
    ).toEqual(["land[0].id", "buildings[0].id"]);
  });

  it("付け直した物を、もう一度付け直しても同じ", () => {
    const once = inPostedOrder([
      ["a[5].id", "1"],
      ["a[2].id", "2"],
      ["b", "3"],
    ]);
    expect(inPostedOrder(once)).toEqual(once);
  });
});
