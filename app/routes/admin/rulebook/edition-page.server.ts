/** 一つの版の画面に共通の値。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import type { StaffActor } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { type OpenEdition, openEdition } from "#app/usecases/rulebook/open-edition.server.ts";

export async function openEditionPage(guard: Guarded<StaffActor>): Promise<OpenEdition> {
  const opened = await openEdition(guard.useCase, guard.param("edition"));
  if (!opened.ok) throw refusalResponse(opened.error);
  return opened.value;
}

/** 画面に出す版の見出し。 */
export function editionHeading({ edition }: OpenEdition, actor: StaffActor) {
  const instant = (at: string | null): string => (at === null ? "" : formatTokyoInstant(at));
  return {
    id: edition.id,
    label: edition.label,
    status: edition.status,
    revision: edition.revision,
    effectiveFrom: formatJapaneseDate(edition.effectiveFrom as CivilDate),
    baseId: edition.baseId,
    created: [edition.createdByName, instant(edition.createdAt)].filter((part) => part !== "").join("　"),
    submitted: [edition.submittedByName ?? "", instant(edition.submittedAt)]
      .filter((part) => part !== "")
      .join("　"),
    published: [edition.publishedByName ?? "", instant(edition.publishedAt)]
      .filter((part) => part !== "")
      .join("　"),
    reason: edition.statusReason,
    editable: edition.status === "draft" && mayDo(actor, "rulebook.edit").allowed,
    mayEdit: mayDo(actor, "rulebook.edit").allowed,
    mayPublish: mayDo(actor, "rulebook.publish").allowed,
  };
}

export type EditionHeading = ReturnType<typeof editionHeading>;
