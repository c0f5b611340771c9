/**
 * 申請の「1 名称等」の値が、どこから来たか。GビズID と法人インフォメーションの値と比べ、申請者が直した値を審査する人に示す。
 */
import { type CivilDate, parseCivilDate } from "../calendar/civil-date.ts";
import { formatJapaneseDate } from "../calendar/era.ts";
import { tokyoDay } from "../calendar/tokyo.ts";
import type { RawSection } from "../plan/field.ts";
import type { Result } from "../result.ts";
import { parseCorporateNumber } from "../text/corporate-number.ts";
import { formatInteger, parseInteger } from "../text/number-input.ts";
import { type CompanyFacts, directoryNames } from "./company-facts.ts";
import { sameAddress, sameName, samePerson } from "./same-words.ts";
import { joinedAddress } from "./split-address.ts";

/** 会社の値を持つ欄（plan/sections/company.ts）。 */
export const factFields = [
  "name",
  "corporateNumber",
  "representative",
  "prefecture",
  "address",
  "capital",
  "employees",
  "establishedOn",
] as const;
export type FactField = (typeof factFields)[number];

/** 一つの出どころの値。 */
export type SourcedValue = {
  /** 出どころの名前。 */
  readonly source: string;
  /** 出どころで改められた日、又は受け取った日。 */
  readonly asOf: CivilDate | null;
  /** 欄に入れる文字。 */
  readonly value: string;
  /** 画面に出す文字。 */
  readonly shown: string;
  /** 申請の値と、書き方の違いを除いて同じか。 */
  readonly same: boolean;
};

/** 一つの欄の値と、出どころの値。 */
export type FieldProvenance = {
  readonly field: FactField;
  /** 申請の値。打たれた文字のまま。空なら空文字。 */
  readonly typed: string;
  /** 出どころの値。GビズID が先。 */
  readonly sources: readonly SourcedValue[];
};

/** GビズID から受け取った値。 */
export type RegisteredCompany = {
  readonly key: string;
  readonly corporationType: "corporation" | "soleProprietor";
  readonly name: string;
  readonly representative: string;
  readonly prefecture: string;
  readonly address: string;
  readonly source: string;
  readonly asOf: CivilDate;
};

/**
 * 会社の行から、GビズID の値を取り出す。
 *
 * @param row.sourcedAt 受け取った瞬間（UTC の ISO 文字列）
 */
export const registeredCompany = ({
  sourcedAt,
  ...row
}: Omit<RegisteredCompany, "asOf"> & { readonly sourcedAt: string }): RegisteredCompany => ({
  key: row.key,
  corporationType: row.corporationType,
  name: row.name,
  representative: row.representative,
  prefecture: row.prefecture,
  address: row.address,
  source: row.source,
  asOf: tokyoDay(sourcedAt),
});

type Prefectures = ReadonlyMap<string, { readonly name: string }>;
type Values = Partial<Readonly<Record<FactField, { readonly value: string; readonly shown: string }>>>;

/**
 * @param answers 「1 名称等」の答え
 * @param company GビズID から受け取った値
 * @param facts 公表の値。無ければ null
 * @returns 出どころのある欄だけ。様式の順
 */
export function provenanceOf(
  answers: RawSection,
  company: RegisteredCompany,
  facts: CompanyFacts | null,
  prefectures: Prefectures,
): readonly FieldProvenance[] {
  const given = [
    { source: company.source, asOf: company.asOf, values: registeredValues(company, prefectures) },
    ...(facts === null
      ? []
      : [
          {
            source: directoryNames[facts.source],
            asOf: facts.asOf,
            values: publicValues(facts, prefectures),
          },
        ]),
  ];
  return factFields.flatMap((field) => {
    const typed = textOf(answers[field]);
    const sources = given.flatMap(({ source, asOf, values }) => {
      const value = values[field];
      return value === undefined
        ? []
        : [{ source, asOf, ...value, same: sameValue(field, typed, value.value) }];
    });
    return sources.length === 0 ? [] : [{ field, typed, sources }];
  });
}

/** 同じ値の出どころをまとめる。 */
export function groupedSources(
  sources: readonly SourcedValue[],
): readonly { readonly shown: string; readonly same: boolean; readonly from: readonly SourcedValue[] }[] {
  const shown = [...new Set(sources.map((one) => one.shown))];
  return shown.map((value) => {
    const from = sources.filter((one) => one.shown === value);
    return { shown: value, same: from.every((one) => one.same), from };
  });
}

/** 申請の値が、どの出どころとも違う欄。 */
export const overridden = (fields: readonly FieldProvenance[]): readonly FieldProvenance[] =>
  fields.filter(({ typed, sources }) => typed !== "" && sources.every(({ same }) => !same));

/** 公表の値を「1 名称等」の欄の文字にする。都道府県は番号。 */
function publicValues(facts: CompanyFacts, prefectures: Prefectures): Values {
  const { address, representative, capital, employees, establishedOn } = facts;
  const prefecture = address?.prefecture ?? null;
  return {
    name: plain(facts.name),
    corporateNumber: plain(facts.corporateNumber),
    ...(representative === null ? {} : { representative: plain(representative) }),
    ...(prefecture === null
      ? {}
      : { prefecture: { value: prefecture, shown: prefectures.get(prefecture)?.name ?? prefecture } }),
    ...(address === null ? {} : { address: plain(joinedAddress(address, prefectures)) }),
    ...(capital === null
      ? {}
      : { capital: { value: formatInteger(capital), shown: `${formatInteger(capital)}円` } }),
    ...(employees === null
      ? {}
      : { employees: { value: formatInteger(employees), shown: `${formatInteger(employees)}人` } }),
    ...(establishedOn === null ? {} : { establishedOn: plain(formatJapaneseDate(establishedOn)) }),
  };
}

function registeredValues(company: RegisteredCompany, prefectures: Prefectures): Values {
  const corporation = company.corporationType === "corporation";
  return {
    name: plain(company.name),
    ...(corporation
      ? { corporateNumber: plain(company.key), representative: plain(company.representative) }
      : {}),
    prefecture: {
      value: company.prefecture,
      shown: prefectures.get(company.prefecture)?.name ?? company.prefecture,
    },
    address: plain(company.address),
  };
}

const plain = (value: string) => ({ value, shown: value });
const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

const sameRead = <T>(one: Result<T, unknown>, other: Result<T, unknown>): boolean =>
  one.ok && other.ok && one.value === other.value;

function sameValue(field: FactField, typed: string, value: string): boolean {
  switch (field) {
    case "name":
      return sameName(typed, value);
    case "representative":
      return samePerson(typed, value);
    case "address":
      return sameAddress(typed, value);
    case "corporateNumber": {
      const number = parseCorporateNumber(typed);
      return number.ok && number.value === value;
    }
    case "capital":
      return sameRead(parseInteger(typed, "円"), parseInteger(value, "円"));
    case "employees":
      return sameRead(parseInteger(typed, "人"), parseInteger(value, "人"));
    case "establishedOn":
      return sameRead(parseCivilDate(typed), parseCivilDate(value));
    case "prefecture":
      return typed === value;
  }
}
