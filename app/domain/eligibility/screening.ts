/**
 * 始めの質問の道。答えから、次に尋ねること・結果・使わない答えを決める。どの答え方でも必ず結果に着く。
 * 答えを変えても、ほかの答えは消さない。道から外れた答えは残し、判断にだけ使わない。
 */
import type {
  ScreeningAnswers,
  ScreeningOption,
  ScreeningQuestion,
  ScreeningQuestionId,
  ScreeningStep,
} from "./screening-question.ts";
import { firstQuestion, screeningQuestions } from "./screening-questions.ts";

/** 答えの区画の名前。様式の区画ではない。 */
export const screeningSection = "screening";

/** 区画の呼び名。 */
export const screeningTitle = "始めの質問";

export type AnsweredQuestion = {
  readonly question: ScreeningQuestion;
  readonly chosen: ScreeningOption;
};

export type ScreeningPath = {
  /** 道の上の、答えた質問。尋ねた順。 */
  readonly answered: readonly AnsweredQuestion[];
  /** 次に尋ねる質問、又は結果。 */
  readonly next: ScreeningStep;
  /** 答えてあるが、いまの道では使わない質問。 */
  readonly unused: readonly AnsweredQuestion[];
};

/** 質問を id で引く。 */
export const questionOf = (id: string): ScreeningQuestion | undefined =>
  screeningQuestions.find((question) => question.id === id);

/** @param raw 区画 screening の下書き。知らない質問と選択肢にない値は、無いものとして読む */
export function readScreening(raw: { readonly [field: string]: unknown } | undefined): ScreeningAnswers {
  return Object.fromEntries(
    screeningQuestions.flatMap(({ id, options }) => {
      const value = raw?.[id];
      return options.some((option) => option.value === value) ? [[id, value]] : [];
    }),
  );
}

/** 最初の質問から答えをたどる。 */
export function screeningPath(answers: ScreeningAnswers): ScreeningPath {
  const answered: AnsweredQuestion[] = [];
  let next: ScreeningStep = { kind: "question", id: firstQuestion };
  while (next.kind === "question") {
    const one = answeredQuestion(next.id, answers);
    if (one === undefined) break;
    answered.push(one);
    next = one.question.next(answers);
  }
  const used = new Set(answered.map(({ question }) => question.id));
  const unused = screeningQuestions.flatMap(({ id }) => {
    const one = used.has(id) ? undefined : answeredQuestion(id, answers);
    return one === undefined ? [] : [one];
  });
  return { answered, next, unused };
}

function answeredQuestion(id: ScreeningQuestionId, answers: ScreeningAnswers): AnsweredQuestion | undefined {
  const question = questionOf(id);
  const chosen = question?.options.find((option) => option.value === answers[id]);
  return question === undefined || chosen === undefined ? undefined : { question, chosen };
}

/** 道の上の答えだけ。判断にはこれを使う。 */
export const usedAnswers = (answers: ScreeningAnswers): ScreeningAnswers =>
  Object.fromEntries(
    screeningPath(answers).answered.map(({ question, chosen }) => [question.id, chosen.value]),
  );

/** その質問の一つ前の質問。最初の質問、又は道の上にない質問では null。 */
export function questionBefore(
  answers: ScreeningAnswers,
  id: ScreeningQuestionId,
): ScreeningQuestionId | null {
  const { answered, next } = screeningPath(answers);
  const ids = answered.map(({ question }) => question.id);
  const at = next.kind === "question" && next.id === id ? ids.length : ids.indexOf(id);
  return ids[at - 1] ?? null;
}
