import { Fragment, type ReactNode } from "react";
import { FieldSection } from "#app/ui/form/FieldSection.tsx";
import { groupsOf, type NamedSpec } from "./field-groups.ts";

/** 欄のまとまりの後に差し込む物。 */
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
  return groupsOf(fields).map((group) => (
    <Fragment key={group.key}>
      {group.title === null ? (
        group.fields.map(fieldAt)
      ) : (
        <FieldSection id={`${prefix}-${group.key}`} title={group.title}>
          {group.fields.map(fieldAt)}
        </FieldSection>
      )}
      {group.fields.some(([name]) => name === inserted?.after) && inserted?.content}
    </Fragment>
  ));
}
