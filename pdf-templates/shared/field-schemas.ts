/** 帳票の値の検査に共通して使う型。文字列の長さの上限は、紙に収まる形で折り返せることを確かめた範囲。 */
import { z } from "zod";
import { isCivilDate, type CivilDate } from "#app/domain/calendar/civil-date.ts";

export const civilDate = z.custom<CivilDate>(
  (value) => typeof value === "string" && isCivilDate(value),
  "YYYY-MM-DD の実在する日付ではありません。",
);

export const instant = z.iso.datetime({ offset: true, error: "UTC の ISO 日時ではありません。" });

const LONGEST = 2_000;

export const line = z
  .string()
  .refine(
    (text) => text.length <= LONGEST || Array.from(text).length <= LONGEST,
    "2,000文字以内で指定してください。",
  );
/** 字形が無く〓に置き換え、又は省いた文字の符号位置。例: U+1F600 */
export const substituted = z.array(z.string().regex(/^U\+[0-9A-F]{4,6}$/u, "符号位置は U+XXXX で書きます。"));

export const requiredLine = line.refine((text) => text.trim() !== "", "空にできません。");
