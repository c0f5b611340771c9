import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { secondsLeft } from "#app/http/session-seconds.ts";
import { openSection } from "#app/usecases/applications/open-section.server.ts";
import { saveSection } from "#app/usecases/applications/save-section.server.ts";
import type { DraftAnswer } from "#app/ui/form/autosave/draft-answer.ts";
import { readSectionForm } from "./section-form.server.ts";
import { sectionStateOf, timeWords } from "./section-state.server.ts";

const answer = (body: DraftAnswer, status = 200): Response =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

/** 打つ間の保存。送る物は区画のフォームと同じで、答えは JSON。 */
export const action = guarded(
  "applicant",
  "plan.draft",
  async ({ request, param, useCase, limits }) => {
    const place = { companyKey: param("company"), applicationId: param("id"), section: param("section") };
    const form = readSectionForm(await request.formData());
    const saved = await saveSection(useCase, {
      ...place,
      expectedVersion: form.version,
      answers: form.answers,
      rowsShown: form.rowsShown,
      channel: form.channel === "journal" ? "journal" : "autosave",
      ...(form.resolution === null ? {} : { resolution: form.resolution }),
    });
    if (!saved.ok) {
      if (saved.error.kind !== "stale") throw refusalResponse(saved.error);
      return saved.error.conflict === undefined
        ? answer({ kind: "closed", message: saved.error.what ?? "" }, 409)
        : answer({ kind: "conflict", by: saved.error.by }, 409);
    }
    const opened = await openSection(useCase, place);
    if (!opened.ok) throw refusalResponse(opened.error);
    const { outcome, version, savedAt, raw } = saved.value;
    return answer({
      kind: outcome === "merged" ? "merged" : "saved",
      changed: outcome !== "unchanged",
      version,
      savedAt: timeWords(savedAt),
      raw: outcome === "merged" || form.channel === "journal" ? raw : null,
      state: sectionStateOf(opened.value),
      sessionSeconds: secondsLeft(limits, useCase.clock.now()),
    });
  },
  { answer: "json" },
);
