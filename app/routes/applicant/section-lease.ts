import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { releaseSectionLease } from "#app/usecases/applications/release-section-lease.server.ts";
import { takeSectionLease } from "#app/usecases/applications/take-section-lease.server.ts";
import { watchSection } from "#app/usecases/applications/watch-section.server.ts";
import type { LeaseRenewal, LiveSection } from "#app/ui/form/autosave/lease-answer.ts";
import { timeWords } from "./section-state.server.ts";

const answer = (body: LeaseRenewal | LiveSection): Response =>
  Response.json(body, { headers: { "Cache-Control": "no-store" } });

/** ほかの人が編集している区画の、いまの内容。画面がひとりでに読みに来る。 */
export const loader = guarded(
  "applicant",
  "plan.viewOwn",
  async ({ param, useCase }) => {
    const watched = await watchSection(useCase, {
      companyKey: param("company"),
      applicationId: param("id"),
      section: param("section"),
    });
    if (!watched.ok) throw refusalResponse(watched.error);
    const { version, document, saved, lease } = watched.value;
    return answer({
      kind: "live",
      version,
      document: document ?? null,
      savedAt: saved === null ? null : timeWords(saved.at),
      savedBy: saved?.by ?? "",
      holder: lease?.holderName ?? null,
    });
  },
  { answer: "json", background: true },
);

/** 打っている間は占有を延ばし、画面を閉じるときに手放す。 */
export const action = guarded(
  "applicant",
  "plan.draft",
  async ({ request, param, useCase }) => {
    const form = await request.formData();
    const tab = form.get("tab");
    const place = {
      companyKey: param("company"),
      applicationId: param("id"),
      section: param("section"),
      tabId: typeof tab === "string" ? tab.slice(0, 80) : "",
    };
    if (form.get("intent") === "release") {
      const released = await releaseSectionLease(useCase, place);
      if (!released.ok) throw refusalResponse(released.error);
      return answer({ kind: "editing" });
    }
    const taken = await takeSectionLease(useCase, { ...place, mode: "renew" });
    if (!taken.ok) throw refusalResponse(taken.error);
    return answer(
      taken.value.kind === "granted"
        ? { kind: "editing" }
        : { kind: "held", holder: taken.value.lease.holderName, self: taken.value.sameAccount },
    );
  },
  { answer: "json", background: true },
);
