/** 始めの質問: どの答え方でも結果に着き、戻っても変えても、答えは消えない。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { APPLICANT_FORMS } from "#app/domain/eligibility/applicant-form.ts";
import { carryOver } from "#app/domain/eligibility/carry-over.ts";
import {
  questionBefore,
  questionOf,
  readScreening,
  screeningPath,
  usedAnswers,
} from "#app/domain/eligibility/screening.ts";
import { outcomeNotice } from "#app/domain/eligibility/screening-outcomes.ts";
import type {
  ScreeningAnswers,
  ScreeningOutcome,
  ScreeningQuestionId,
} from "#app/domain/eligibility/screening-question.ts";
import { firstQuestion, screeningQuestions } from "#app/domain/eligibility/screening-questions.ts";

const START: ScreeningAnswers = {
  certifiedPlan: "none",
  realEstate: "no",
  organisation: "company",
  established: "yes",
  employees: "within1000",
  taxRelief: "no",
};

const idsOf = (answers: ScreeningAnswers): readonly string[] =>
  screeningPath(answers).answered.map(({ question }) => question.id);

/** 全部の質問に、選択肢の一つで答えたもの。 */
const everyAnswer: fc.Arbitrary<ScreeningAnswers> = fc.record(
  Object.fromEntries(
    screeningQuestions.map(({ id, options }) => [id, fc.constantFrom(...options.map(({ value }) => value))]),
  ),
);
/** 一部の質問だけに答えたもの。 */
const someAnswers: fc.Arbitrary<ScreeningAnswers> = fc
  .tuple(everyAnswer, fc.subarray(screeningQuestions.map(({ id }) => id)))
  .map(([answers, kept]) => Object.fromEntries(kept.map((id) => [id, answers[id]])));
const oneAnswer: fc.Arbitrary<readonly [ScreeningQuestionId, string]> = fc
  .constantFrom(...screeningQuestions)
  .chain(({ id, options }) =>
    fc.constantFrom(...options.map(({ value }): readonly [ScreeningQuestionId, string] => [id, value])),
  );

