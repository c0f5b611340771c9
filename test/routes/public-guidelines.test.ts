import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loader as one } from "#app/routes/public/guideline.tsx";
import { loader as list } from "#app/routes/public/guidelines.tsx";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { load } from "#test/support/route-call.ts";

let portal: TestServices;
beforeAll(async () => {
  portal = await startTestServices();
});
afterAll(() => portal.close());

const openList = async () => {
  const answer = await load(list, portal.loadContext, "/guidelines");
  if (answer instanceof Response) throw new Error("画面が出るはず");
  return answer;
};
const openGuideline = async (id: string) => {
  const answer = await load(one, portal.loadContext, `/guidelines/${id}`, { params: { id } });
  if (answer instanceof Response) throw new Error("画面が出るはず");
  return answer.guideline;
};

describe("事業分野別指針の一覧", () => {
  it("21 の指針と基本方針が、公表の順に、最終更新日と省庁とともに並ぶ", async () => {
    const { guidelines, edition } = await openList();
    expect(guidelines).toHaveLength(22);
    expect(guidelines.map(({ name }) => name).slice(0, 3)).toEqual(["製造業", "卸・小売業", "外食・中食"]);
    expect(guidelines.at(-1)?.name).toBe("基本方針");
    expect(guidelines[0]).toMatchObject({ updatedOn: "令和3年8月2日", confirmed: true });
    expect(guidelines[0]?.ministries).toContain("経済産業省");
    expect(edition).toEqual({ label: "令和8年4月1日版", effectiveFrom: "令和8年4月1日" });
  });

  it("一覧にある指針は、みな開ける", async () => {
    const { guidelines } = await openList();
    for (const { id, name } of guidelines) expect((await openGuideline(id)).name).toBe(name);
  });
});

describe("一つの指針", () => {
  it("製造業の項目は、公表の順（イ(1) から ト まで）に並ぶ", async () => {
    const { sections } = await openGuideline("manufacturing");
    expect(sections.map(({ code }) => code)).toEqual(["イ", "ロ", "ハ", "ニ", "ホ", "ヘ", "ト"]);
    const codes = sections.flatMap(({ items }) => items.map(({ printedCode }) => printedCode));
    expect(codes).toHaveLength(17);
    expect(codes.slice(0, 4)).toEqual(["イ(1)", "イ(2)", "イ(3)", "ロ(1)"]);
  });

  it("指標には、算式、向き、計画期間ごとの下限が付く", async () => {
    const { indicators } = await openGuideline("manufacturing");
    expect(indicators.map(({ name }) => name)).toEqual(["労働生産性", "売上高経常利益率", "付加価値額"]);
    expect(indicators[0]).toMatchObject({ direction: "大きいほど良い", confirmed: true });
    expect(indicators[0]?.formula).toContain("営業利益+人件費+減価償却費");
    expect(indicators[0]?.floors.map(({ months, percent }) => [months, percent])).toEqual([
      [36, "1"],
      [48, "1.5"],
      [60, "2"],
    ]);
  });

  it("離職率は低いほど良く、下限は改善として示す", async () => {
    const { indicators } = await openGuideline("nursing-care");
    expect(indicators.find(({ name }) => name === "離職率")).toMatchObject({
      direction: "小さいほど良い（下がると改善）",
      improvement: true,
    });
  });

  it("規模の区分ごとの必要な項目の数は、確かめたものと確認中のものを分ける", async () => {
    const { sizeClasses } = await openGuideline("manufacturing");
    expect(sizeClasses.map(({ employees }) => employees)).toEqual(["19人以下", "20人から299人", "300人以上"]);
    expect(sizeClasses[1]?.counts).toEqual([
      { label: "イ(1)〜ニ(3)", minimum: 2, note: null, confirmed: true },
      { label: "ホ(1)〜ト", minimum: 1, note: null, confirmed: true },
    ]);
    expect(sizeClasses[0]?.counts.map(({ confirmed }) => confirmed)).toEqual([false, false]);
  });

  it("知識だけによる文言は、確かめたものとして出さない", async () => {
    const { sections } = await openGuideline("manufacturing");
    expect(sections.flatMap(({ items }) => items)[0]).toMatchObject({ confirmed: false });
    expect((await openGuideline("construction")).sections[0]?.items[0]).toMatchObject({ confirmed: true });
  });

  it("下限の分からない計画期間は、数を出さず確認中とする", async () => {
    const { indicators } = await openGuideline("trucking");
    expect(indicators[0]?.floors.map(({ percent, confirmed }) => [percent, confirmed])).toEqual([
      ["2", true],
      [null, false],
      [null, false],
    ]);
  });

  it.each(["unknown", "", "__proto__", "製造業"])("知らない指針「%s」は 404", async (id) => {
    const answer = await load(one, portal.loadContext, "/guidelines/x", { params: { id } });
    expect(answer).toMatchObject({ status: 404 });
  });
});
