/** 書かなくてもよい区画に「この区画は使いません」の印を付ける、又は外す。 */
import { isOptionalSection, unusedSections } from "#app/domain/plan/section-status.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadOwnApplication, type OwnApplication } from "./load-own-application.server.ts";
import { updateSections } from "./update-sections.server.ts";

/** 必ず書く区画には付けられない（notFound）。 */
export async function markSectionUnused(
  context: UseCaseContext,
  input: OwnApplication & { readonly section: string; readonly unused: boolean },
): Promise<Result<null, Refusal>> {
  const section = sectionOf(input.section);
  if (section === undefined || !isOptionalSection(section)) return refuse({ kind: "notFound" });
  const loaded = await loadOwnApplication(context, "plan.draft", input);
  if (!loaded.ok) return loaded;
  return updateSections(context, loaded.value, () => ({
    [unusedSections]: { [section.id]: input.unused ? "yes" : "no" },
  }));
}
