/**
 * 法人インフォメーションの答えの形。v2 を読み、v1 の形（役職名が別の欄、欄が無い）も受け取る。
 * 空の値は、欄が無い・null・空文字・"Null" の四通りがある。status の "-" は開いている印で、空ではない。
 */
import { z } from "zod";
import { type CivilDate, isCivilDate } from "#app/domain/calendar/civil-date.ts";
import type { CompanyCandidate, CompanyFacts } from "#app/domain/company-facts/company-facts.ts";
import { splitAddress } from "#app/domain/company-facts/split-address.ts";
import { parseCorporateNumber } from "#app/domain/text/corporate-number.ts";

const meaningless = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || value === "Null" || value === "-";

const words = z.preprocess(
  (value) => (meaningless(value) ? null : value),
  z.union([z.string(), z.number().transform(String)]).nullable(),
);
const count = z.preprocess(
  (value) =>
    meaningless(value) ? null : typeof value === "string" ? Number(value.replaceAll(",", "")) : value,
  z.number().int().min(0).nullable().catch(null),
);
const day = words.transform((text): CivilDate | null => {
  const head = text?.slice(0, 10) ?? "";
  return isCivilDate(head) ? head : null;
});

const record = z.object({
  corporate_number: z.string(),
  name: z.string().min(1),
  kana: words,
  postal_code: words,
  location: words,
  status: z.string().nullish(),
  close_date: day,
  close_cause: words,
  representative_name: words,
  representative_position: words,
  capital_stock: count,
  employee_number: count,
  date_of_establishment: day,
  update_date: day,
});

export const gbizinfoEnvelope = z.object({
  message: z.string().nullish(),
  "hojin-infos": z.array(z.unknown()),
});

/** いつも載っているはずの欄。無くなれば、相手の形が変わった。 */
const EXPECTED = ["corporate_number", "name", "location", "status", "update_date"] as const;

type Prefectures = ReadonlyMap<string, { readonly name: string }>;

/** @returns 読めない記録では null */
export function factsIn(
  value: unknown,
  prefectures: Prefectures,
): { readonly facts: CompanyFacts; readonly drift: readonly string[] } | null {
  const parsed = record.safeParse(value);
  if (!parsed.success) return null;
  const one = parsed.data;
  const number = parseCorporateNumber(one.corporate_number);
  if (!number.ok) return null;
  return {
    facts: {
      corporateNumber: number.value,
      source: "gbizinfo",
      name: one.name,
      kana: one.kana,
      postalCode: one.postal_code,
      address: one.location === null ? null : splitAddress(one.location, prefectures),
      // 空の status を「開いている」と読まない。閉鎖の日があれば閉鎖とする。
      closure:
        one.status === "閉鎖" || one.close_date !== null
          ? { on: one.close_date, cause: one.close_cause, successor: null }
          : null,
      representative: representativeIn(one.representative_position, one.representative_name),
      capital: one.capital_stock,
      employees: one.employee_number,
      establishedOn: one.date_of_establishment,
      asOf: one.update_date,
    },
    drift: driftIn(value as Readonly<Record<string, unknown>>),
  };
}

const representativeIn = (position: string | null, name: string | null): string | null =>
  name === null
    ? null
    : [position ?? "", name]
        .join(" ")
        .replace(/[\s　]+/gu, " ")
        .trim();

const driftIn = (value: Readonly<Record<string, unknown>>): readonly string[] => [
  ...EXPECTED.filter((field) => !Object.hasOwn(value, field)),
  ...(typeof value["status"] === "string" && !["-", "閉鎖", ""].includes(value["status"]) ? ["status"] : []),
];

const candidate = z.object({
  corporate_number: z.string(),
  name: z.string(),
  location: words,
  status: z.string().nullish(),
});

/** 探した結果の一行。番号の読めない行は除く。 */
export function candidateIn(value: unknown): CompanyCandidate | null {
  const parsed = candidate.safeParse(value);
  if (!parsed.success) return null;
  const number = parseCorporateNumber(parsed.data.corporate_number);
  return number.ok
    ? {
        corporateNumber: number.value,
        name: parsed.data.name,
        location: parsed.data.location ?? "",
        closed: parsed.data.status === "閉鎖",
      }
    : null;
}
