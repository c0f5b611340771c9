import { Fragment, type ReactNode } from "react";
import { FieldSection } from "#app/ui/form/FieldSection.tsx";
import { groupsOf, type NamedSpec } from "./field-groups.ts";

/** 欄の後に差し込む物。見出しのあるまとまりの欄なら、まとまりの後に置く。 */
export type Inserted = { readonly after: string; readonly content: ReactNode };

/** 欄の並び。続く同じ見出しの欄を、一つのまとまりにする。 */
export function FieldGroups({
  fields,
  prefix,
  fieldAt,
  inserted,
}: {
  readonly fields: readonly NamedSpec[];
  /** まとまりの id の頭。画面に並びが二つあっても重ならない。 */
  readonly prefix: string;
  readonly fieldAt: (field: NamedSpec) => ReactNode;
  readonly inserted?: Inserted | undefined;
}) {
  const after = (names: readonly NamedSpec[]): ReactNode =>
    names.some(([name]) => name === inserted?.after) && inserted?.content;
  return groupsOf(fields).map((group) =>
    group.title === null ? (
      <Fragment key={group.key}>
        {group.fields.map((field) => (
          <Fragment key={field[0]}>
            {fieldAt(field)}
            {after([field])}
          </Fragment>
        ))}
      </Fragment>
    ) : (
      <Fragment key={group.key}>
        <FieldSection id={`${prefix}-${group.key}`} title={group.title}>
          {group.fields.map(fieldAt)}
        </FieldSection>
        {after(group.fields)}
      </Fragment>
    ),
  );
}
