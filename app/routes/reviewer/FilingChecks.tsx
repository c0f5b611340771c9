import type { PlanDocument } from "#app/domain/plan/document.ts";
import { type Finding, findingWords } from "#app/domain/plan/finding.ts";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { entryAnchor } from "#app/ui/plan/entry-slots.ts";
import { fieldTitle } from "./event-lines.ts";

/** 申請の時の点検の結果。申請は誤りがあるとできないので、残るのは警告。 */
export function FilingChecks({
  findings,
  document,
}: {
  readonly findings: readonly Finding[];
  readonly document: PlanDocument;
}) {
  return (
    <DescriptionCard title="申請の時の点検">
      {findings.length === 0 ? (
        <p>警告はありません。</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {findings.map((finding) => (
            <li key={`${finding.check}-${finding.section}-${finding.field}-${finding.rowId ?? ""}`}>
              <Tag tone="warning">警告</Tag>{" "}
              <a href={`#${entryAnchor(finding.section, finding.field)}`} className="link">
                {fieldTitle(finding, document)}
              </a>
              <br />
              {findingWords(finding)}
            </li>
          ))}
        </ul>
      )}
    </DescriptionCard>
  );
}
