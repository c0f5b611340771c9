import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { PlanDocumentView } from "#app/ui/plan/PlanDocumentView.tsx";
import { ChangeTable } from "./reviewer/ChangeTable.tsx";
import type { PlanVersionView } from "./plan-version-view.server.ts";

/** 一つの版の内容と、前の版との違い。 */
export function PlanVersionPage({ view }: { readonly view: PlanVersionView }) {
  return (
    <>
      <PageTitle
        title={`計画の${view.title}`}
        caption={view.number}
        lead={`${view.certifiedOn}に認定された内容です。認定された版は変わりません。`}
      />
      {view.before !== null && (
        <>
          <SectionTitle id="changes">{view.before}との違い</SectionTitle>
          {view.sections.length === 0 && <p>様式の値は、どの欄も同じです。</p>}
          {view.sections.map((section) => (
            <section key={section.id} aria-labelledby={`changed-${section.id}`} className="mb-8">
              <SectionTitle level={3} id={`changed-${section.id}`}>
                {section.title}
              </SectionTitle>
              <ChangeTable section={section} />
            </section>
          ))}
        </>
      )}
      <SectionTitle id="plan">内容</SectionTitle>
      <PlanDocumentView document={view.document} headingLevel={3} />
    </>
  );
}
