/** データベースの行を、引継ぎの記録として読む。書出しも、取込みの後の突き合わせも、ここを使う。 */
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { storedFile } from "#app/domain/hand-over/complete-record.ts";
import { type PlanRecords, type RecordOf, recordFields } from "#app/domain/hand-over/records.ts";
import { OLD_LETTER } from "#app/domain/hand-over/old-letter.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { CivilMonth } from "#app/domain/calendar/civil-month.ts";
import type { Connection } from "../client.ts";
import {
  accounts,
  applicationEvents,
  applications,
  certificateEditions,
  certifications,
  companies,
  issuedDocuments,
  plans,
  planVersions,
  submissions,
} from "../schema/index.ts";

type Reader = Pick<Connection, "select">;

export const companyKeysAfter = (reader: Reader, after: string, limit: number): readonly string[] =>
  reader
    .select({ key: companies.key })
    .from(companies)
    .where(gt(companies.key, after))
    .orderBy(asc(companies.key))
    .limit(limit)
    .all()
    .map(({ key }) => key);

export const userIdsAfter = (reader: Reader, after: string, limit: number): readonly string[] =>
  reader
    .select({ id: accounts.id })
    .from(accounts)
    .where(gt(accounts.id, after))
    .orderBy(asc(accounts.id))
    .limit(limit)
    .all()
    .map(({ id }) => id);

export const planIdsAfter = (reader: Reader, after: string, limit: number): readonly string[] =>
  reader
    .select({ id: plans.id })
    .from(plans)
    .where(gt(plans.id, after))
    .orderBy(asc(plans.id))
    .limit(limit)
    .all()
    .map(({ id }) => id);

/** 番号の順。知らない番号は抜ける。 */
export const companyRecords = (reader: Reader, keys: readonly string[]): readonly RecordOf<"companies">[] =>
  reader
    .select()
    .from(companies)
    .where(inArray(companies.key, [...keys]))
    .orderBy(asc(companies.key))
    .all()
    .map(({ key, corporationType, name, representative, prefecture, address, source, sourcedAt }) => ({
      key,
      corporationType,
      name,
      representative,
      prefecture,
      address,
      source,
      sourcedAt,
    }));

/** 番号の順。知らない番号は抜ける。 */
export const userRecords = (reader: Reader, ids: readonly string[]): readonly RecordOf<"users">[] =>
  reader
    .select()
    .from(accounts)
    .where(inArray(accounts.id, [...ids]))
    .orderBy(asc(accounts.id))
    .all()
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      issuer: row.issuer,
      subject: row.subject,
      displayName: row.displayName,
      email: row.email,
      accountType: row.accountType,
      company: row.companyKey,
      parentSubject: row.parentSubject,
      active: row.active,
    }));

/** 番号の順。知らない番号は抜ける。 */
export function planRecords(reader: Reader, ids: readonly string[]): readonly PlanRecords[] {
  const rows = reader
    .select()
    .from(plans)
    .where(inArray(plans.id, [...ids]))
    .orderBy(asc(plans.id))
    .all();
  const versions = Map.groupBy(versionRows(reader, ids), ({ version }) => version.planId);
  const applicationIds = [...versions.values()].flat().flatMap(({ application }) => application?.id ?? []);
  const filings = latestFilings(reader, applicationIds);
  const handed = handedOver(reader, applicationIds);
  const letters = Map.groupBy(letterRows(reader, applicationIds), ({ edition }) => edition.applicationId);
  return rows.map((plan) => {
    const own = versions.get(plan.id) ?? [];
    return {
      plan: {
        id: plan.id,
        company: plan.companyKey,
        origin: plan.origin,
        currentVersion: plan.currentVersion,
        ended: plan.ended === null ? null : recordFields.plans.ended.schema.parse(plan.ended),
      },
      versions: own.map((row) => versionRecord(plan, row, filings, handed)),
      certificates: own.flatMap(({ version, application, certification }) =>
        application === null || certification === null
          ? []
          : (letters.get(application.id) ?? []).map((letter) =>
              certificateRecord(version, certification, letter),
            ),
      ),
    };
  });
}

const versionRows = (reader: Reader, ids: readonly string[]) =>
  reader
    .select({
      version: planVersions,
      application: {
        id: applications.id,
        companyKey: applications.companyKey,
        receiptNumber: applications.receiptNumber,
        filedAt: applications.filedAt,
        acceptedOn: applications.acceptedOn,
        guidelineId: applications.guidelineId,
        industryCode: applications.industryCode,
      },
      certification: { officeCode: certifications.officeCode, notice: certifications.notice },
    })
    .from(planVersions)
    .leftJoin(applications, eq(applications.id, planVersions.applicationId))
    .leftJoin(certifications, eq(certifications.applicationId, planVersions.applicationId))
    .where(inArray(planVersions.planId, [...ids]))
    .orderBy(asc(planVersions.planId), asc(planVersions.version))
    .all();
