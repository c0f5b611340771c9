import type { DocumentSection, DocumentValue } from "#app/domain/plan/document.ts";
import { SummaryList, type SummaryRow } from "../primitives/SummaryList.tsx";
import { entryAnchor, type EntrySlots } from "./entry-slots.ts";

export type EntryValuesProps = EntrySlots & {
  readonly section: DocumentSection;
  readonly values: readonly DocumentValue[];
};

/** 値の欄の並び。単位は値があるときだけ添える。 */
export function EntryValues({ section, values, editHref, note }: EntryValuesProps) {
  const rows = values.map((entry): SummaryRow => {
    const href = editHref?.(section, entry);
    return {
      key: entry.field,
      id: entryAnchor(section.id, entry.field),
      label: entry.label,
      value: entry.value === "" || entry.unit === undefined ? entry.value : `${entry.value}${entry.unit}`,
      action: href === undefined ? undefined : { href },
      note: note?.(section, entry),
    };
  });
  return (
    <div className="mb-4">
      <SummaryList rows={rows} />
    </div>
  );
}
