/** 認定と発行した書類の読み出し。 */
import { and, asc, desc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { Connection, Database } from "../client.ts";
import {
  applications,
  certificateEditions,
  certificateRevocations,
  certifications,
  declineNotices,
  documentDownloads,
  issuedDocuments,
  revocationNotices,
} from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";

export type CertificationRow = typeof certifications.$inferSelect;
export type IssuedDocumentRow = typeof issuedDocuments.$inferSelect;
export type CertificateEditionRow = typeof certificateEditions.$inferSelect;
export type RevocationRow = typeof certificateRevocations.$inferSelect;
export type DeclineNoticeRow = typeof declineNotices.$inferSelect;
export type RevocationNoticeRow = typeof revocationNotices.$inferSelect;
export type DownloadRow = typeof documentDownloads.$inferSelect;

const certificationBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(certifications)
    .where(eq(certifications.applicationId, sql.placeholder("applicationId")))
    .prepare(),
);

export async function certificationOf(
  database: Database,
  applicationId: string,
): Promise<CertificationRow | undefined> {
  return certificationBy(database.reader).get({ applicationId });
}

export async function certificationByNumber(
  database: Database,
  number: string,
): Promise<CertificationRow | undefined> {
  return database.reader.select().from(certifications).where(eq(certifications.number, number)).get();
}

const certificationsOfCompany = preparedOnce((reader: Connection) =>
  reader
    .select(getTableColumns(certifications))
    .from(applications)
    .innerJoin(certifications, eq(certifications.applicationId, applications.id))
    .where(eq(applications.companyKey, sql.placeholder("companyKey")))
    .orderBy(desc(certifications.certifiedOn))
    .prepare(),
);

/** いまその会社の申請の認定。認定の行は、認定した時の会社の鍵のまま変わらない。 */
export async function companyCertifications(
  database: Database,
  companyKey: string,
): Promise<readonly CertificationRow[]> {
  return certificationsOfCompany(database.reader).all({ companyKey });
}

const documentsBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(issuedDocuments)
    .where(
      and(
        eq(issuedDocuments.applicationId, sql.placeholder("applicationId")),
        eq(issuedDocuments.kind, sql.placeholder("kind")),
      ),
    )
    .orderBy(desc(issuedDocuments.edition))
    .prepare(),
);

/** 申請について発行した書類。版の新しい順。 */
export async function documentsOf(
  database: Database,
  applicationId: string,
  kind: IssuedDocumentRow["kind"],
): Promise<readonly IssuedDocumentRow[]> {
  return documentsBy(database.reader).all({ applicationId, kind });
}

/** その版の書類。まだ作られていなければ undefined。 */
export async function documentAt(
  database: Database,
  applicationId: string,
  kind: IssuedDocumentRow["kind"],
  edition: number,
): Promise<IssuedDocumentRow | undefined> {
  return database.reader
    .select()
    .from(issuedDocuments)
    .where(
      and(
        eq(issuedDocuments.applicationId, applicationId),
        eq(issuedDocuments.kind, kind),
        eq(issuedDocuments.edition, edition),
      ),
    )
    .get();
}

/** 書類のダウンロードの記録。古い順。 */
export async function downloadsOf(database: Database, documentId: string): Promise<readonly DownloadRow[]> {
  return database.reader
    .select()
    .from(documentDownloads)
    .where(eq(documentDownloads.documentId, documentId))
    .orderBy(asc(documentDownloads.id))
    .all();
}

const editionsBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(certificateEditions)
    .where(eq(certificateEditions.applicationId, sql.placeholder("applicationId")))
    .orderBy(desc(certificateEditions.edition))
    .prepare(),
);

/** 認定通知書の版。新しい順。 */
export async function certificateEditionsOf(
  database: Database,
  applicationId: string,
): Promise<readonly CertificateEditionRow[]> {
  return editionsBy(database.reader).all({ applicationId });
}

export async function certificateEditionByCode(
  database: Database,
  code: string,
): Promise<CertificateEditionRow | undefined> {
  return database.reader.select().from(certificateEditions).where(eq(certificateEditions.code, code)).get();
}

/** そのハッシュで発行した、確かめられる書類（認定通知書、不認定と取消しの通知書）。ほかの書類のハッシュなら undefined。 */
export async function verifiableByHash(
  database: Database,
  sha256: string,
): Promise<IssuedDocumentRow | undefined> {
  return database.reader
    .select()
    .from(issuedDocuments)
    .where(
      and(
        eq(issuedDocuments.sha256, sha256),
        inArray(issuedDocuments.kind, ["certificationNotice", "declineNotice", "revocationNotice"]),
      ),
    )
    .get();
}

const revocationBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(certificateRevocations)
    .where(eq(certificateRevocations.applicationId, sql.placeholder("applicationId")))
    .prepare(),
);

export async function revocationOf(
  database: Database,
  applicationId: string,
): Promise<RevocationRow | undefined> {
  return revocationBy(database.reader).get({ applicationId });
}

const declineNoticeBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(declineNotices)
    .where(eq(declineNotices.applicationId, sql.placeholder("applicationId")))
    .prepare(),
);

/** 不認定通知書に刷る値。不認定でない申請では undefined。 */
export async function declineNoticeOf(
  database: Database,
  applicationId: string,
): Promise<DeclineNoticeRow | undefined> {
  return declineNoticeBy(database.reader).get({ applicationId });
}

export async function declineNoticeByCode(
  database: Database,
  code: string,
): Promise<DeclineNoticeRow | undefined> {
  return database.reader.select().from(declineNotices).where(eq(declineNotices.code, code)).get();
}

const revocationNoticeBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(revocationNotices)
    .where(eq(revocationNotices.applicationId, sql.placeholder("applicationId")))
    .prepare(),
);

/** 取消しの通知書に刷る値。取り消していない認定と、通知書の無かった頃の取消しでは undefined。 */
export async function revocationNoticeOf(
  database: Database,
  applicationId: string,
): Promise<RevocationNoticeRow | undefined> {
  return revocationNoticeBy(database.reader).get({ applicationId });
}

export async function revocationNoticeByCode(
  database: Database,
  code: string,
): Promise<RevocationNoticeRow | undefined> {
  return database.reader.select().from(revocationNotices).where(eq(revocationNotices.code, code)).get();
}

/** そのうち、認定を取り消した申請。 */
export async function revokedAmong(
  database: Database,
  applicationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (applicationIds.length === 0) return new Set();
  const rows = database.reader
    .select({ id: certificateRevocations.applicationId })
    .from(certificateRevocations)
    .where(inArray(certificateRevocations.applicationId, [...applicationIds]))
    .all();
  return new Set(rows.map(({ id }) => id));
}