type VersionRow = ReturnType<typeof versionRows>[number];

/** 申請の、最も新しい提出の答え。 */
const latestFilings = (reader: Reader, ids: readonly string[]): ReadonlyMap<string, RawAnswers> =>
  new Map(
    reader
      .select({ id: submissions.applicationId, answers: submissions.answers })
      .from(submissions)
      .where(inArray(submissions.applicationId, [...ids]))
      .orderBy(asc(submissions.applicationId), asc(submissions.sequence))
      .all()
      .map(({ id, answers }) => [id, answers]),
  );

/** 引き継いだ申請の、引継ぎの出来事。 */
const handedOver = (
  reader: Reader,
  ids: readonly string[],
): ReadonlyMap<string, Readonly<Record<string, unknown>>> =>
  new Map(
    reader
      .select({ id: applicationEvents.applicationId, data: applicationEvents.data })
      .from(applicationEvents)
      .where(
        and(
          inArray(applicationEvents.applicationId, [...ids]),
          eq(applicationEvents.type, "application.handedOver.v1"),
        ),
      )
      .all()
      .map(({ id, data }) => [id, data]),
  );

function versionRecord(
  plan: typeof plans.$inferSelect,
  { version, application, certification }: VersionRow,
  filings: ReadonlyMap<string, RawAnswers>,
  handed: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): RecordOf<"versions"> {
  const current = version.version === plan.currentVersion;
  const answers = application === null ? undefined : filings.get(application.id);
  const event = application === null ? undefined : handed.get(application.id);
  return {
    plan: version.planId,
    version: version.version,
    kind: version.kind,
    number: version.number,
    certifiedOn: version.certifiedOn as CivilDate,
    startMonth: version.startMonth as CivilMonth,
    endMonth: version.endMonth as CivilMonth,
    company: application?.companyKey ?? null,
    application: application?.id ?? null,
    receiptNumber: application?.receiptNumber ?? null,
    filedAt: application?.filedAt ?? null,
    acceptedOn: (application?.acceptedOn ?? null) as CivilDate | null,
    office: certification?.officeCode ?? (current ? plan.officeCode : null),
    guideline: application?.guidelineId ?? (current ? plan.guidelineId : null),
    industryRevision: application === null ? null : revisionOf(event, answers),
    industryCode: application?.industryCode ?? null,
    content: event?.["content"] === false ? null : (answers ?? null),
  };
}

/** 引き継いだ申請では、引き継いだ値。ほかは、初めの事業分野の改定。 */
function revisionOf(
  event: Readonly<Record<string, unknown>> | undefined,
  answers: RawAnswers | undefined,
): "13" | "14" {
  const industries = answers?.["industry"]?.["industries"];
  const first = typeof industries === "string" ? undefined : industries?.[0];
  return (event?.["industryRevision"] ?? first?.["revision"]) === "13" ? "13" : "14";
}

const letterRows = (reader: Reader, ids: readonly string[]) =>
  reader
    .select({ edition: certificateEditions, document: issuedDocuments })
    .from(certificateEditions)
    .leftJoin(
      issuedDocuments,
      and(
        eq(issuedDocuments.applicationId, certificateEditions.applicationId),
        eq(issuedDocuments.kind, "certificationNotice"),
        eq(issuedDocuments.edition, certificateEditions.edition),
      ),
    )
    .where(inArray(certificateEditions.applicationId, [...ids]))
    .orderBy(asc(certificateEditions.applicationId), asc(certificateEditions.edition))
    .all();

function certificateRecord(
  version: VersionRow["version"],
  certification: NonNullable<VersionRow["certification"]>,
  { edition, document }: ReturnType<typeof letterRows>[number],
): RecordOf<"certificates"> {
  const notice = edition.notice ?? certification.notice;
  const manifest = document?.manifestSha256 ?? null;
  const template = document?.templateVersion ?? null;
  return {
    plan: version.planId,
    version: version.version,
    edition: edition.edition,
    number: version.number,
    issuedAt: edition.createdAt,
    code: edition.code,
    reason: edition.reason === "" ? null : edition.reason,
    file: document === null ? null : storedFile(document.sha256),
    sha256: document?.sha256 ?? null,
    size: document?.size ?? null,
    template: template === OLD_LETTER ? null : template,
    signatureLevel: document?.signatureLevel ?? null,
    manifestFile: manifest === null ? null : storedFile(manifest),
    manifestSha256: manifest,
    notice:
      notice.templateVersion === OLD_LETTER ? null : recordFields.certificates.notice.schema.parse(notice),
  };
}
