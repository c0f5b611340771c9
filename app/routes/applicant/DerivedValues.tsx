import type { DocumentSection } from "#app/domain/plan/document.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { EntryTable } from "#app/ui/plan/EntryTable.tsx";
import { EntryValues } from "#app/ui/plan/EntryValues.tsx";
import { groupEntries } from "#app/ui/plan/entry-groups.ts";

/** 入力から計算して様式に載る値。欄にある値は出さない。 */
export function DerivedValues({ section }: { readonly section: DocumentSection | undefined }) {
  if (section === undefined) return null;
  const typed = sectionOf(section.id)?.fields ?? {};
  const entries = section.entries.filter(
    (entry) =>
      !(entry.field in typed) && (entry.kind === "table" ? entry.rows.length > 0 : entry.value !== ""),
  );
  if (entries.length === 0) return null;
  return (
    <DescriptionCard title="入力から計算した値" aside="保存すると新しくなります">
      {groupEntries(entries).map((group) =>
        group.kind === "values" ? (
          <EntryValues key={group.key} section={section} values={group.values} />
        ) : (
          <EntryTable key={group.key} section={section} table={group.table} />
        ),
      )}
    </DescriptionCard>
  );
}
