/** 規則集から来る選択肢の点検。画面の外から来た値は、選択肢に無いことがある。 */
import { applicableSections } from "../applicable-sections.ts";
import type { FieldSpec } from "../field.ts";
import type { Finding } from "../finding.ts";
import { type Check, type CheckInput, findingOf } from "./check.ts";

/**
 * 都道府県、省庁、局、事業承継等の種類が、版にあるか。指標と該当箇所は指針の点検が、類型と種類は設備の点検が見る。
 */
export const choicesExist: Check = ({ rulebook, values, answers }) => {
  const plan: { readonly [section: string]: { readonly [field: string]: unknown } } = values;
  return applicableSections(answers).flatMap((section) =>
    Object.entries(section.fields).flatMap(([name, spec]): readonly Finding[] => {
      const place = { section: section.id, field: name };
      const value = plan[section.id]?.[name];
      if (spec.shape === "field") return isMissing(rulebook, spec, value) ? [notInList(place, spec)] : [];
      const rows = (value ?? []) as readonly { readonly id: string; readonly [column: string]: unknown }[];
      return rows.flatMap((row) =>
        Object.entries(spec.fields).flatMap(([column, cell]) =>
          isMissing(rulebook, cell, row[column])
            ? [notInList({ ...place, field: `${name}.${column}`, rowId: row.id }, cell)]
            : [],
        ),
      );
    }),
  );
};

function isMissing(rulebook: CheckInput["rulebook"], spec: FieldSpec, value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (spec.options === "prefectures") return !rulebook.prefectures.has(value);
  if (spec.options === "ministries") return !rulebook.ministries.has(value);
  if (spec.options === "receivingOffices") return !rulebook.offices.has(value);
  return (
    spec.options === "successionKinds" &&
    !rulebook.procedure.successionKinds.some((kind) => kind.id === value)
  );
}

const notInList = (place: Parameters<typeof findingOf>[1], spec: FieldSpec): Finding =>
  findingOf("choiceExists", place, `${spec.label}: 選択肢の中から選んでください。`);
