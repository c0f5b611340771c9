/** 差し戻された計画で、区画の画面に先に出す欄。指摘の付いた欄と、その欄の答えで出し入れの決まる欄。 */
import type { AnySpec, PlanSituation, RawSection, SectionSpec } from "./field.ts";

/**
 * @param comments この区画への指摘。`表.列` の欄は表を指す
 * @param answers 画面が読んだ答え
 * @returns 先に出す欄の名前。指摘が無い、又は入力する欄でない所（計算した値など）への指摘があれば null で、全部の欄を出す
 */
export function commentedFields(
  section: SectionSpec,
  comments: readonly { readonly field: string }[],
  answers: RawSection,
  situation: PlanSituation,
): ReadonlySet<string> | null {
  const named = comments.map(({ field }) => field.split(".")[0] ?? "");
  if (named.length === 0 || named.some((field) => !Object.hasOwn(section.fields, field))) return null;
  const found = new Set(named);
  const readBy = Object.entries(section.fields).map(
    ([name, spec]) => [name, fieldsRead(spec, answers, situation)] as const,
  );
  let before = 0;
  while (found.size > before) {
    before = found.size;
    for (const [name, read] of readBy) if (read.some((field) => found.has(field))) found.add(name);
  }
  return found;
}

/** 欄を出す条件が見る、同じ区画の欄。 */
function fieldsRead(spec: AnySpec, answers: RawSection, situation: PlanSituation): readonly string[] {
  const read = new Set<string>();
  const watched = new Proxy(answers, {
    get(target, name) {
      if (typeof name !== "string") return undefined;
      read.add(name);
      return target[name];
    },
  });
  spec.when?.(watched, situation);
  return [...read];
}
