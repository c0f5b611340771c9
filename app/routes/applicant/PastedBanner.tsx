import type { SectionSpec } from "#app/domain/plan/field.ts";
import { fieldAnchor, type Finding, findingWords } from "#app/domain/plan/finding.ts";
import { pasteNotes, type PasteSummary, pasteWords } from "#app/ui/form/rows/paste-words.ts";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";

/** 送って行にした表の結果（JavaScript の無い画面）。読めない値から、その欄へ移れる。 */
export function PastedBanner({
  section,
  field,
  summary,
  faults,
}: {
  readonly section: SectionSpec;
  readonly field: string;
  readonly summary: PasteSummary;
  /** 区画の、読めない欄の指摘。 */
  readonly faults: readonly Finding[];
}) {
  const spec = section.fields[field];
  if (spec?.shape !== "rows") return null;
  const inRows = faults.filter((fault) => fault.field.startsWith(`${field}.`));
  return (
    <NotificationBanner
      kind={summary.unread > 0 || summary.cutRows > 0 ? "warning" : "success"}
      title={pasteWords(summary)}
      announce
    >
      {pasteNotes(spec, summary).map((note) => (
        <p key={note}>{note}</p>
      ))}
      {inRows.length > 0 && (
        <ul className="list-disc pl-6">
          {inRows.map((fault) => (
            <li key={`${fault.field}-${fault.rowId ?? ""}`}>
              <a className="link" href={`#${fieldAnchor(fault.field, fault.rowId)}`}>
                {findingWords(fault)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </NotificationBanner>
  );
}
