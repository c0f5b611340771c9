/** 業種は、番号でも、名前でも、読みでも、ふだんの呼び名でも見つかる。 */
import { performance } from "node:perf_hooks";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { industryHits, searchIndustries } from "#app/domain/industry/search-industries.ts";
import { type JsicRevision, jsicRevisions } from "#app/domain/rulebook/industry-table.ts";
import { rulebook } from "../rulebook/first-edition.ts";

const codes = (query: string, revision: JsicRevision = 14) =>
  searchIndustries(rulebook, revision, query).map(({ code }) => code);
const names = (query: string) => searchIndustries(rulebook, 14, query).map(({ name }) => name);

describe("番号で探す", () => {
  it.each([
    ["4711", ["4711"]],
    ["４７", ["4700", "4709", "4711", "4721"]],
    ["266 機械工具", ["2664", "2663"]],
    ["2662 金属加工機械", ["2662"]],
  ])("「%s」", (query, expected) => {
    expect(codes(query)).toEqual(expected);
  });
});

describe("名前で探す", () => {
  it.each([
    ["そば", "そば・うどん店"],
    ["ソバ", "そば・うどん店"],
    ["ﾊﾟﾝ", "パン製造業"],
    ["ぱん", "パン製造業"],
    ["冷蔵倉庫", "冷蔵倉庫業"],
    ["金属 工作", "金属工作機械製造業"],
    ["Ｘ線", "Ｘ線装置製造業"],
    ["x線", "Ｘ線装置製造業"],
  ])("「%s」で「%s」が見つかる", (query, name) => {
    expect(names(query)).toContain(name);
  });

  it("名前が言葉で始まるものを先に、除かれる事業の名に当たっただけのものは後に並べる", () => {
    const found = codes("獣医");
    expect(found[0]).toBe("7411");
    expect(found.at(-1)).toBe("0134");
  });

  it("空の言葉と見つからない言葉は空", () => {
    for (const query of ["", "　 ", "宇宙人"]) expect(codes(query), query).toEqual([]);
  });
});

describe("読みで探す", () => {
  it.each([
    ["きんぞくこうさくきかい", "2661"],
    ["キンゾクコウサクキカイ", "2661"],
    ["ｷﾝｿﾞｸｺｳｻｸ", "2661"],
    ["そうこぎょう", "4711"],
    ["ぜいりし", "7242"],
    ["こうくうき", "3141"],
    ["ほいくしょ", "8531"],
  ])("「%s」で %s が見つかる", (query, code) => {
    expect(codes(query)).toContain(code);
  });

  it("管理の事業所を除くどの細分類にも、読みがある", () => {
    const bare = jsicRevisions.flatMap((revision) =>
      rulebook.industries[revision].search.classes
        .filter(({ industry, reading }) => reading === "" && !/補助的経済活動/u.test(industry.name))
        .map(({ industry }) => `${revision} ${industry.code}`),
    );
    expect(bare).toEqual([]);
  });
});

describe("呼び名で探す", () => {
  it.each([
    ["美容室", "7831"],
    ["びようしつ", "7831"],
    ["床屋", "7821"],
    ["トコヤ", "7821"],
    ["歯医者", "8331"],
    ["運送会社", "4411"],
    ["居酒屋", "7651"],
    ["カフェ", "7671"],
    ["ｶﾌｪ", "7671"],
    ["ＩＴ", "3911"],
    ["メッキ", "2464"],
    ["鍍金", "2464"],
    ["味噌", "0941"],
    ["デイサービス", "8544"],
  ])("「%s」で %s が見つかり、何の呼び名かが分かる", (query, code) => {
    const hit = industryHits(rulebook, 14, query, 20).find(({ industry }) => industry.code === code);
    expect(hit?.calledBy).toBeTruthy();
  });

  it("番号の変わった業種は、改定ごとの番号で見つかる", () => {
    expect(codes("ドラッグストア", 14)).toContain("5641");
    expect(codes("ドラッグストア", 13)).toContain("6031");
    expect(codes("花屋", 14)).toEqual(["6092"]);
    expect(codes("花屋", 13)).toEqual(["6093"]);
  });

  it.each([
    ["コンピューター", "コンピュータ"],
    ["ボイラー", "ボイラ"],
  ])("「%s」と「%s」は同じものに当たる", (long, short) => {
    expect(codes(long)).toContain(codes(short)[0]);
  });

  it("終わりの言葉が余分なら、除いて探す", () => {
    expect(codes("ネジ製造")).toContain("2481");
    expect(codes("倉庫会社")).toContain("4711");
  });
});

describe("どの改定でも", () => {
  it("どの細分類も、自分の番号と名前で見つかる", () => {
    const classes = jsicRevisions.flatMap((revision) => rulebook.industries[revision].classes);
    fc.assert(
      fc.property(fc.constantFrom(...classes), ({ revision, code, name }) => {
        expect(codes(code, revision)).toEqual([code]);
        expect(searchIndustries(rulebook, revision, name, 2000).map((found) => found.code)).toContain(code);
      }),
    );
  });

  it("どんな文字を入れても、上限までの数を返し、どれも細分類である", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (query, limit) => {
        const found = industryHits(rulebook, 14, query, limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        for (const { industry } of found) expect(industry.level).toBe("class");
      }),
    );
  });

  it("どの呼び名でも、その呼び名の分類が見つかる", () => {
    for (const revision of jsicRevisions)
      for (const { word, codes: wanted } of rulebook.industries[revision].search.words) {
        const found = searchIndustries(rulebook, revision, word, 2000).map(({ code }) => code);
        for (const prefix of wanted)
          expect(
            found.some((code) => code.startsWith(prefix)),
            `第${revision}回 ${word} ${prefix}`,
          ).toBe(true);
      }
  });

  it("10ミリ秒かからずに答える", () => {
    const queries = ["きんぞく", "美容室", "2662", "製造業", "宇宙人", "い", "金属 工作 きかい"];
    for (const query of queries) {
      const times = Array.from({ length: 15 }, () => {
        const start = performance.now();
        industryHits(rulebook, 14, query, 20);
        return performance.now() - start;
      });
      expect(times.toSorted((a, b) => a - b)[7], query).toBeLessThan(10);
    }
  });
});
