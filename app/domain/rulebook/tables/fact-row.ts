/**
 * 規則集の一行（FactRow）と、欄の書き方。CSV の欄はすべて文字列で、ここで型と単位を与える。
 * 空欄は「事実がない」ことを表し、null になる。
 */
import { z } from "zod";
import { certainties, type Certainty } from "../certainty.ts";

/** すべての行が持つ欄。 */
export type FactRow = {
  readonly certainty: Certainty;
  /** 出典。確かさが unknown でも「根拠なし」などと書く。 */
  readonly source: string;
};

/** 空でない文字列。 */
export const text = z
  .string()
  .min(1, "空欄にできません")
  .refine((value) => value === value.trim(), "前後に空白があります")
  .refine((value) => !/[\r\n]/u.test(value), "一つの欄に改行は使えません");

/** 空欄なら null。空欄でなければ schema の理由をそのまま返す。 */
export const optional = <T>(schema: z.ZodType<T, string>) =>
  z.string().transform((value, context): T | null => {
    if (value === "") return null;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { message } of parsed.error.issues) context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

export const optionalText = optional(text);

/** 英小文字で始まる識別子。 */
export const identifier = text.regex(
  /^[a-z][a-z0-9_-]*$/u,
  "識別子は英小文字、数字、ハイフン、下線で書きます",
);

export const yesNo = z
  .enum(["yes", "no"], { error: "yes か no で書きます" })
  .transform((value) => value === "yes");

/** 0 以上の整数。 */
export const integer = z
  .string()
  .regex(/^(0|[1-9]\d{0,11})$/u, "0 以上の整数で書きます")
  .transform(Number);

/** 小数をそのままの文字列で持つ（例: "1.5"）。丸めないため数値にしない。 */
export const decimalText = z
  .string()
  .regex(/^-?(0|[1-9]\d*)(\.\d+)?$/u, "数を半角の十進で書きます（例: 1.5）");

/** 暦日 YYYY-MM-DD。 */
export const civilDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u, "日付は YYYY-MM-DD で書きます")
  .refine((value) => {
    const [year = 0, month = 0, day = 0] = value.split("-").map(Number);
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  }, "暦にない日付です");

/** 区切り文字で並べた一覧。空欄は空の一覧。 */
export const list = (separator: "|" | " ") =>
  z
    .string()
    .transform((value) => (value === "" ? [] : value.split(separator)))
    .refine((values) => values.every((value) => value !== "" && value === value.trim()), {
      error: `一覧は「${separator}」一つで区切ります`,
    });

export const prefectureCode = z.string().regex(/^(0[1-9]|[1-3]\d|4[0-7])$/u, "都道府県コードは 01〜47 です");

export const revision = z
  .enum(["13", "14"], { error: "改定は 13 か 14 です" })
  .transform((value) => (value === "13" ? 13 : 14));

export const facts = {
  certainty: z.enum(certainties, { error: `確かさは ${certainties.join(" ")} のどれかです` }),
  source: text,
};
