import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressFor, prefersJson } from "#app/routes/public/json-address.ts";
import { loader as json } from "#app/routes/public/lookup-json.ts";
import { loader as page } from "#app/routes/public/lookup.tsx";
import { draftEdition, publishDraft } from "#test/support/editions.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { load } from "#test/support/route-call.ts";

let portal: TestServices;
beforeAll(async () => {
  portal = await startTestServices();
});
afterAll(() => portal.close());

const askJson = async (query: string) => {
  const response = await load(json, portal.loadContext, `/lookup.json?${query}`);
  return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
};

const open = async (query: string) => {
  const answer = await load(page, portal.loadContext, `/lookup${query}`, {
    headers: { Accept: "text/html" },
  });
  if (answer instanceof Response) throw new Error(`画面が出るはず: ${String(answer.status)}`);
  return { status: answer.init?.status, ...answer.data };
};

describe("提出先・指針検索の JSON", () => {
  it.each([
    ["製造業・宮城", "2662", "04", "東北経済産業局", "東北経済産業局長", "製造業", 14, "businessDays"],
    ["倉庫業・兵庫", "4711", "28", "神戸運輸監理部", "神戸運輸監理部長", "基本方針", 30, "days"],
    ["倉庫業・大阪", "4711", "27", "近畿運輸局", "近畿運輸局長", "基本方針", 30, "days"],
    ["建設業・大阪", "0611", "27", "近畿地方整備局", "近畿地方整備局長", "建設業", 30, "days"],
    ["介護・福岡", "8541", "40", "九州厚生局", "九州厚生局長", "介護", 30, "days"],
  ])("%s", async (_name, industry, prefecture, office, addressee, guideline, days, unit) => {
    const { status, headers, body } = await askJson(
      `industry=${industry}&prefecture=${prefecture}&revision=14`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: "office",
      receivingOffice: { name: office },
      addressee,
      guideline: { name: guideline },
      submission: "electronic",
      electronic: true,
      processing: { days, unit },
      on: "2026-12-01",
      edition: { label: "令和8年4月1日版", effectiveFrom: "2026-04-01" },
    });
    expect(headers.get("Vary")).toBe("Accept");
    expect(headers.get("Cache-Control")).toBe("public, max-age=300");
    expect(headers.get("Content-Type")).toMatch(/^application\/json/u);
  });

  it("版と答えが同じ間は 304 で答え、版が変われば新しい答えを返す", async () => {
    const ask = (tag: string) =>
      load(json, portal.loadContext, "/lookup.json?industry=2662&prefecture=04&on=2027-04-01", {
        headers: { "If-None-Match": tag },
      });
    const tag = (await ask("")).headers.get("ETag") ?? "";
    expect(tag).toMatch(/^"[\w-]{27}"$/u);
    const same = await ask(`W/"other", ${tag}`);
    expect({ status: same.status, body: await same.text(), tag: same.headers.get("ETag") }).toEqual({
      status: 304,
      body: "",
      tag,
    });
    const effectiveFrom = "2027-04-01";
    const editionId = await draftEdition(portal, effectiveFrom);
    await publishDraft(portal, editionId, { label: "令和9年4月1日版", effectiveFrom });
    const fresh = await ask(tag);
    expect(fresh.status).toBe(200);
    expect(fresh.headers.get("ETag")).not.toBe(tag);
  });

  it("全角の番号も読む", async () => {
    const { body } = await askJson(`industry=${encodeURIComponent("４７１１")}&prefecture=28`);
    expect(body).toMatchObject({ industry: { code: "4711" }, addressee: "神戸運輸監理部長" });
  });

  it.each([
    ["", ["industry", "prefecture"]],
    ["industry=9998&prefecture=28", ["industry"]],
    ["industry=4711&prefecture=48", ["prefecture"]],
    ["industry=4711&prefecture=28&revision=15&on=2026-02-30", ["on", "revision"]],
    ["industry=4711&prefecture=28&on=2020-01-01", ["on"]],
    ["industry=%E5%80%89%E5%BA%AB&prefecture=28", ["industry"]],
  ])("?%s は、誤りのある欄 %j を言って 400", async (query, fields) => {
    const { status, body } = await askJson(query);
    expect(status).toBe(400);
    const { errors } = body as { errors: readonly { field: string; message: string }[] };
    expect(errors.map(({ field }) => field)).toEqual(fields);
    for (const { message } of errors) expect(message).toMatch(/。$/u);
  });
});

