/** 日本標準産業分類（JSIC）の表。第13回改定と第14回改定を並べて持つ。 */
import { z } from "zod";
import { civilDate, facts, list, optional, optionalText, revision, text } from "./fact-row.ts";

export const industryLevels = ["division", "majorGroup", "group", "class"] as const;

const industryCode = z.string().regex(/^([A-T]|\d{2,4})$/u, "分類コードは大分類の英字か 2〜4 桁の数字です");

/** 大分類 division、中分類 majorGroup、小分類 group、細分類 class。 */
export const industryRow = z.object({
  code: industryCode,
  level: z.enum(industryLevels, { error: `段階は ${industryLevels.join(" ")} のどれかです` }),
  parent: optional(industryCode),
  name: text,
  ...facts,
});

export const industryRevisionRow = z.object({
  revision,
  name: text,
  effectiveFrom: civilDate,
  ...facts,
});

/** 第13回改定から第14回改定への変更。名称変更、新設、廃止。 */
export const industryChangeRow = z.object({
  change: text,
  code13: optional(industryCode),
  name13: optionalText,
  code14: optional(industryCode),
  name14: optionalText,
  ...facts,
});

const kana = text.regex(/^[ぁ-ゖー]+$/u, "読みはひらがなで書きます");

/** 分類の名称の読み。かっこの中（「…を除く」など）は読まない。検索だけに使う。 */
export const industryReadingRow = z.object({ name: text, reading: kana, ...facts });

/** 分類の名称にない呼び名と、それが指す分類。revision が空なら両方の改定に当てはまる。検索だけに使う。 */
export const industryWordRow = z.object({
  revision: optional(z.string().pipe(revision)),
  word: text,
  reading: kana,
  codes: list("|").refine((codes) => codes.length > 0 && codes.every((code) => /^\d{2,4}$/u.test(code)), {
    error: "分類は 2〜4 桁のコードを「|」一つで区切ります",
  }),
  ...facts,
});
