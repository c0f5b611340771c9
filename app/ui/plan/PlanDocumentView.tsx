import type { ReactNode } from "react";
import type { DocumentSection, PlanDocument } from "#app/domain/plan/document.ts";
import { SectionTitle } from "../layout/SectionTitle.tsx";
import { groupEntries } from "./entry-groups.ts";
import type { EntrySlots } from "./entry-slots.ts";
import { GoneFields } from "./GoneFields.tsx";
import { EntryTable } from "./EntryTable.tsx";
import { EntryValues } from "./EntryValues.tsx";

export type PlanDocumentViewProps = EntrySlots & {
  readonly document: PlanDocument;
  /** 章の見出しの段。既定は 2。 */
  readonly headingLevel?: 2 | 3 | undefined;
  /** 章の見出しの右に置く物。 */
  readonly sectionAside?: ((section: DocumentSection) => ReactNode) | undefined;
};

/** 様式の「見出しと値の木」をそのままの順で見せる。見出しも書式も足さない。 */
export function PlanDocumentView({
  document,
  headingLevel = 2,
  sectionAside,
  editHref,
  note,
  marks,
}: PlanDocumentViewProps) {
  return (
    <>
      {document.sections.map((section) => (
        <section key={section.id} aria-labelledby={`section-${section.id}`} className="mb-8">
          <SectionTitle level={headingLevel} id={`section-${section.id}`} aside={sectionAside?.(section)}>
            {section.number === "" ? section.title : `${section.number}　${section.title}`}
          </SectionTitle>
          {groupEntries(section.entries).map((group) =>
            group.kind === "values" ? (
              <EntryValues
                key={group.key}
                section={section}
                values={group.values}
                editHref={editHref}
                note={note}
                marks={marks}
              />
            ) : (
              <EntryTable
                key={group.key}
                section={section}
                table={group.table}
                editHref={editHref}
                note={note}
                marks={marks}
              />
            ),
          )}
          <GoneFields
            title="認定を受けた計画から、なくなった欄"
            changes={marks?.section(section.id)?.gone ?? []}
          />
        </section>
      ))}
      {marks?.goneSections.map(({ id, title, changes }) => (
        <GoneFields key={id} title={`なくなった区画「${title}」`} changes={changes} />
      ))}
    </>
  );
}
