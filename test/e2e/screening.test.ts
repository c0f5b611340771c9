/** 始めの質問: 一画面に一問。断るときも次の手順を示し、答えは消えない。 */
import { describe, expect, it } from "vitest";
import type { ScreeningAnswers } from "#app/domain/eligibility/screening-question.ts";
import { screeningQuestions } from "#app/domain/eligibility/screening-questions.ts";
import { openHouse } from "./support/house.ts";
import { accountOf } from "./support/steps/log-in.ts";
import { answerQuestion, answerScreening } from "./support/steps/screening.ts";
import type { Visitor, VisitorOptions } from "./support/visitor.ts";

const house = openHouse();
const company = `/c/${accountOf("aoba").companyKey}`;

const asCompany: ScreeningAnswers = {
  certifiedPlan: "none",
  realEstate: "no",
  organisation: "company",
  established: "yes",
  employees: "within1000",
  taxRelief: "yes",
  blueReturn: "yes",
  capital: "within",
  ownership: "none",
  averageIncome: "yes",
};

/** 新しい下書きを作り、最初の質問に着く。 */
async function begin(visitor: Visitor): Promise<string> {
  await visitor.open(`${company}/applications/new`);
  const draft = visitor.page.getByRole("button", { name: /下書きを作る/u });
  const { path } = await visitor.moving(() => draft.click());
  expect(path).toMatch(/\/screening\/certifiedPlan$/u);
  return path.replace(/\/screening\/.*$/u, "");
}

const ways: readonly (readonly [string, VisitorOptions])[] = [
  ["JavaScript があるとき", {}],
  ["JavaScript がないとき", { javaScript: false }],
  ["キーボードだけのとき", { typing: "typed" }],
  ["電話の幅のとき", { viewport: { width: 390, height: 844 } }],
  // 1280px の画面を 200% に拡大した幅。
  ["200% に拡大したとき", { viewport: { width: 640, height: 450 } }],
];

describe.each(ways)("%s", (_way, options) => {
  it("一問ずつ答えると、様式と、認定・税制の二つの答えが出て、書き始められる", async () => {
    const visitor = await house.arrive("aoba", options);
    const application = await begin(visitor);
    await answerScreening(visitor, asCompany);
    expect(await visitor.title()).toBe("様式第1 で、新規の認定を申請できます");
    const words = await visitor.text();
    for (const heading of ["認定を受けられるか", "税制の措置を使えるか"])
      expect(words).toMatch(new RegExp(`${heading}\\s*はい`, "u"));
    await visitor.follow("区画の一覧に進む");
    expect(visitor.path).toBe(application);
    expect(await visitor.text()).toContain("答えは後から変えられます。");
    await visitor.leave();
  });

  it("選ばずに進むと、その画面で何を選ぶかを言う", async () => {
    const visitor = await house.arrive("aoba", options);
    await begin(visitor);
    expect(await visitor.press("次へ")).toMatchObject({ status: 422 });
    expect(await visitor.page.getByRole("alert").innerText()).toContain(
      "当てはまるものを一つ選んでください。",
    );
    await answerQuestion(visitor, "none");
    expect(visitor.path).toMatch(/\/screening\/realEstate$/u);
    await visitor.leave();
  });

  it("変更に当たる答えでは、次の手順の画面を出し、別の指針の計画なら新規として進める", async () => {
    const visitor = await house.arrive("aoba", options);
    await begin(visitor);
    await answerQuestion(visitor, "running");
    await answerQuestion(visitor, "change");
    expect(await visitor.title()).toBe("計画の変更の認定申請に当たります");
    expect(await visitor.text()).toContain("「変更の認定申請を始める」から、変える計画を選んでください。");
    await visitor.press("別の事業分野別指針の計画なので、新規として進む");
    expect(visitor.path).toMatch(/\/screening\/realEstate$/u);
    await visitor.leave();
  });
});

