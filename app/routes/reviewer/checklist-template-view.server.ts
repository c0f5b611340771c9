/** 確認の一覧のひな形の画面に出す物。 */
import { officesOf, type StaffActor } from "#app/domain/access/actor.ts";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import type { ChecklistItem } from "#app/domain/checklist/checklist.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { currentRulebook } from "#app/usecases/context.ts";
import type { Refusal } from "#app/usecases/refusals.ts";
import { openChecklistTemplate, type OpenTemplate } from "#app/usecases/review/checklist-templates.server.ts";
import { ADDED_ITEMS, rowsOf, withEmptyRows } from "./checklist-rows.server.ts";
import { EVERY_GUIDELINE } from "./checklist-words.ts";

/** 新しいひな形（:template が new）では、`from` の一覧の項目を写して始める。 */
export async function templateView(guard: Guarded<StaffActor>) {
  const { useCase, actor, param, url } = guard;
  const { offices, guidelines } = currentRulebook(useCase).rulebook;
  const fresh = param("template") === "new";
  const source = fresh ? (url.searchParams.get("from") ?? "") : param("template");
  const opened: Result<OpenTemplate | null, Refusal> =
    source === "" ? ok(null) : await openChecklistTemplate(useCase, source);
  if (!opened.ok) return opened;
  const template = opened.value?.template ?? null;
  const rows = rowsOf(template?.items ?? []);
  const stored = fresh ? null : template;
  return ok({
    id: stored?.id ?? null,
    version: stored?.version ?? 0,
    office: stored === null ? undefined : (offices.get(stored.officeCode)?.name ?? stored.officeCode),
    guideline:
      stored === null
        ? null
        : stored.guidelineId === ""
          ? EVERY_GUIDELINE
          : (guidelines.get(stored.guidelineId)?.name ?? stored.guidelineId),
    rows: withEmptyRows(fresh ? rows.map((row) => ({ ...row, id: "" })) : rows, ADDED_ITEMS),
    offices: officesOf(actor).map((code) => ({ value: code, label: offices.get(code)?.name ?? code })),
    guidelines: [...guidelines.values()].map(({ id, name }) => ({ value: id, label: name })),
    history: fresh ? [] : historyView(opened.value?.history ?? []),
  });
}

/** 版ごとに、足した項目と外した項目。新しい順。 */
const historyView = (history: OpenTemplate["history"]) =>
  history.map((version, index) => {
    const before = history[index + 1]?.items ?? [];
    return {
      version: version.version,
      by: `${version.savedByName}、${formatTokyoInstant(version.savedAt)}`,
      added: textsNotIn(version.items, before),
      removed: textsNotIn(before, version.items),
    };
  });

const textsNotIn = (items: readonly ChecklistItem[], others: readonly ChecklistItem[]): readonly string[] => {
  const known = new Set(others.map(({ id }) => id));
  return items.filter(({ id }) => !known.has(id)).map(({ text }) => text);
};
