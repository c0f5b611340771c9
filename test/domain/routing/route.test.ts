import { performance } from "node:perf_hooks";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayBlock } from "#app/domain/rulebook/blocking.ts";
import { jsicRevisions } from "#app/domain/rulebook/industry-table.ts";
import { compileRulebook, type Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { chooseCandidate, routePlan, type RoutingAnswer } from "#app/domain/routing/route.ts";
import { parsed, rulebook } from "../rulebook/first-edition.ts";
import { seenCases } from "./seen-cases.ts";

const on = "2026-12-01";
const ask = (industry: string, prefecture: string, revision: 13 | 14 = 14): RoutingAnswer =>
  routePlan(rulebook, { revision, industry, prefecture, on });

const officeAnswer = (answer: RoutingAnswer) => {
  if (answer.kind !== "office") throw new Error(`局が決まらない: ${answer.kind}`);
  return answer;
};

describe("提出先（法第17条第1項、権限の委任）", () => {
  it("確認できた例を60件以上もつ", () => {
    expect(seenCases.length).toBeGreaterThanOrEqual(60);
  });

  it.each(seenCases)("%s × %s → %s、指針は%s（%s）", (industry, prefecture, addressee, guideline) => {
    const answer = officeAnswer(ask(industry, prefecture));
    expect([answer.addressee, answer.guideline.name]).toEqual([addressee, guideline]);
    expect(mayBlock(answer.certainty), answer.certainty).toBe(true);
  });

  it("山口の海事は一部の市が九州運輸局だが、県単位では中国運輸局と答える", () => {
    expect(officeAnswer(ask("3131", "35")).addressee).toBe("中国運輸局長");
  });

  it("富山と石川は中部経済産業局（令和6年4月1日から）", () => {
    expect(officeAnswer(ask("2662", "16")).office.name).toBe("中部経済産業局");
    expect(officeAnswer(ask("2662", "17")).office.name).toBe("中部経済産業局");
  });
});

describe("標準処理期間と提出の方法", () => {
  it("経済産業局だけへの電子申請は14業務日", () => {
    const answer = officeAnswer(ask("2662", "04"));
    expect(answer.electronic).toBe(true);
    expect(answer.processing).toEqual({ days: 14, unit: "businessDays" });
  });

  it("経済産業局以外の一つの省庁は30日", () => {
    expect(officeAnswer(ask("0611", "27")).processing).toEqual({ days: 30, unit: "days" });
  });

  it("共管は45日で、どの省庁を選んでも変わらない", () => {
    const answer = ask("7611", "27");
    if (answer.kind !== "choice") throw new Error(answer.kind);
    expect(answer.candidates.map(({ addressee }) => addressee)).toEqual(["近畿農政局長", "近畿厚生局長"]);
    for (const candidate of answer.candidates) {
      expect(candidate.processing).toEqual({ days: 45, unit: "days" });
      expect(chooseCandidate(answer, candidate.ministry)).toBe(candidate);
    }
    expect(chooseCandidate(answer, "経済産業省")).toBeUndefined();
  });

  it("電子申請に対応しない国税庁と財務省は書面", () => {
    for (const industry of ["1021", "1051"]) {
      const answer = officeAnswer(ask(industry, "13"));
      expect(answer.electronic).toBe(false);
      expect(answer.explanation.join("")).toContain("郵送");
    }
  });
});

describe("コールセンターへの案内と受付のない分類", () => {
  it("ポンプ製造業は舶用を含み得るので、理由と候補を添えてコールセンターへ", () => {
    const answer = ask("2521", "28");
    if (answer.kind !== "callCentre") throw new Error(answer.kind);
    expect(answer.reason).toContain("舶用ポンプ");
    expect(answer.candidates.map(({ addressee }) => addressee)).toEqual([
      "近畿経済産業局長",
      "神戸運輸監理部長",
    ]);
    expect(chooseCandidate(answer, "国土交通省")?.office.name).toBe("神戸運輸監理部");
  });

  it.each(["9611", "9731", "9811"])("公務（%s）は事業ではないので受け付けない", (industry) => {
    expect(ask(industry, "13")).toMatchObject({ kind: "notAccepted" });
  });

  it("知らない業種と都道府県を区別する", () => {
    expect(ask("9999999", "13")).toEqual({ kind: "unknownIndustry" });
    expect(ask("26", "13")).toEqual({ kind: "unknownIndustry" });
    expect(ask("2662", "48")).toEqual({ kind: "unknownPrefecture" });
    expect(ask("2662", "4")).toEqual({ kind: "unknownPrefecture" });
  });
});

describe("改定による違い", () => {
  it("同じ6033でも、第13回は調剤薬局（厚生局）、第14回は化粧品小売業（経済産業局）", () => {
    expect(officeAnswer(ask("6033", "13", 13)).addressee).toBe("関東信越厚生局長");
    expect(officeAnswer(ask("6033", "13", 14)).addressee).toBe("関東経済産業局長");
    expect(officeAnswer(ask("6033", "13", 14)).rule.revision).toBe(14);
  });

  it("たばこ小売は第13回の6092、第14回の6091で、どちらも財務大臣", () => {
    expect(officeAnswer(ask("6092", "13", 13)).addressee).toBe("財務大臣");
    expect(officeAnswer(ask("6091", "13", 14)).addressee).toBe("財務大臣");
  });
});

describe("性質", () => {
  const kinds = new Set(["office", "choice", "callCentre", "notAccepted"]);

  it("両改定のどの細分類と47都道府県の組にも、ちょうど一つの答えがあり、局はすべて実在する", () => {
    const broken: string[] = [];
    for (const revision of jsicRevisions) {
      for (const { code } of rulebook.industries[revision].classes) {
        for (const prefecture of rulebook.prefectures.keys()) {
          const answer = ask(code, prefecture, revision);
          const candidates =
            answer.kind === "office"
              ? [answer]
              : answer.kind === "choice" || answer.kind === "callCentre"
                ? answer.candidates
                : [];
          const sound =
            kinds.has(answer.kind) &&
            (answer.kind === "notAccepted" || candidates.length > 0) &&
            (answer.kind !== "choice" || candidates.length > 1) &&
            candidates.every(
              ({ office, addressee, guideline }) =>
                rulebook.offices.get(office.code)?.prefectures.includes(prefecture) === true &&
                addressee !== "" &&
                rulebook.guidelines.has(guideline.id),
            );
          if (!sound) broken.push(`${revision} ${code} ${prefecture}`);
        }
      }
    }
    expect(broken).toEqual([]);
  }, 60_000);

  it("関わりのない prefix の決まりを足しても、他の業種の答えは変わらない", () => {
    const classes = rulebook.industries[14].classes.map(({ code }) => code);
    const prefixes = new Set(parsed.tables.routingRules.map(({ prefix }) => prefix));
    const free = classes.filter((code) => !prefixes.has(code));
    const template = parsed.tables.routingRules.find(({ prefix }) => prefix === "923");
    if (template === undefined) throw new Error("923");
    fc.assert(
      fc.property(
        fc.constantFrom(...free),
        fc.constantFrom(...classes),
        fc.constantFrom(...rulebook.prefectures.keys()),
        (added, asked, prefecture) => {
          fc.pre(added !== asked);
          const routingRules = [
            ...parsed.tables.routingRules,
            { ...template, revision: null, prefix: added },
          ];
          const changed = recompiled(routingRules);
          const query = { revision: 14, industry: asked, prefecture, on } as const;
          expect(routePlan(changed, query)).toEqual(routePlan(rulebook, query));
        },
      ),
      { numRuns: 15 },
    );
  });

  it("細分類の決まりを足すと、その業種だけが新しい決まりに従う", () => {
    const template = parsed.tables.routingRules.find(({ prefix }) => prefix === "923");
    if (template === undefined) throw new Error("923");
    const changed = recompiled([
      ...parsed.tables.routingRules,
      { ...template, revision: 14, prefix: "2662" },
    ]);
    const at = (revision: 13 | 14) =>
      routePlan(changed, { revision, industry: "2662", prefecture: "13", on });
    expect(at(14)).toMatchObject({ kind: "office", ministry: "警察庁" });
    expect(at(13)).toMatchObject({ kind: "office", ministry: "経済産業省" });
  });

  it("温まれば一件5マイクロ秒ほどで答える", () => {
    const classes = rulebook.industries[14].classes.map(({ code }) => code);
    const round = () => {
      const start = performance.now();
      for (const industry of classes) ask(industry, "28");
      return ((performance.now() - start) * 1000) / classes.length;
    };
    const microseconds = Math.min(...Array.from({ length: 20 }, round));
    expect(microseconds).toBeLessThan(25);
  });
});

function recompiled(routingRules: typeof parsed.tables.routingRules): Rulebook {
  const edition = { ...parsed.edition, rows: { ...parsed.edition.rows, routingRules: routingRules.length } };
  const compiled = compileRulebook(edition, { ...parsed.tables, routingRules });
  if (!compiled.ok) throw new Error(compiled.error.map(({ message }) => message).join("\n"));
  return compiled.value;
}