describe("断りと、戻ること", () => {
  it.each<[string, ScreeningAnswers, string]>([
    ["2,000人を超える会社", { ...asCompany, employees: "over2000" }, "いまの答えでは、認定を受けられません"],
    ["登記の前", { ...asCompany, established: "no" }, "いまの答えでは、認定を受けられません"],
    [
      "構成員の条件を満たさない組合",
      { ...asCompany, organisation: "cooperative", membersQualify: "no" },
      "いまの答えでは、認定を受けられません",
    ],
    [
      "対象か確かめられていない形",
      { ...asCompany, organisation: "other" },
      "認定を受けられないことがあります",
    ],
    [
      "認定を受けたか分からない",
      { certifiedPlan: "unsure" },
      "認定を受けた計画があるかを、先に確かめてください",
    ],
  ])("%s には、理由と次の手順を示す", async (_case, answers, title) => {
    const visitor = await house.arrive("aoba");
    await begin(visitor);
    await answerScreening(visitor, answers);
    expect(await visitor.title()).toBe(title);
    expect(await visitor.text()).toContain("いま行うこと");
    await visitor.leave();
  });

  it("前に戻ると答えが残っていて、変えると、ほかの答えは残したまま使わないと示す", async () => {
    const visitor = await house.arrive("aoba");
    const application = await begin(visitor);
    await answerScreening(visitor, asCompany);
    await visitor.open(`${application}/screening/averageIncome`);
    await visitor.follow("前に戻る");
    expect(visitor.path).toMatch(/\/screening\/ownership$/u);
    expect(await visitor.page.locator("input:checked").inputValue()).toBe("none");
    await visitor.open(`${application}/screening/taxRelief`);
    await answerQuestion(visitor, "no");
    const words = await visitor.text();
    expect(words).toContain("いまの答えでは使わない答え");
    expect(words).toContain("資本金又は出資の額");
    await visitor.leave();
  });

  it("まだ尋ねられていない質問を開くと、先に答える質問へ移り、無い質問は無いと答える", async () => {
    const visitor = await house.arrive("aoba");
    const application = await begin(visitor);
    expect((await visitor.open(`${application}/screening/capital`)).path).toMatch(/certifiedPlan$/u);
    expect((await visitor.open(`${application}/screening`)).path).toMatch(/certifiedPlan$/u);
    expect(await visitor.open(`${application}/screening/nothing`)).toMatchObject({ status: 404 });
    await visitor.leave();
  });

  it("質問の文は、どれも画面の題になる", async () => {
    const visitor = await house.arrive("aoba");
    await begin(visitor);
    const [first] = screeningQuestions;
    expect(await visitor.title()).toBe(first?.text);
    await visitor.leave();
  });
});

describe("区画の一覧", () => {
  it("まだ開始できない訳を言い、使わない区画は完了に数え、入口で進み具合が分かる", async () => {
    const visitor = await house.arrive("aoba");
    const application = await begin(visitor);
    await visitor.open(application);
    const words = await visitor.text();
    expect(words).toContain("まだ答えていません");
    expect(words).toContain("先に「事業分野と事業分野別指針名」を入力すると、選べる指標が決まります。");
    for (const group of ["会社のこと", "計画の中身", "お金と設備", "税制・承継"])
      expect(await visitor.page.getByRole("heading", { name: group }).count()).toBe(1);
    const before = /完了 (\d+) \/ (\d+)/u.exec(words);
    await visitor.moving(() =>
      visitor.page.getByRole("button", { name: /この区画は使いません\s*（必要な資金/u }).click(),
    );
    const after = await visitor.text();
    expect(after).toContain("使わないことにしました");
    expect(after).toContain(`完了 ${Number(before?.[1]) + 1} / ${before?.[2]}`);
    await visitor.open(company);
    expect(await visitor.text()).toContain(`完了 ${Number(before?.[1]) + 1} / ${before?.[2]}`);
    await visitor.open(application);
    await visitor.moving(() => visitor.page.getByRole("button", { name: /やはり使う/u }).click());
    expect(await visitor.text()).toContain(`完了 ${before?.[1]} / ${before?.[2]}`);
    await visitor.leave();
  });

  it("一つの区画に書いた内容を、その区画だけ見て、直しに戻れる", async () => {
    const visitor = await house.arrive("aoba");
    const application = await begin(visitor);
    await visitor.open(application);
    await visitor.moving(() =>
      visitor.page.getByRole("link", { name: /書いた内容を見る\s*（名称等）/u }).click(),
    );
    expect(await visitor.title()).toBe("名称等の確認");
    expect(await visitor.text()).toContain("株式会社青葉精密製作所");
    await visitor.follow("この区画を直す");
    expect(visitor.path).toBe(`${application}/sections/company`);
    await visitor.leave();
  });
});
