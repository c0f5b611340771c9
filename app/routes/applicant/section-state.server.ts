/** 区画の画面が、保存の後に新しくする値。 */
import { tokyoClock } from "#app/domain/calendar/tokyo.ts";
import type { SectionState } from "#app/ui/form/autosave/draft-answer.ts";
import type { OpenSection } from "#app/usecases/applications/open-section.server.ts";

export function sectionStateOf(opened: OpenSection): SectionState {
  return {
    faults: opened.faults,
    document: opened.document ?? null,
    routing: opened.sectionId === "industry" ? opened.routing : null,
    options:
      opened.sectionId === "industry"
        ? { ministries: opened.options.ministries, receivingOffices: opened.options.receivingOffices }
        : {},
  };
}

/** 保存の時刻の言葉。 */
export function timeWords(instant: string): string {
  const { hour, minute } = tokyoClock(instant);
  return `${hour}時${String(minute).padStart(2, "0")}分`;
}
