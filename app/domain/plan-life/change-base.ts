/** 変更認定申請の、変える元。始めた時に区画「change-base」に写し、申請者は書き換えられない。 */
import { type CivilDate, isCivilDate } from "../calendar/civil-date.ts";
import { type CivilMonth, isCivilMonth } from "../calendar/civil-month.ts";
import type { RawAnswers, RawSection } from "../plan/field.ts";

/** 変える元を写した区画。様式の区画ではない。 */
export const changeBaseSection = "change-base";

export type ChangeBase = {
  readonly origin: "portal" | "paper";
  /** 紙の認定では null。 */
  readonly planId: string | null;
  /** 紙の認定では null。 */
  readonly version: number | null;
  /** 変える元の版の文書番号。 */
  readonly number: string;
  readonly certifiedOn: CivilDate;
  /** 当初の認定。 */
  readonly firstNumber: string;
  readonly firstCertifiedOn: CivilDate;
  readonly start: CivilMonth;
  readonly end: CivilMonth;
  /** 認定した局。 */
  readonly officeName: string;
  /** 紙の認定の、旧い産業分類の細分類。無ければ空。 */
  readonly code13: string;
};

export const writeChangeBase = (base: ChangeBase): RawSection => ({
  ...base,
  planId: base.planId ?? "",
  version: base.version === null ? "" : String(base.version),
});

/** @returns 変更認定申請でなければ null */
export function changeBaseOf(answers: RawAnswers): ChangeBase | null {
  const raw = answers[changeBaseSection];
  if (raw === undefined) return null;
  const word = (field: keyof ChangeBase): string => {
    const value = raw[field];
    return typeof value === "string" ? value : "";
  };
  const [certifiedOn, firstCertifiedOn] = [word("certifiedOn"), word("firstCertifiedOn")];
  const [start, end] = [word("start"), word("end")];
  if (
    !isCivilDate(certifiedOn) ||
    !isCivilDate(firstCertifiedOn) ||
    !isCivilMonth(start) ||
    !isCivilMonth(end)
  )
    return null;
  return {
    origin: word("origin") === "paper" ? "paper" : "portal",
    planId: word("planId") === "" ? null : word("planId"),
    version: word("version") === "" ? null : Number(word("version")),
    number: word("number"),
    certifiedOn,
    firstNumber: word("firstNumber"),
    firstCertifiedOn,
    start,
    end,
    officeName: word("officeName"),
    code13: word("code13"),
  };
}

/** 変更認定申請か。 */
export const isChange = (answers: RawAnswers): boolean => answers[changeBaseSection] !== undefined;
