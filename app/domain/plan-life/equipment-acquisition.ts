/**
 * 計画の設備の取得。会社が、取得した日と取得価額を示し、計画の歩みに残す。
 * 取得は認定の後が原則で、先に取得した設備は、取得から60日以内に、それを書いた申請が受理される必要がある
 * （中小企業庁の案内）。
 */
import { addDays, type CivilDate, daysBetween, isCivilDate, parseCivilDate } from "../calendar/civil-date.ts";
import { monthOf } from "../calendar/civil-month.ts";
import { ok, refuse, type Result } from "../result.ts";
import { cleanText } from "../text/visible.ts";
import { normaliseDigits } from "../text/width.ts";
import type { Acquisition, PlanEvent } from "./plan-events.ts";

/** 取得の後、申請が受理されるまでの期限（日）。 */
const ACCEPTANCE_DAYS = 60;

/** いまの取得。行の id から引く。 */
export function acquisitionsOf(events: readonly PlanEvent[]): ReadonlyMap<string, Acquisition> {
  const acquired = new Map<string, Acquisition>();
  for (const event of events) {
    if (event.type === "plan.equipmentAcquired.v1") acquired.set(event.data.row, event.data);
    if (event.type === "plan.acquisitionCancelled.v1") acquired.delete(event.data.row);
  }
  return acquired;
}

/** その設備を初めて書いた版。 */
export type CoveringVersion = {
  /** YYYY-MM-DD */
  readonly certifiedOn: string;
  /** その版の申請が受理された日。紙の認定など、分からなければ null。 */
  readonly acceptedOn: string | null;
};

/**
 * after: 認定の後の取得。within: 認定の前の取得で、60日以内に受理された。late: 60日を過ぎて受理された。
 * unknown: 認定の前の取得で、受理の日が分からない。filed: 計画に無いが、それを書いた変更認定申請が出ている。
 * open: 計画に無く、期限の前。closed: 計画に無く、期限を過ぎた。
 */
export type AcquisitionTiming =
  | { readonly kind: "after" | "within" | "unknown" | "filed" }
  | { readonly kind: "late" | "closed"; readonly deadline: CivilDate }
  | { readonly kind: "open"; readonly deadline: CivilDate; readonly daysLeft: number };

/** 60日の期限の日。 */
const acceptanceDeadline = (acquiredOn: CivilDate): CivilDate => addDays(acquiredOn, ACCEPTANCE_DAYS);

/**
 * @param covering その設備を初めて書いた版。計画に無い設備では null
 * @param filed その設備を書いた変更認定申請が出ているか
 * @param on 今日（Tokyo の日）
 */
export function acquisitionTiming(
  acquiredOn: CivilDate,
  covering: CoveringVersion | null,
  filed: boolean,
  on: CivilDate,
): AcquisitionTiming {
  const deadline = acceptanceDeadline(acquiredOn);
  if (covering === null) {
    if (filed) return { kind: "filed" };
    return on > deadline
      ? { kind: "closed", deadline }
      : { kind: "open", deadline, daysLeft: daysBetween(on, deadline) };
  }
  if (acquiredOn >= covering.certifiedOn) return { kind: "after" };
  if (covering.acceptedOn === null) return { kind: "unknown" };
  return covering.acceptedOn <= deadline ? { kind: "within" } : { kind: "late", deadline };
}

/** 取得した月が実施時期の中か。 */
export type PeriodSide = "inside" | "before" | "beyond";

export function periodSide(
  acquiredOn: CivilDate,
  { startMonth, endMonth }: { readonly startMonth: string; readonly endMonth: string },
): PeriodSide {
  const month = monthOf(acquiredOn);
  if (month > endMonth) return "beyond";
  return month < startMonth ? "before" : "inside";
}

/** 打たれたまま。 */
export type AcquisitionTyped = {
  readonly name: string;
  readonly acquiredOn: string;
  readonly price: string;
};

const MAX_NAME = 100;
const MAX_PRICE = 1_000_000_000_000;

/**
 * @param planned 計画に書いた設備の名称。計画に無い設備では null（打たれた名称を読む）
 * @param on 今日（Tokyo の日）
 * @returns 読めた取得。読めなければ、欄ごとの理由
 */
export function readAcquisition(
  typed: AcquisitionTyped,
  planned: string | null,
  on: CivilDate,
): Result<
  Omit<Acquisition, "row" | "inPlan">,
  Readonly<Partial<Record<keyof AcquisitionTyped, readonly string[]>>>
> {
  const name = planned ?? cleanText(typed.name).trim();
  const day = parseCivilDate(typed.acquiredOn);
  const digits = normaliseDigits(cleanText(typed.price)).replaceAll(/[,，\s]/gu, "");
  const price = /^\d{1,13}$/u.test(digits) ? Number(digits) : null;
  const errors: Partial<Record<keyof AcquisitionTyped, readonly string[]>> = {};
  if (name === "") errors.name = ["設備等の名称を入力してください。"];
  else if (Array.from(name).length > MAX_NAME)
    errors.name = [`設備等の名称は${MAX_NAME}文字までで入力してください。`];
  if (!day.ok) errors.acquiredOn = ["取得した日を「2026年11月20日」のように入力してください。"];
  else if (day.value > on)
    errors.acquiredOn = ["取得した日が今日より後です。引渡しを受けてから記録してください。"];
  if (price === null || price < 1 || price > MAX_PRICE)
    errors.price = ["取得価額を、1円から1兆円までの整数で入力してください。"];
  if (Object.keys(errors).length > 0 || !day.ok || price === null) return refuse(errors);
  return ok({ name, acquiredOn: day.value, priceYen: price });
}

/** 取得した日として保存された日。読めなければ null。 */
export const acquiredDay = ({ acquiredOn }: Pick<Acquisition, "acquiredOn">): CivilDate | null =>
  isCivilDate(acquiredOn) ? acquiredOn : null;
