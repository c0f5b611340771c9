import type { ReactNode } from "react";
import type { DocumentEntry, DocumentSection } from "#app/domain/plan/document.ts";
import type { DocumentMarks } from "#app/domain/plan/section-marks.ts";

/** 欄ごとに差し込む物。変更のリンク、指摘、変更前の値など。 */
export type EntrySlots = {
  /** 「変更」の宛先。 */
  readonly editHref?: ((section: DocumentSection, entry: DocumentEntry) => string | undefined) | undefined;
  /** 値の下に置く物。 */
  readonly note?: ((section: DocumentSection, entry: DocumentEntry) => ReactNode) | undefined;
  /** 変更認定申請で、認定を受けた計画から変わった所の印。 */
  readonly marks?: DocumentMarks | undefined;
};

/** 欄のリンク先（`#section-field`）。 */
export function entryAnchor(sectionId: string, field: string): string {
  return `${sectionId}-${field}`;
}
