/**
 * 日付・年月の書き方を年・月・日の数に分ける。西暦と和暦、全角と半角、区切りの違いを受け入れる。
 * 実在する日かどうか、元号の期間内かどうかは `civil-date.ts` と `civil-month.ts` が確かめる。
 */
import { foldHyphens } from "../text/width.ts";
import { type Era, eraNamed } from "./era-table.ts";

/** 書かれていた年月日。`era` は和暦で書かれていたときだけ。日のない書き方では `day` が undefined。 */
export type WrittenDate = {
  readonly year: number;
  readonly month: number;
  readonly day: number | undefined;
  readonly era: Era | undefined;
};

const YEAR = String.raw`(?:(?<year>\d{4})|(?<era>令和|平成|昭和|大正|明治|[RHSTM])(?<eraYear>元|\d{1,2}))`;
const WRITINGS: readonly RegExp[] = [
  new RegExp(String.raw`^${YEAR}年(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?$`, "iu"),
  new RegExp(String.raw`^${YEAR}(?<sep>[-/.])(?<month>\d{1,2})(?:\k<sep>(?<day>\d{1,2}))?$`, "iu"),
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})?$/u,
];

/**
 * @param raw 例 `2026-12-05` `2026/12/5` `２０２６年１２月５日` `令和8年12月5日` `R8.12.5` `20261205` `令和元年5月`
 * @returns 分けた年月日。空なら `empty`、どの書き方でもなければ `format`
 */
export function readWrittenDate(raw: string): WrittenDate | "empty" | "format" {
  const text = foldHyphens(raw.normalize("NFKC").trim()).replace(/(?<=\D)\s+|\s+(?=\D)/gu, "");
  if (text === "") return "empty";
  for (const writing of WRITINGS) {
    const parts = writing.exec(text)?.groups;
    if (parts === undefined) continue;
    const era = parts["era"] === undefined ? undefined : eraNamed(parts["era"]);
    const eraYear = parts["eraYear"] === "元" ? 1 : Number(parts["eraYear"]);
    return {
      year: era === undefined ? Number(parts["year"]) : era.firstYear + eraYear - 1,
      month: Number(parts["month"]),
      day: parts["day"] === undefined ? undefined : Number(parts["day"]),
      era,
    };
  }
  return "format";
}
