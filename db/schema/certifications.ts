import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { applications } from "./applications.ts";
import { rulebookEditions } from "./rulebook.ts";
import {
  civilDate,
  count,
  identifier,
  index,
  instant,
  json,
  primaryKey,
  sequence,
  table,
  uniqueIndex,
  words,
} from "./columns.ts";

/** 認定。一つの申請に一度だけ。 */
export const certifications = table(
  "certifications",
  {
    applicationId: identifier("application_id")
      .primaryKey()
      .references(() => applications.id),
    companyKey: identifier("company_key").notNull(),
    /** 文書番号。 */
    number: words("number").notNull(),
    certifiedOn: civilDate("certified_on").notNull(),
    officeCode: identifier("office_code").notNull(),
    editionId: identifier("edition_id")
      .notNull()
      .references(() => rulebookEditions.id),
    certifiedBy: identifier("certified_by").notNull(),
    /** 通知書に刷る値。発行した後に変えない。 */
    notice: json<CertificationNotice>("notice").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("certifications_number").on(t.number),
    index("certifications_company").on(t.companyKey),
    // 公表が、その月の認定だけを読む。
    index("certifications_certified_on").on(t.certifiedOn, t.applicationId),
  ],
);

/** 認定通知書の版。第1版は認定の時に、次の版は訂正の時にできる。古い版は残る。 */
export const certificateEditions = table(
  "certificate_editions",
  {
    applicationId: identifier("application_id")
      .notNull()
      .references(() => certifications.applicationId),
    edition: count("edition").notNull(),
    /** 真正性の確認の符号（区切りなし）。符号を刷る前に発行した版では null。 */
    code: words("code"),
    /** 訂正した通知書の値。第1版は認定の値のままなので null。 */
    notice: json<CertificationNotice>("notice"),
    /** 訂正の理由。第1版では空。 */
    reason: words("reason").notNull(),
    createdBy: identifier("created_by").notNull(),
    createdByName: words("created_by_name").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.edition] }),
    uniqueIndex("certificate_editions_code").on(t.code),
  ],
);

/** 認定の取消し（法第18条第2項）。一つの認定に一度だけ。 */
export const certificateRevocations = table("certificate_revocations", {
  applicationId: identifier("application_id")
    .primaryKey()
    .references(() => certifications.applicationId),
  reason: words("reason").notNull(),
  revokedOn: civilDate("revoked_on").notNull(),
  revokedBy: identifier("revoked_by").notNull(),
  revokedByName: words("revoked_by_name").notNull(),
  createdAt: instant("created_at").notNull(),
});

/** 不認定。通知書に刷る値を凍結する。一つの申請に一度だけ。 */
export const declineNotices = table(
  "decline_notices",
  {
    applicationId: identifier("application_id")
      .primaryKey()
      .references(() => applications.id),
    companyKey: identifier("company_key").notNull(),
    /** 文書番号。 */
    number: words("number").notNull(),
    declinedOn: civilDate("declined_on").notNull(),
    /** 真正性の確認の符号（区切りなし）。符号の無かった頃の通知書では null。 */
    code: words("code"),
    notice: json<CertificationNotice>("notice").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("decline_notices_number").on(t.number), uniqueIndex("decline_notices_code").on(t.code)],
);

/** 取消しの通知書に刷る値。取り消した時に凍結する。通知書の無かった頃の取消しには無い。 */
export const revocationNotices = table(
  "revocation_notices",
  {
    applicationId: identifier("application_id")
      .primaryKey()
      .references(() => certificateRevocations.applicationId),
    companyKey: identifier("company_key").notNull(),
    /** 文書番号。 */
    number: words("number").notNull(),
    /** 真正性の確認の符号（区切りなし）。 */
    code: words("code").notNull(),
    notice: json<CertificationNotice>("notice").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("revocation_notices_number").on(t.number),
    uniqueIndex("revocation_notices_code").on(t.code),
  ],
);

/** 文書番号と受付番号の採番。取引の中だけで増やす。 */
export const numberSeries = table("number_series", {
  series: identifier("series").primaryKey(),
  last: count("last").notNull(),
});

/** 発行した PDF。バイト列は一度だけ保存し、作り直さない。 */
export const issuedDocuments = table(
  "issued_documents",
  {
    id: identifier("id").primaryKey(),
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    companyKey: identifier("company_key").notNull(),
    kind: words("kind")
      .$type<"certificationNotice" | "declineNotice" | "revocationNotice" | "applicationForm" | "receipt">()
      .notNull(),
    edition: count("edition").notNull(),
    /** SHA-256（16進）。保管庫での名前でもある。 */
    sha256: words("sha256").notNull(),
    size: count("size").notNull(),
    templateVersion: words("template_version").notNull(),
    /** 電子署名の段（B-B、B-T）。署名の無い書類では null。 */
    signatureLevel: words("signature_level").$type<"B-B" | "B-T">(),
    /** 署名した目録の SHA-256。保管庫での名前でもある。目録の無い書類では null。 */
    manifestSha256: words("manifest_sha256"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("issued_documents_edition").on(t.applicationId, t.kind, t.edition),
    index("issued_documents_sha256").on(t.sha256),
  ],
);

/** ダウンロードの記録。追記だけ。 */
export const documentDownloads = table(
  "document_downloads",
  {
    id: sequence("id"),
    documentId: identifier("document_id")
      .notNull()
      .references(() => issuedDocuments.id),
    accountId: identifier("account_id").notNull(),
    accountName: words("account_name").notNull(),
    channel: words("channel").$type<"applicant" | "staff" | "api">().notNull(),
    sha256: words("sha256").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("document_downloads_document").on(t.documentId)],
);

/** 意図の鍵。同じ鍵の二度目は最初の答えを返す。 */
export const intents = table(
  "intents",
  {
    key: identifier("key").notNull(),
    action: words("action").notNull(),
    /** 答えが無い（null の）意図も残せるよう、包んで置く。 */
    result: json<{ readonly value: unknown }>("result").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.action, t.key] })],
);
