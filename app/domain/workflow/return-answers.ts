/**
 * 差戻しの指摘への、申請者の回答。下書きの区画の一つとして持つので、出し直すと提出とともに凍結される。
 * 欄の名前は指摘の id、値は回答の文章。
 */

/** 回答の区画の名前。様式の区画ではない。 */
export const answersSection = "return-answers";

/** 回答の文字数の上限。 */
export const ANSWER_LENGTH = 1000;

/**
 * @param raw 区画 return-answers の下書き、又は凍結した提出の値。文章でない値は無いものとして読む
 * @returns 指摘の id → 回答。空の回答は含まない
 */
export const readReturnAnswers = (
  raw: { readonly [commentId: string]: unknown } | undefined,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(raw ?? {}).flatMap(([id, value]) =>
      typeof value === "string" && value.trim() !== "" ? [[id, value]] : [],
    ),
  );
