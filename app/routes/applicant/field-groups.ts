/** 区画の欄を、続く同じ見出し（group）ごとにまとめる。 */
import type { AnySpec } from "#app/domain/plan/field.ts";

export type NamedSpec = readonly [name: string, spec: AnySpec];

export type FieldGroup = {
  /** 画面の中で一意。欄が増減しても変わらず、打たれている欄を作り直さない。 */
  readonly key: string;
  /** 見出しのない並びは null。 */
  readonly title: string | null;
  readonly fields: readonly NamedSpec[];
};

const titleOf = (spec: AnySpec): string | null => (spec.shape === "field" ? (spec.group ?? null) : null);

/** @param fields いま出す欄。順は変えない */
export function groupsOf(fields: readonly NamedSpec[]): readonly FieldGroup[] {
  const groups: FieldGroup[] = [];
  for (const field of fields) {
    const title = titleOf(field[1]);
    const last = groups.at(-1);
    if (last?.title === title) groups[groups.length - 1] = { ...last, fields: [...last.fields, field] };
    else {
      const times = groups.filter((one) => one.title === title).length + 1;
      groups.push({ key: `${title ?? "plain"}-${times}`, title, fields: [field] });
    }
  }
  return groups;
}
