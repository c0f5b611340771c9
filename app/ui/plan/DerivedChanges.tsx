import type { DocumentSection } from "#app/domain/plan/document.ts";
import { onlyChanged, type SectionMarks } from "#app/domain/plan/section-marks.ts";
import { DescriptionCard } from "../primitives/DescriptionCard.tsx";
import { groupEntries } from "./entry-groups.ts";
import { EntryTable } from "./EntryTable.tsx";
import { EntryValues } from "./EntryValues.tsx";

/** 入力する欄ではなく、計算した値で変わった所。 */
export function DerivedChanges({
  section,
  marks,
  typed,
}: {
  readonly section: DocumentSection;
  readonly marks: SectionMarks;
  /** 入力する欄の名前。 */
  readonly typed: readonly string[];
}) {
  const all = { count: marks.count, section: () => marks, goneSections: [] };
  const [changed] = onlyChanged({ formVersion: "", title: "", sections: [section] }, all).sections;
  const entries = (changed?.entries ?? []).filter(({ field }) => !typed.includes(field));
  if (entries.length === 0) return null;
  return (
    <DescriptionCard title="計算した値で変わった所" aside="保存すると新しくなります">
      {groupEntries(entries).map((group) =>
        group.kind === "values" ? (
          <EntryValues key={group.key} section={section} values={group.values} marks={all} />
        ) : (
          <EntryTable key={group.key} section={section} table={group.table} marks={all} />
        ),
      )}
    </DescriptionCard>
  );
}
