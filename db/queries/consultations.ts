/** ほかの局への求め（共管の同意、意見照会）の読み出し。 */
import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { type Consultation, consultingStatuses } from "#app/domain/consultation/consultation.ts";
import type { Connection, Database } from "../client.ts";
import { applications, consultationResults, consultations } from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";

/** limit に渡す、限りのないこと。 */
const EVERY_ROW = -1;

type Joined = {
  readonly consultation: typeof consultations.$inferSelect;
  readonly end: typeof consultationResults.$inferSelect | null;
};

const domainOf = ({ consultation: row, end }: Joined): Consultation => ({
  id: row.id,
  kind: row.kind,
  submissionSequence: row.submissionSequence,
  office: { code: row.officeCode, name: row.officeName, ministry: row.ministry },
  question: row.question,
  dueOn: row.dueOn as CivilDate | null,
  askedById: row.askedBy,
  askedByName: row.askedByName,
  askedAt: row.askedAt,
  end: end === null ? null : { result: end.result, text: end.text, byName: end.byName, at: end.at },
});

const ofApplication = preparedOnce((reader: Connection) =>
  reader
    .select({ consultation: consultations, end: consultationResults })
    .from(consultations)
    .leftJoin(consultationResults, eq(consultationResults.consultationId, consultations.id))
    .where(eq(consultations.applicationId, sql.placeholder("applicationId")))
    .orderBy(asc(consultations.number))
    .prepare(),
);

/** その申請の求めの全部。求めた順。 */
export async function consultationsOf(
  database: Database,
  applicationId: string,
): Promise<readonly Consultation[]> {
  return ofApplication(database.reader).all({ applicationId }).map(domainOf);
}

const consulting = [...consultingStatuses];
/** 回答を待つ求めの条件。受理してから処分するまでの申請だけが待つ。結果の表を左から結んで使う。 */
export const waiting = (): SQL | undefined =>
  and(isNull(consultationResults.consultationId), inArray(applications.status, consulting));

const waitingCount = preparedOnce((reader: Connection) =>
  reader
    .select({ total: count() })
    .from(consultations)
    .innerJoin(applications, eq(applications.id, consultations.applicationId))
    .leftJoin(consultationResults, eq(consultationResults.consultationId, consultations.id))
    .where(
      and(
        sql`${consultations.officeCode} in (select value from json_each(${sql.placeholder("offices")}))`,
        waiting(),
      ),
    )
    .prepare(),
);

/** その局々が回答を待たれている求めの数。 */
export const waitingConsultations = ({ reader }: Database, offices: readonly string[]): number =>
  waitingCount(reader).get({ offices: JSON.stringify(offices) })?.total ?? 0;

/**
 * その局々に求められた（asked）、又はその局々が求めた（asking）もの。新しい順に limit 件まで。
 * 回答を待つものは、件数によらず全部が先に並ぶ。
 */
export async function officeConsultations(
  database: Database,
  side: "asked" | "asking",
  offices: readonly string[],
  limit: number,
) {
  const column = side === "asked" ? consultations.officeCode : consultations.askingOffice;
  const read = (where: SQL | undefined, most: number) =>
    database.reader
      .select({
        consultation: consultations,
        end: consultationResults,
        receiptNumber: applications.receiptNumber,
        companyName: applications.companyName,
        status: applications.status,
        officeCode: applications.officeCode,
      })
      .from(consultations)
      .innerJoin(applications, eq(applications.id, consultations.applicationId))
      .leftJoin(consultationResults, eq(consultationResults.consultationId, consultations.id))
      .where(and(inArray(column, [...offices]), where))
      .orderBy(desc(consultations.askedAt), desc(consultations.number))
      .limit(most)
      .all()
      .map((row) => ({
        applicationId: row.consultation.applicationId,
        consultation: domainOf(row),
        askingOfficeName: row.consultation.askingOfficeName,
        receiptNumber: row.receiptNumber ?? "",
        companyName: row.companyName,
        status: row.status,
        officeCode: row.officeCode,
      }));
  const rest = or(isNotNull(consultationResults.consultationId), notInArray(applications.status, consulting));
  return [...read(waiting(), EVERY_ROW), ...read(rest, limit)];
}
