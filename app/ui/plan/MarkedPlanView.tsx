import type { PlanDocument } from "#app/domain/plan/document.ts";
import { documentMarks, onlyChanged } from "#app/domain/plan/section-marks.ts";
import { ChangedOnly } from "./ChangedOnly.tsx";
import { PlanDocumentView, type PlanDocumentViewProps } from "./PlanDocumentView.tsx";

export type MarkedPlanViewProps = Omit<PlanDocumentViewProps, "marks"> & {
  /** 認定を受けた計画の木。新規の申請と、中身の分からない紙の認定では null。 */
  readonly base: PlanDocument | null;
  readonly kind: "new" | "change";
  /** 変わった所だけを見るか。 */
  readonly only: boolean;
  /** この画面のアドレス。 */
  readonly path: string;
};

/** 様式の木。変更認定申請では、認定を受けた計画から変わった所に印を付ける。 */
export function MarkedPlanView({ base, kind, only, path, document, ...view }: MarkedPlanViewProps) {
  const marks = base === null ? undefined : documentMarks(base, document);
  return (
    <>
      {kind === "change" && <ChangedOnly path={path} count={marks?.count ?? null} only={only} />}
      <PlanDocumentView
        {...view}
        document={marks !== undefined && only ? onlyChanged(document, marks) : document}
        marks={marks}
      />
    </>
  );
}
