/** 区画の、いまの版と前の版の読み出し。 */
import { and, eq } from "drizzle-orm";
import type { RawSection } from "#app/domain/plan/field.ts";
import type { Database } from "../client.ts";
import { applicationSections, applicationSectionVersions, sectionLeases } from "../schema/index.ts";

export type SectionLeaseRow = typeof sectionLeases.$inferSelect;

/** いまの区画と、それを保存した人。まだ無ければ undefined。 */
export async function currentSection(database: Database, applicationId: string, section: string) {
  return database.reader
    .select()
    .from(applicationSections)
    .where(
      and(eq(applicationSections.applicationId, applicationId), eq(applicationSections.section, section)),
    )
    .get();
}

/** その版の値。版の表より前に保存された版は undefined。 */
export async function sectionAnswersAt(
  database: Database,
  applicationId: string,
  section: string,
  version: number,
): Promise<RawSection | undefined> {
  return database.reader
    .select({ answers: applicationSectionVersions.answers })
    .from(applicationSectionVersions)
    .where(
      and(
        eq(applicationSectionVersions.applicationId, applicationId),
        eq(applicationSectionVersions.section, section),
        eq(applicationSectionVersions.version, version),
      ),
    )
    .get()?.answers;
}

/** 区画をいま編集している人。期限の切れたものも返す。 */
export async function sectionLease(
  database: Database,
  applicationId: string,
  section: string,
): Promise<SectionLeaseRow | undefined> {
  return database.reader
    .select()
    .from(sectionLeases)
    .where(and(eq(sectionLeases.applicationId, applicationId), eq(sectionLeases.section, section)))
    .get();
}
