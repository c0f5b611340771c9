/** 同じ会社の二つの計画が重なっていそうか。決めつけず、審査担当が確かめるための手がかりだけを挙げる。 */
import type { RawAnswers } from "./field.ts";
import { readPlan } from "./read-section.ts";

/** period: 実施時期が重なる。equipment: 名称と型式の同じ設備がある。 */
export type DuplicateSign =
  | { readonly kind: "period" }
  | { readonly kind: "equipment"; readonly names: readonly string[] };

/**
 * @param one 提出した答え
 * @param other 同じ会社のほかの提出の答え
 * @returns 手がかり。読めない欄は比べない
 */
export function duplicateSigns(one: RawAnswers, other: RawAnswers): readonly DuplicateSign[] {
  const [a, b] = [compared(one), compared(other)];
  const overlaps =
    a.period.start !== undefined &&
    a.period.end !== undefined &&
    b.period.start !== undefined &&
    b.period.end !== undefined &&
    a.period.start <= b.period.end &&
    b.period.start <= a.period.end;
  const known = new Set(b.equipment.equipment.map(equipmentKey));
  const names = a.equipment.equipment.flatMap((row) =>
    row.name !== undefined && known.has(equipmentKey(row)) ? [row.name] : [],
  );
  return [
    ...(overlaps ? [{ kind: "period" } as const] : []),
    ...(names.length > 0 ? [{ kind: "equipment", names: [...new Set(names)] } as const] : []),
  ];
}

/** 比べる二つの区画だけを読む。 */
const compared = ({ period = {}, equipment = {} }: RawAnswers) => readPlan({ period, equipment }).values;

/** 幅と空白の違いは、同じ設備とみなす。 */
const equipmentKey = (row: {
  readonly name?: string | undefined;
  readonly model?: string | undefined;
}): string =>
  [row.name ?? "", row.model ?? ""].map((text) => text.normalize("NFKC").replaceAll(/\s/gu, "")).join("/");
