/**
 * 欄の種類ごとの作り方。読み取り・書式・誤りの文は種類ごとに一つ。
 */
import { type CivilDate, parseCivilDate } from "../calendar/civil-date.ts";
import { type CivilMonth, parseCivilMonth } from "../calendar/civil-month.ts";
import { formatJapaneseDate, formatJapaneseMonth } from "../calendar/era.ts";
import { ok, refuse, type Result, unreachable } from "../result.ts";
import { type CorporateNumber, parseCorporateNumber } from "../text/corporate-number.ts";
import { isEmailAddress } from "../text/email-address.ts";
import {
  type DecimalText,
  formatDecimal,
  formatInteger,
  type NumberRefusal,
  type NumberUnit,
  parseDecimal,
  parseInteger,
} from "../text/number-input.ts";
import { cleanText } from "../text/visible.ts";
import { foldHyphens, normaliseDigits } from "../text/width.ts";
import type { FieldSpec, Options, Requirement, RowFields, RowsSpec } from "./field.ts";

type Common = {
  readonly label: string;
  readonly requirement?: Requirement;
  readonly help?: string;
  readonly example?: string;
  readonly autoComplete?: string;
  readonly suggestions?: string;
  readonly group?: string;
  readonly beyondForm?: boolean;
  readonly when?: FieldSpec["when"];
};

type Extra = Partial<Pick<FieldSpec, "unit" | "options">> & { readonly maxLength?: number };

function field<T>(
  kind: FieldSpec["kind"],
  common: Common,
  reading: Pick<FieldSpec<T>, "parse" | "format">,
  extra: Extra = {},
): FieldSpec<T> {
  return { shape: "field", kind, requirement: "required", maxLength: 200, ...common, ...extra, ...reading };
}

const limited =
  (maxLength: number) =>
  (raw: string): Result<string, string> => {
    const text = cleanText(raw);
    const length = [...text].length;
    return length > maxLength
      ? refuse(`${maxLength}文字以内で入力してください。今は${length}文字です。`)
      : ok(text);
  };

/** 一行の文字。 */
export const text = (common: Common & { readonly maxLength?: number }): FieldSpec<string> =>
  field(
    "text",
    common,
    { parse: limited(common.maxLength ?? 200), format: (value) => value },
    { maxLength: common.maxLength ?? 200 },
  );

/** 何行にもわたる文章。 */
export const longText = (common: Common & { readonly maxLength?: number }): FieldSpec<string> =>
  field(
    "longText",
    common,
    { parse: limited(common.maxLength ?? 2000), format: (value) => value },
    { maxLength: common.maxLength ?? 2000 },
  );

function numberMessage(reason: NumberRefusal, unit: NumberUnit): string {
  switch (reason) {
    case "empty":
    case "notNumber":
      return `数字で入力してください（単位は${unit}です）。`;
    case "grouping":
      return "桁区切りの「,」の位置を確かめてください。";
    case "notInteger":
      return "小数点のない数（整数）で入力してください。";
    case "tooLarge":
      return "桁数が多すぎます。単位を確かめてください。";
    case "unit":
      return `単位は${unit}です。${unit}の数に直して入力してください。`;
    default:
      return unreachable(reason);
  }
}

/** 整数。min を下回る数、max を超える数は断る。 */
export const integer = (
  common: Common & { readonly unit: NumberUnit; readonly min?: number; readonly max?: number },
): FieldSpec<number> =>
  field(
    "integer",
    common,
    {
      parse(raw) {
        const read = parseInteger(raw, common.unit);
        if (!read.ok) return refuse(numberMessage(read.error, common.unit));
        if (common.min !== undefined && read.value < common.min)
          return refuse(`${formatInteger(common.min)}${common.unit}以上の数を入力してください。`);
        if (common.max !== undefined && read.value > common.max)
          return refuse(`${formatInteger(common.max)}${common.unit}以下の数を入力してください。`);
        return read;
      },
      format: (value: number) => formatInteger(value),
    },
    { unit: common.unit, maxLength: 40 },
  );

/** 正確な小数。 */
export const decimal = (common: Common & { readonly unit?: NumberUnit }): FieldSpec<DecimalText> =>
  field(
    "decimal",
    common,
    {
      parse(raw) {
        const read = parseDecimal(raw, common.unit);
        if (read.ok) return read;
        return refuse(
          common.unit === undefined
            ? "数字で入力してください（単位は付けません）。"
            : numberMessage(read.error, common.unit),
        );
      },
      format: (value) => formatDecimal(value),
    },
    { ...(common.unit === undefined ? {} : { unit: common.unit }), maxLength: 40 },
  );

