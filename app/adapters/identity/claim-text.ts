/**
 * 属性の値の読み方。GビズID は「無い」を空文字で返すことがあり、番号を数として返すこともあるため、
 * どちらも同じ「文字列か undefined」に揃える。
 */
import { z } from "zod";

/** 文字列・数・空・無しを、前後の空白を除いた文字列か undefined に揃える。ほかの型は拒む。 */
export const claimText = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => {
    const text = value === null || value === undefined ? "" : String(value).trim();
    return text === "" ? undefined : text;
  });

/**
 * 生年月日を `YYYY-MM-DD` に揃える。`YYYYMMDD` と `YYYY-MM-DD` の両方が使われている。
 * @returns 暦に無い日や読めない形は null
 */
export function civilDateOf(text: string | undefined): string | null {
  const parts = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text ?? "");
  if (!parts) return null;
  const date = `${parts[1]}-${parts[2]}-${parts[3]}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : null;
}
