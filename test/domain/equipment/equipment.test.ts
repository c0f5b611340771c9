import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isKindEligible,
  isTypeOpen,
  kindByName,
  openTypes,
  priceFloor,
  salesStartWindow,
} from "#app/domain/equipment/equipment.ts";
import { equipmentTypes } from "#app/domain/rulebook/tables/equipment-tables.ts";
import { rulebook } from "../rulebook/first-edition.ts";

describe("最低取得価額（租税特別措置法第42条の12の4）", () => {
  it.each([
    ["A", "machinery", "2026-12-01", 1600],
    ["A", "tools", "2026-03-31", 300],
    ["A", "tools", "2026-04-01", 400],
    ["B", "fixtures", "2026-03-31", 300],
    ["B", "fixtures", "2026-04-01", 400],
    ["D", "building-fixtures", "2026-12-01", 600],
    ["E", "building-fixtures", "2026-12-01", 10000],
    ["E", "building", "2026-12-01", 10000],
    ["B", "software", "2026-12-01", 700],
    ["C", "machinery", "2025-03-31", 1600],
  ] as const)("%s類型 %s %s は %i千円以上", (type, kind, on, thousandYen) => {
    expect(priceFloor(rulebook, { type, kind, on })?.thousandYen).toBe(thousandYen);
  });

  it("令和8年4月1日の40万円への引上げは施行が未確認なので、止めない確かさをもつ", () => {
    expect(priceFloor(rulebook, { type: "A", kind: "tools", on: "2026-12-01" })).toMatchObject({
      certainty: "inferred",
      restriction: "測定工具及び検査工具に限る",
    });
    expect(priceFloor(rulebook, { type: "A", kind: "tools", on: "2025-12-01" })?.certainty).toBe("seen");
  });

  it("建物は E 類型だけが対象", () => {
    const eligible = equipmentTypes.filter((type) =>
      isKindEligible(rulebook, { type, kind: "building", on: "2026-12-01" }),
    );
    expect(eligible).toEqual(["E"]);
  });

  it("知らない種類は対象外", () => {
    expect(priceFloor(rulebook, { type: "A", kind: "ship", on: "2026-12-01" })).toBeUndefined();
  });

  it("種類の名前から引く", () => {
    expect(kindByName(rulebook, "機械装置")?.id).toBe("machinery");
    expect(kindByName(rulebook, "船舶")).toBeUndefined();
  });
});

describe("類型", () => {
  it.each([
    ["C", "2025-03-31", true],
    ["C", "2025-04-01", false],
    ["E", "2025-03-31", false],
    ["E", "2025-04-01", true],
    ["A", "2027-03-31", true],
    ["A", "2027-04-01", false],
  ] as const)("%s類型は %s に使える: %s", (type, on, open) => {
    expect(isTypeOpen(rulebook, type, on)).toBe(open);
  });

  it("令和8年12月の選択肢は A、B、D、E", () => {
    expect(openTypes(rulebook, "2026-12-01").map(({ type }) => type)).toEqual(["A", "B", "D", "E"]);
  });

  it("A類型の機械装置は販売開始から10年以内", () => {
    expect(salesStartWindow(rulebook, { type: "A", kind: "machinery" })).toMatchObject({
      years: 10,
      certainty: "seen",
    });
    expect(salesStartWindow(rulebook, { type: "B", kind: "machinery" })).toBeUndefined();
  });

  it("使える類型の期間中は、どの日も機械装置の価額が一つに決まる", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...equipmentTypes),
        fc.date({ min: new Date("2017-01-01"), max: new Date("2028-12-31"), noInvalidDate: true }),
        (type, date) => {
          const on = date.toISOString().slice(0, 10);
          fc.pre(isTypeOpen(rulebook, type, on));
          expect(priceFloor(rulebook, { type, kind: "machinery", on })?.thousandYen).toBe(1600);
        },
      ),
    );
  });
});
