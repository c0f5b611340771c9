import { useEffect, useState } from "react";
import type { SectionSpec } from "#app/domain/plan/field.ts";
import { journalEntries, journalStorage } from "#app/ui/form/autosave/journal.ts";
import { isAlreadyEdited } from "#app/ui/form/autosave/form-entries.ts";
import { LiveSectionView } from "./LiveSectionView.tsx";
import { sectionPath } from "./paths.ts";
import { SectionEditor, type SectionPage } from "./SectionEditor.tsx";

const FORM_ID = "section-form";

/**
 * 区画の仕事場。ほかの人が編集していれば、読むだけの画面に替える。
 * JavaScript が無いとき、この画面で打ち始めていたとき、端末に控えが残っているときは替えず、知らせと引き継ぎのボタンだけを出す。
 */
export function SectionWorkspace({
  section,
  page,
}: {
  readonly section: SectionSpec;
  readonly page: SectionPage;
}) {
  const [watching, setWatching] = useState(false);
  const held = page.lease.kind === "held" ? page.lease.holder : null;
  const { accountId, place } = page;
  useEffect(() => {
    if (held === null) return undefined;
    const form = document.getElementById(FORM_ID);
    const storage = journalStorage();
    const kept =
      storage !== null && journalEntries(storage, { accountId, ...place, section: section.id }).length > 0;
    if (!(form instanceof HTMLFormElement) || isAlreadyEdited(form) || kept) return undefined;
    const timer = setTimeout(() => setWatching(true));
    return () => clearTimeout(timer);
  }, [held, accountId, place, section.id]);
  const path = sectionPath(place, section.id);
  if (watching && held !== null)
    return <LiveSectionView path={path} holder={held} initial={page.state.document} />;
  return <SectionEditor section={section} page={page} formId={FORM_ID} />;
}