/** 日付。西暦・和暦のどちらでも読む。 */
export const date = (common: Common): FieldSpec<CivilDate> =>
  field(
    "date",
    common,
    {
      parse(raw) {
        const read = parseCivilDate(raw);
        if (read.ok) return read;
        return refuse(
          read.error === "noSuchDay"
            ? "その日は暦にありません。日付を確かめてください。"
            : "日付を「2026年12月1日」又は「令和8年12月1日」のように入力してください。",
        );
      },
      format: formatJapaneseDate,
    },
    { maxLength: 40 },
  );

/** 年月。西暦・和暦のどちらでも読む。 */
export const month = (common: Common): FieldSpec<CivilMonth> =>
  field(
    "month",
    common,
    {
      parse(raw) {
        const read = parseCivilMonth(raw);
        return read.ok ? read : refuse("年月を「2026年12月」又は「令和8年12月」のように入力してください。");
      },
      format: formatJapaneseMonth,
    },
    { maxLength: 40 },
  );

/** 選択肢から一つ。名指しの選択肢（prefectures など）の中身は optionsOf が決める。 */
export const choice = (common: Common & { readonly options: Options }): FieldSpec<string> =>
  field(
    "choice",
    common,
    {
      parse(raw) {
        const value = cleanText(raw);
        if (typeof common.options === "string") return ok(value);
        return common.options.some((option) => option.value === value)
          ? ok(value)
          : refuse("選択肢の中から選んでください。");
      },
      format(value) {
        if (typeof common.options === "string") return value;
        return common.options.find((option) => option.value === value)?.label ?? value;
      },
    },
    { options: common.options, maxLength: 200 },
  );

/** 二つに一つ。 */
export const yesNo = (
  common: Common & { readonly yes?: string; readonly no?: string },
): FieldSpec<boolean> => {
  const options = [
    { value: "yes", label: common.yes ?? "はい" },
    { value: "no", label: common.no ?? "いいえ" },
  ];
  return field<boolean>(
    "choice",
    common,
    {
      parse(raw) {
        const value = cleanText(raw);
        if (value === "yes") return ok(true);
        if (value === "no") return ok(false);
        return refuse("どちらかを選んでください。");
      },
      format: (value) => options[value ? 0 : 1]?.label ?? "",
    },
    { options, maxLength: 10 },
  );
};

/** メールアドレス。 */
export const email = (common: Common): FieldSpec<string> =>
  field(
    "email",
    common,
    {
      parse(raw) {
        const value = normaliseDigits(cleanText(raw)).normalize("NFKC");
        return isEmailAddress(value)
          ? ok(value)
          : refuse("メールアドレスを「tantou@example.co.jp」のように入力してください。");
      },
      format: (value) => value,
    },
    { maxLength: 254 },
  );

/** 電話番号。 */
export const telephone = (common: Common): FieldSpec<string> =>
  field(
    "telephone",
    common,
    {
      parse(raw) {
        const value = foldHyphens(cleanText(raw).normalize("NFKC"));
        const digits = value.replaceAll(/[-()\s]/gu, "");
        return /^0\d{9,10}$/u.test(digits)
          ? ok(value)
          : refuse("電話番号を市外局番から「022-000-0000」のように入力してください。");
      },
      format: (value) => value,
    },
    { maxLength: 30 },
  );

/** 法人番号。13桁と検査数字を見る。 */
export const corporateNumber = (common: Common): FieldSpec<CorporateNumber> =>
  field(
    "corporateNumber",
    common,
    {
      parse(raw) {
        const read = parseCorporateNumber(raw, { invoicePrefix: true });
        if (read.ok) return read;
        switch (read.error) {
          case "empty":
          case "length":
            return refuse("法人番号は13桁の数字です。桁数を確かめてください。");
          case "notDigits":
            return refuse("法人番号は数字だけで入力してください。");
          case "checkDigit":
            return refuse("法人番号の検査数字が合いません。打ち間違いがないか、13桁を確かめてください。");
          default:
            return unreachable(read.error);
        }
      },
      format: (value) => value,
    },
    { maxLength: 40 },
  );

/** 日本標準産業分類の細分類。4桁の数字。 */
export const industryCode = (common: Common): FieldSpec<string> =>
  field(
    "industry",
    common,
    {
      parse(raw) {
        const value = normaliseDigits(cleanText(raw));
        return /^\d{4}$/u.test(value)
          ? ok(value)
          : refuse("細分類を4桁の数字で入力してください（例：2662）。");
      },
      format: (value) => value,
    },
    { maxLength: 20 },
  );

/** 繰り返しの行。 */
export const rows = <const R extends RowFields>(spec: Omit<RowsSpec<R>, "shape">): RowsSpec<R> => ({
  shape: "rows",
  ...spec,
});