describe("提出先・指針検索の画面", () => {
  it("開いただけなら、答えも誤りもなく、大分類が並ぶ", async () => {
    const view = await open("");
    expect(view).toMatchObject({ status: 200, errors: [], answer: null, hits: null });
    expect(view.browsed.level).toBe("大分類");
    expect(view.browsed.industries).toHaveLength(20);
    expect(view.prefectures).toHaveLength(47);
  });

  it("番号と都道府県の付いた URL は、そのまま答えになる", async () => {
    const view = await open("?industry=0952&prefecture=28");
    expect(view).toMatchObject({ status: 200, errors: [], answer: { industry: { code: "0952" } } });
  });

  it("分類をたどるリンクだけで、都道府県を保ったまま細分類の答えに着く", async () => {
    const steps = ["H", "47", "471", "4711"];
    let query = "?prefecture=28";
    for (const code of steps) {
      const { browsed } = await open(query);
      const next = browsed.industries.find((industry) => industry.code === code);
      if (next === undefined) throw new Error(`${code} が並んでいるはず`);
      query = next.href.slice("/lookup".length);
    }
    expect(query).toBe("?industry=4711&prefecture=28");
    expect((await open(query)).answer).toMatchObject({ addressee: "神戸運輸監理部長" });
  });

  it("たどった道を一段ずつ戻れる", async () => {
    const { browsed } = await open("?group=471&prefecture=28");
    expect(browsed.path.map(({ href }) => href)).toEqual([
      "/lookup?prefecture=28",
      "/lookup?division=H&prefecture=28",
      "/lookup?majorGroup=47&prefecture=28",
      undefined,
    ]);
  });

  it("言葉を入れると、当たった細分類が都道府県を保ったリンクで並ぶ", async () => {
    const view = await open(`?industry=${encodeURIComponent("倉庫")}&prefecture=28`);
    expect(view).toMatchObject({ status: 200, errors: [], answer: null, hits: { words: "倉庫" } });
    expect(view.hits?.industries).toContainEqual({
      code: "4711",
      name: "倉庫業（冷蔵倉庫業を除く）",
      within: "運輸業、郵便業 ＞ 倉庫業",
      href: "/lookup?industry=4711&prefecture=28",
    });
  });

  it("番号の初めの桁だけでも並ぶ。多すぎれば、初めの 50 件とことわる", async () => {
    expect((await open("?industry=471")).hits?.industries.map(({ code }) => code)).toEqual(["4711"]);
    const { hits } = await open("?industry=1");
    expect(hits?.industries).toHaveLength(50);
    expect(hits?.more).toBe(true);
  });

  it("業種だけが決まっているときは、誤りではなく、都道府県を待つ", async () => {
    expect(await open("?industry=4711")).toMatchObject({
      status: 200,
      errors: [],
      answer: null,
      waitingIndustry: "4711 倉庫業（冷蔵倉庫業を除く）",
    });
  });

  it("改定ごとに違う番号は、その改定で読む", async () => {
    expect((await open("?industry=0953&prefecture=28&revision=13")).answer).toMatchObject({
      industry: { revision: 13, name: "ぶどう糖・水あめ・異性化糖製造業" },
    });
  });

  it.each([
    [
      "?industry=&prefecture=",
      [
        ["prefecture", "都道府県を選んで"],
        ["industry", "業種の番号か言葉を"],
      ],
    ],
    ["?industry=4711&prefecture=", [["prefecture", "都道府県を選んで"]]],
    ["?industry=9998&prefecture=28", [["industry", "「9998」は、日本標準産業分類の第14回改定にありません"]]],
    ["?industry=4711&prefecture=99", [["prefecture", "01から47"]]],
    ["?industry=4711&prefecture=28&on=%E6%98%8E%E6%97%A5", [["on", "2026-12-01のように"]]],
  ] as const)("%s は、欄ごとの理由を出し、入れたものを残して 400", async (query, expected) => {
    const view = await open(query);
    expect(view.status).toBe(400);
    expect(view.answer).toBeNull();
    expect(view.errors.map(({ field }) => field)).toEqual(expected.map(([field]) => field));
    view.errors.forEach(({ message }, index) => expect(message).toContain(expected[index]?.[1]));
    expect(view.conditions.industry).toBe(new URLSearchParams(query).get("industry"));
  });

  it.each(["?division=Z", "?division=47", "?majorGroup=471"])("知らない分類 %s は 404", async (query) => {
    const answer = await load(page, portal.loadContext, `/lookup${query}`);
    expect(answer).toMatchObject({ status: 404 });
  });
});

describe("画面と JSON の振り分け", () => {
  it.each([
    ["application/json", true],
    ["application/json, text/plain, */*", true],
    ["application/json;q=0.9, text/html;q=0.5", true],
    ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", false],
    ["text/html, application/json", false],
    ["application/json;q=0", false],
    ["*/*", false],
    ["", false],
    [null, false],
  ])("Accept: %s は JSON を求めている: %s", (accept, json_) => {
    expect(prefersJson(accept)).toBe(json_);
  });

  it("同じ URL で JSON を求めた人には、条件を保ったまま JSON の道筋で答える", () => {
    expect(addressFor("/lookup?industry=4711&prefecture=28", "application/json")).toBe(
      "/lookup.json?industry=4711&prefecture=28",
    );
  });

  it("JSON のない画面の URL は変えない", () => {
    expect(addressFor("/help?x=1", "application/json")).toBe("/help?x=1");
    expect(addressFor("/lookup?x=1", "text/html")).toBe("/lookup?x=1");
  });
});
