import type { DocumentSection, DocumentValue } from "#app/domain/plan/document.ts";
import { SummaryList, type SummaryRow } from "../primitives/SummaryList.tsx";
import { ChangeMark } from "./ChangeMark.tsx";
import { entryAnchor, type EntrySlots } from "./entry-slots.ts";

export type EntryValuesProps = EntrySlots & {
  readonly section: DocumentSection;
  readonly values: readonly DocumentValue[];
};

/** 値の欄の並び。単位は値があるときだけ添える。 */
export function EntryValues({ section, values, editHref, note, marks }: EntryValuesProps) {
  const rows = values.map((entry): SummaryRow => {
    const href = editHref?.(section, entry);
    const change = marks?.section(section.id)?.values.get(entry.field);
    const below = note?.(section, entry);
    return {
      key: entry.field,
      id: entryAnchor(section.id, entry.field),
      label: entry.label,
      value: entry.value === "" || entry.unit === undefined ? entry.value : `${entry.value}${entry.unit}`,
      action: href === undefined ? undefined : { href },
      note:
        change === undefined ? (
          below
        ) : (
          <>
            <ChangeMark change={change} long={entry.long} />
            {below}
          </>
        ),
    };
  });
  return (
    <div className="mb-4">
      <SummaryList rows={rows} />
    </div>
  );
}
