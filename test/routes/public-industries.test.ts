/** 業種の一覧の JSON。版を名指しした問いへの答えは、ブラウザーが覚えてよい。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loader } from "#app/routes/public/industries-json.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { load } from "#test/support/route-call.ts";

let portal: TestServices;
let edition: string;
beforeAll(async () => {
  portal = await startTestServices();
  edition = portal.services.rulebooks.on("2026-12-01")?.editionId ?? "";
});
afterAll(() => portal.close());

const ask = async (query: Readonly<Record<string, string>>) => {
  const path = `/industries.json?${new URLSearchParams(query).toString()}`;
  const response = await load(loader, portal.loadContext, path);
  const text = await response.text();
  return {
    status: response.status,
    cache: response.headers.get("Cache-Control"),
    bytes: text.length,
    body: JSON.parse(text) as unknown,
  };
};

describe("分類の一覧", () => {
  it("何も選んでいなければ、20の大分類だけ", async () => {
    const { status, body } = await ask({ at: "" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ chosen: { division: "" }, lists: { majorGroup: [] }, named: null });
    expect((body as { lists: { division: unknown[] } }).lists.division).toHaveLength(20);
  });

  it("細分類まで選べば、四つの段と、提出先と指針の答え", async () => {
    const { body } = await ask({ at: "2662", revision: "14", prefecture: "04" });
    expect(body).toMatchObject({
      chosen: { division: "E", majorGroup: "26", group: "266", class: "2662" },
      named: {
        code: "2662",
        within: "製造業 ＞ 生産用機械器具製造業 ＞ 金属加工機械製造業",
        answer: {
          kind: "office",
          receivingOffice: { name: "東北経済産業局" },
          guideline: { name: "製造業" },
        },
      },
    });
  });

  it.each([
    ["知らない番号", { at: "9998", prefecture: "04" }],
    ["ほかの改定の番号", { at: "6098", revision: "14", prefecture: "04" }],
    ["番号でないもの", { at: "../../etc", prefecture: "99" }],
  ])("%sは、何も選んでいないとみなす", async (_name, query) => {
    const { status, body } = await ask(query);
    expect(status).toBe(200);
    expect(body).toMatchObject({ chosen: { division: "", class: "" }, named: null });
  });

  it("都道府県が分からなければ、業種の名前だけを答える", async () => {
    expect((await ask({ at: "2662" })).body).toMatchObject({ named: { code: "2662", answer: null } });
  });
});

describe("言葉で探す", () => {
  it("当たった業種を20件まで、属する分類とともに答える", async () => {
    const { body, bytes } = await ask({ words: "製造業" });
    const { hits, more } = body as { hits: readonly unknown[]; more: boolean };
    expect(hits).toHaveLength(20);
    expect(more).toBe(true);
    expect(bytes).toBeLessThan(6_000);
    expect((await ask({ words: "とこや" })).body).toMatchObject({
      hits: [
        { code: "7821", calledBy: "床屋", within: "生活関連サービス業、娯楽業 ＞ 洗濯・理容・美容・浴場業" },
      ],
      more: false,
    });
  });

  it("改定によって、番号が違う", async () => {
    expect((await ask({ words: "花屋", revision: "13" })).body).toMatchObject({ hits: [{ code: "6093" }] });
    expect((await ask({ words: "花屋", revision: "14" })).body).toMatchObject({ hits: [{ code: "6092" }] });
  });
});

describe("覚えてよいか", () => {
  it("今の版を名指ししたときだけ、ずっと覚えてよい", async () => {
    expect((await ask({ at: "E", edition })).cache).toBe("public, max-age=31536000, immutable");
    for (const other of ["", "old-edition"])
      expect((await ask({ at: "E", edition: other })).cache).toBe("no-store");
  });
});
