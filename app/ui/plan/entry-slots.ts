import type { ReactNode } from "react";
import type { DocumentEntry, DocumentSection } from "#app/domain/plan/document.ts";

/** 欄ごとに差し込む物。変更のリンク、指摘、変更前の値など。 */
export type EntrySlots = {
  /** 「変更」の宛先。 */
  readonly editHref?: ((section: DocumentSection, entry: DocumentEntry) => string | undefined) | undefined;
  /** 値の下に置く物。 */
  readonly note?: ((section: DocumentSection, entry: DocumentEntry) => ReactNode) | undefined;
};

/** 欄のリンク先（`#section-field`）。 */
export function entryAnchor(sectionId: string, field: string): string {
  return `${sectionId}-${field}`;
}
