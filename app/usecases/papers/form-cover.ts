/** 様式の鑑に書く申請者。共同の申請では、代表して申請する者に続けて全員を書く。 */
import { type FormHeading, formHeading } from "#app/domain/plan/form-number.ts";
import type { RawAnswers, RawRow } from "#app/domain/plan/field.ts";

type CoverApplicant = { readonly address: string; readonly name: string; readonly representative: string };

export type FormCover = CoverApplicant & {
  /** 様式の番号、申請の文、文の断り。 */
  readonly heading: FormHeading;
  readonly addressee: string;
  readonly filedOn: string | null;
  readonly joint: readonly CoverApplicant[];
};

/**
 * @param addressee 宛先の職名。決まらないうちは空
 * @param filedOn 申請日 YYYY-MM-DD。申請の前と、手で書き込む郵送では null
 */
export function formCover(answers: RawAnswers, addressee: string, filedOn: string | null): FormCover {
  const company = answers["company"] ?? {};
  const rows = company["jointApplicants"];
  return {
    heading: formHeading(answers),
    addressee,
    filedOn,
    ...applicantIn(company),
    joint: (Array.isArray(rows) ? (rows as readonly RawRow[]) : [])
      .map(applicantIn)
      .filter(({ address, name, representative }) => `${address}${name}${representative}` !== ""),
  };
}

const applicantIn = (values: Readonly<Record<string, unknown>>): CoverApplicant => ({
  address: typedWord(values["address"]),
  name: typedWord(values["name"]),
  representative: typedWord(values["representative"]),
});

/** 打たれた一行。文字でなければ空。 */
export const typedWord = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
