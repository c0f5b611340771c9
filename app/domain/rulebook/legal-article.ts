/** 日付ごとの根拠条文。古い認定の文書は、その日の条番号のまま読む。 */
import type { LegalSubject } from "./procedure-rules.ts";
import type { Rulebook } from "./rulebook.ts";
import type { RowOf } from "./tables.ts";

/**
 * その日に効いている条文（例: 第17条第1項）。
 *
 * @param on YYYY-MM-DD
 * @returns 制度の開始前など、条文がなければ undefined
 */
export const articleOn = (
  rulebook: Rulebook,
  subject: LegalSubject,
  on: string,
): RowOf<"legalArticles"> | undefined =>
  rulebook.procedure.articles
    .get(subject)
    ?.find(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo));