describe("始めの質問の道", () => {
  it.each<[string, ScreeningAnswers, ScreeningOutcome]>([
    ["初めての会社は様式第1 の新規", {}, { kind: "start", form: "form1" }],
    ["終わった計画だけがある会社も新規", { certifiedPlan: "expired" }, { kind: "start", form: "form1" }],
    [
      "続いている計画とは別の指針なら新規",
      { certifiedPlan: "running", planPurpose: "otherGuideline" },
      { kind: "start", form: "form1" },
    ],
    [
      "続いている計画を変えるなら変更 (法第18条第1項)",
      { certifiedPlan: "running", planPurpose: "change" },
      { kind: "change" },
    ],
    ["認定を受けたか分からなければ確かめる", { certifiedPlan: "unsure" }, { kind: "confirmPlan" }],
    ["不動産取得税の軽減を受けるなら様式第2", { realEstate: "yes" }, { kind: "start", form: "form2" }],
    [
      "対象にない組織の形",
      { organisation: "other" },
      { kind: "notEligible", question: "organisation", certainty: "inferred" },
    ],
    [
      "構成員の条件を満たさない組合",
      { organisation: "cooperative", membersQualify: "no" },
      { kind: "notEligible", question: "membersQualify", certainty: "seen" },
    ],
    [
      "構成員の条件を満たさない一般社団法人は、確かめられていない",
      { organisation: "generalIncorporatedAssociation", membersQualify: "no" },
      { kind: "notEligible", question: "membersQualify", certainty: "recalled" },
    ],
    [
      "構成員が分からない組合は先に進める",
      { organisation: "cooperative", membersQualify: "unsure" },
      { kind: "start", form: "form1" },
    ],
    [
      "登記や開業届の前",
      { established: "no" },
      { kind: "notEligible", question: "established", certainty: "seen" },
    ],
    [
      "2,000人を超える会社",
      { employees: "over2000" },
      { kind: "notEligible", question: "employees", certainty: "seen" },
    ],
    [
      "2,000人を超える組合は断らない",
      { organisation: "cooperative", membersQualify: "yes", employees: "over2000" },
      { kind: "start", form: "form1" },
    ],
    [
      "税制を使えなくても、始められる",
      { taxRelief: "yes", blueReturn: "no", capital: "over", ownership: "half", averageIncome: "no" },
      { kind: "start", form: "form1" },
    ],
  ])("%s", (_case, change, outcome) => {
    expect(screeningPath({ ...START, ...change }).next).toEqual({ kind: "outcome", outcome });
  });

  it.each<[string, ScreeningAnswers, readonly string[]]>([
    ["会社", {}, ["blueReturn", "capital", "ownership", "averageIncome"]],
    ["資本のない法人", { capital: "none" }, ["blueReturn", "capital", "averageIncome"]],
    ["個人事業主", { organisation: "soleProprietor" }, ["blueReturn"]],
    ["協同組合等", { organisation: "cooperative", membersQualify: "yes" }, ["blueReturn"]],
  ])("税制の質問は、その形の条件だけを尋ねる: %s", (_case, change, asked) => {
    const answers: ScreeningAnswers = {
      ...START,
      taxRelief: "yes",
      blueReturn: "yes",
      capital: "within",
      ownership: "none",
      averageIncome: "yes",
      ...change,
    };
    const ids = idsOf(answers);
    expect(ids.slice(ids.indexOf("taxRelief") + 1)).toEqual(asked);
  });

  it("何も答えていなければ、最初の質問を尋ねる", () => {
    expect(screeningPath({})).toEqual({
      answered: [],
      next: { kind: "question", id: firstQuestion },
      unused: [],
    });
  });

  it("全部に答えれば、どの答え方でも結果に着く", () => {
    fc.assert(
      fc.property(everyAnswer, (answers) => {
        expect(screeningPath(answers).next.kind).toBe("outcome");
      }),
      { numRuns: 2000 },
    );
  });

  it("尋ねられた質問に順に答えていけば、同じ質問を二度尋ねられずに結果に着く", () => {
    fc.assert(
      fc.property(everyAnswer, (choices) => {
        let answers: ScreeningAnswers = {};
        const asked: string[] = [];
        for (;;) {
          const { next } = screeningPath(answers);
          if (next.kind === "outcome") break;
          asked.push(next.id);
          expect(new Set(asked).size).toBe(asked.length);
          answers = { ...answers, [next.id]: choices[next.id] };
        }
        expect(screeningPath(answers).unused).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("前の答えを変えても、ほかの答えは、道の上か「使わない答え」に全部残る", () => {
    fc.assert(
      fc.property(someAnswers, oneAnswer, (answers, [id, value]) => {
        const changed = { ...answers, [id]: value };
        const { answered, unused } = screeningPath(changed);
        const kept = [...answered, ...unused].map(({ question, chosen }) => [question.id, chosen.value]);
        expect(Object.fromEntries(kept)).toEqual(changed);
        expect(kept.length).toBe(Object.keys(changed).length);
      }),
      { numRuns: 2000 },
    );
  });

  it("答えを変えてから元に戻すと、道も結果も元に戻る", () => {
    fc.assert(
      fc.property(everyAnswer, oneAnswer, (answers, [id, value]) => {
        const back = { ...answers, [id]: value, ...(answers[id] === undefined ? {} : { [id]: answers[id] }) };
        expect(idsOf(back)).toEqual(idsOf(answers));
      }),
    );
  });

  it("一つずつ戻ると、最初の質問に着く", () => {
    fc.assert(
      fc.property(everyAnswer, (answers) => {
        const ids = idsOf(answers) as readonly ScreeningQuestionId[];
        const back: ScreeningQuestionId[] = [];
        for (let id = ids.at(-1) ?? null; id !== null; id = questionBefore(answers, id)) back.unshift(id);
        expect(back).toEqual(ids);
      }),
    );
  });

  it("答える前の質問からも、一つ前に戻れる", () => {
    expect(questionBefore({ certifiedPlan: "none" }, "realEstate")).toBe("certifiedPlan");
    expect(questionBefore({}, firstQuestion)).toBeNull();
    expect(questionBefore(START, "capital")).toBeNull();
  });

  it("道から外れた答えは、判断に使わない", () => {
    const answers = {
      ...START,
      organisation: "soleProprietor",
      taxRelief: "yes",
      blueReturn: "yes",
      capital: "over",
    };
    expect(usedAnswers(answers)).not.toHaveProperty("capital");
    expect(screeningPath(answers).unused.map(({ question }) => question.id)).toEqual(["capital"]);
  });

  it("知らない質問と、選択肢にない値は、答えと数えない", () => {
    expect(readScreening({ certifiedPlan: "maybe", realEstate: "yes", other: "x" })).toEqual({
      realEstate: "yes",
    });
    expect(readScreening(undefined)).toEqual({});
  });
});

describe("質問の言葉", () => {
  it("どの質問にも、問い、見出し、助言、二つ以上の選択肢がある", () => {
    for (const { text, label, help, options } of screeningQuestions) {
      for (const words of [text, label, help]) expect(words.trim()).not.toBe("");
      expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
      expect(options.length).toBeGreaterThan(1);
    }
  });

  it("組織の形の選択肢は、資格の判断に使う形の全部である", () => {
    expect(questionOf("organisation")?.options.map(({ value }) => value)).toEqual(
      Object.keys(APPLICANT_FORMS),
    );
  });
});

describe("結果の説明", () => {
  const outcomes = (): readonly ScreeningOutcome[] => {
    const found = new Map<string, ScreeningOutcome>();
    for (const answers of fc.sample(everyAnswer, { numRuns: 3000, seed: 1 })) {
      const { next } = screeningPath(answers);
      if (next.kind === "outcome") found.set(JSON.stringify(next.outcome), next.outcome);
    }
    return [...found.values()];
  };

  it("断るときも、理由と、次に行うことを示す", () => {
    const refusals = outcomes().filter(({ kind }) => kind !== "start");
    expect(refusals.length).toBeGreaterThanOrEqual(7);
    for (const outcome of refusals) {
      const notice = outcomeNotice(outcome);
      expect(notice.reasons.length, notice.title).toBeGreaterThan(0);
      expect(notice.nextSteps.length, notice.title).toBeGreaterThan(0);
    }
  });

  it("選び直す答えは、本当にある選択肢で、選び直すと断られない", () => {
    for (const outcome of outcomes())
      for (const { question, value } of outcomeNotice(outcome).alternatives) {
        const option = questionOf(question)?.options.find((one) => one.value === value);
        expect(option, `${question}=${value}`).toBeDefined();
      }
    const change: ScreeningAnswers = { ...START, certifiedPlan: "running", planPurpose: "change" };
    for (const { question, value } of outcomeNotice({ kind: "change" }).alternatives)
      expect(screeningPath({ ...change, [question]: value }).next).toMatchObject({
        outcome: { kind: "start" },
      });
  });

  it("確かめられていない条件では断らず、続けられる", () => {
    const notice = outcomeNotice({ kind: "notEligible", question: "organisation", certainty: "inferred" });
    expect(notice).toMatchObject({ unconfirmed: true, mayContinue: true, tone: "warning" });
    expect(outcomeNotice({ kind: "notEligible", question: "established", certainty: "seen" })).toMatchObject({
      unconfirmed: false,
      mayContinue: false,
      tone: "error",
    });
  });
});

describe("様式の欄への写し", () => {
  it.each<[string, ScreeningQuestionId, string, unknown]>([
    [
      "会社",
      "organisation",
      "company",
      { company: { corporationType: "corporation", organisation: "company" } },
    ],
    ["個人事業主", "organisation", "soleProprietor", { company: { corporationType: "soleProprietor" } }],
    ["登記", "established", "yes", { company: { established: "yes" } }],
    ["構成員", "membersQualify", "no", { company: { membersQualify: "no" } }],
    ["青色申告", "blueReturn", "yes", { tax: { blueReturn: "yes" } }],
    ["資本がない", "capital", "none", { tax: { hasCapital: "no" } }],
    ["資本がある", "capital", "over", { tax: { hasCapital: "yes" } }],
    ["大規模法人の持株なし", "ownership", "none", { tax: { halfOwned: "no", twoThirdsOwned: "no" } }],
    ["一つの大規模法人", "ownership", "half", { tax: { halfOwned: "yes" } }],
    ["複数の大規模法人", "ownership", "twoThirds", { tax: { twoThirdsOwned: "yes" } }],
    ["分からない", "blueReturn", "unsure", {}],
    ["資本が分からない", "capital", "unsure", {}],
    ["様式に欄のない質問", "realEstate", "yes", {}],
  ])("空の欄に写す: %s", (_case, question, value, carried) => {
    expect(carryOver(question, {}, value, {})).toEqual(carried);
  });

  it("申請者が欄で選んだ値は変えない", () => {
    expect(carryOver("established", {}, "no", { company: { established: "yes" } })).toEqual({});
    expect(
      carryOver("established", { established: "no" }, "yes", { company: { established: "no" } }),
    ).toEqual({
      company: { established: "yes" },
    });
    expect(carryOver("blueReturn", { blueReturn: "yes" }, "unsure", { tax: { blueReturn: "no" } })).toEqual(
      {},
    );
  });

  it("答えを変えると、前に写したままの欄も変わり、写らない答えでは空に戻る", () => {
    const before = { organisation: "company" };
    const current = { company: { corporationType: "corporation", organisation: "company" } };
    expect(carryOver("organisation", before, "soleProprietor", current)).toEqual({
      company: { corporationType: "soleProprietor", organisation: "" },
    });
    expect(carryOver("blueReturn", { blueReturn: "no" }, "unsure", { tax: { blueReturn: "no" } })).toEqual({
      tax: { blueReturn: "" },
    });
  });

  it("同じ答えを二度送っても、二度目は何も書かない", () => {
    fc.assert(
      fc.property(oneAnswer, ([question, value]) => {
        const first = carryOver(question, {}, value, {});
        expect(carryOver(question, { [question]: value }, value, first)).toEqual({});
      }),
    );
  });
});
