import type { MediaType } from "#app/domain/attachment/file-content.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import type { ConfirmationType } from "#app/domain/confirmation/confirmation-type.ts";
import type { Requirement } from "#app/domain/confirmation/requirement.ts";
import type { ConfirmationProposal } from "#app/domain/confirmation/state.ts";
import type { ConfirmationStatus } from "#app/domain/confirmation/statuses.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import { applications } from "./applications.ts";
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
import { rulebookEditions } from "./rulebook.ts";

/** 投資計画の確認の申請（確認書を受けるまで）。 */
export const confirmations = table(
  "confirmations",
  {
    id: identifier("id").primaryKey(),
    companyKey: identifier("company_key").notNull(),
    companyName: words("company_name").notNull(),
    type: words("type").$type<ConfirmationType>().notNull(),
    status: words("status").$type<ConfirmationStatus>().notNull(),
    /** 比較交換の版。 */
    version: count("version").notNull(),
    /** 打たれたままの答え。 */
    answers: json<RawAnswers>("answers").notNull(),
    /** 提出の回数。0 は未提出。 */
    filingSequence: count("filing_sequence").notNull(),
    receiptNumber: words("receipt_number"),
    /** 提出先の経済産業局。初めて出すまでは null。 */
    officeCode: identifier("office_code"),
    proposal: json<ConfirmationProposal>("proposal"),
    /** 初めて出した瞬間。 */
    filedAt: instant("filed_at"),
    createdBy: identifier("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("confirmations_receipt").on(t.receiptNumber),
    index("confirmations_company").on(t.companyKey, t.createdAt),
    index("confirmations_office").on(t.officeCode, t.filedAt, t.id),
    index("confirmations_filed").on(t.filedAt, t.id),
  ],
);

/** 提出の控え。提出とともに凍結する。 */
export const confirmationFilings = table(
  "confirmation_filings",
  {
    confirmationId: identifier("confirmation_id")
      .notNull()
      .references(() => confirmations.id),
    /** 提出の回。 */
    sequence: count("sequence").notNull(),
    editionId: identifier("edition_id")
      .notNull()
      .references(() => rulebookEditions.id),
    answers: json<RawAnswers>("answers").notNull(),
    /** その時の計算と、要件を満たすか。 */
    requirements: json<readonly Requirement[]>("requirements").notNull(),
    /** 出した時に残っていた警告。 */
    findings: json<readonly Finding[]>("findings").notNull(),
    officeCode: identifier("office_code").notNull(),
    officeName: words("office_name").notNull(),
    receiptNumber: words("receipt_number").notNull(),
    filedBy: identifier("filed_by").notNull(),
    filedByName: words("filed_by_name").notNull(),
    filedAt: instant("filed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.confirmationId, t.sequence] })],
);

/** 起きたこと。追記だけ。 */
export const confirmationEvents = table(
  "confirmation_events",
  {
    confirmationId: identifier("confirmation_id")
      .notNull()
      .references(() => confirmations.id),
    sequence: count("sequence").notNull(),
    type: words("type").notNull(),
    data: json<Readonly<Record<string, unknown>>>("data").notNull(),
    actorId: identifier("actor_id").notNull(),
    actorName: words("actor_name").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.confirmationId, t.sequence] })],
);

/** 添付したこと。追記だけ。 */
export const confirmationAttachments = table(
  "confirmation_attachments",
  {
    id: identifier("id").primaryKey(),
    confirmationId: identifier("confirmation_id")
      .notNull()
      .references(() => confirmations.id),
    /** 規則集の attachmentKinds の id。 */
    kind: words("kind").notNull(),
    fileName: words("file_name").notNull(),
    mediaType: words("media_type").$type<MediaType>().notNull(),
    size: count("size").notNull(),
    /** SHA-256（16進）。保管庫での名前でもある。 */
    sha256: words("sha256").notNull(),
    attachedBy: identifier("attached_by").notNull(),
    attachedByName: words("attached_by_name").notNull(),
    attachedAt: instant("attached_at").notNull(),
  },
  (t) => [
    index("confirmation_attachments_confirmation").on(t.confirmationId, t.attachedAt),
    index("confirmation_attachments_sha256").on(t.sha256),
  ],
);

/** 添付を取り除いたこと。追記だけ。 */
export const confirmationAttachmentRemovals = table(
  "confirmation_attachment_removals",
  {
    attachmentId: identifier("attachment_id")
      .primaryKey()
      .references(() => confirmationAttachments.id),
    reason: words("reason").$type<"removed" | "infected">().notNull(),
    removedBy: identifier("removed_by").notNull(),
    removedAt: instant("removed_at").notNull(),
  },
  (t) => [index("confirmation_attachment_removals_at").on(t.removedAt)],
);

/** 提出の時の添付の控え。 */
export const confirmationFiledAttachments = table(
  "confirmation_filed_attachments",
  {
    confirmationId: identifier("confirmation_id")
      .notNull()
      .references(() => confirmations.id),
    sequence: count("sequence").notNull(),
    attachmentId: identifier("attachment_id")
      .notNull()
      .references(() => confirmationAttachments.id),
    position: count("position").notNull(),
    /** その時の版での種類の名前。 */
    kindName: words("kind_name").notNull(),
    fileName: words("file_name").notNull(),
    size: count("size").notNull(),
    sha256: words("sha256").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.confirmationId, t.sequence, t.attachmentId] }),
    index("confirmation_filed_attachments_sha256").on(t.sha256),
  ],
);

/** 受け取っている途中のファイル。添付になるか、放っておかれたら消える。 */
export const confirmationUploads = table("confirmation_uploads", {
  id: identifier("id").primaryKey(),
  confirmationId: identifier("confirmation_id")
    .notNull()
    .references(() => confirmations.id),
  createdAt: instant("created_at").notNull(),
});

/** 確認書。一つの申請に一通で、刷る値を凍結する。 */
export const confirmationLetters = table(
  "confirmation_letters",
  {
    confirmationId: identifier("confirmation_id")
      .primaryKey()
      .references(() => confirmations.id),
    companyKey: identifier("company_key").notNull(),
    type: words("type").$type<ConfirmationType>().notNull(),
    /** 文書番号。計画の設備の行がこの番号で指す。 */
    number: words("number").notNull(),
    /** 真正性の確認の符号（区切りなし）。 */
    code: words("code").notNull(),
    confirmedOn: civilDate("confirmed_on").notNull(),
    officeCode: identifier("office_code").notNull(),
    /** 設備を取得する月 YYYY-MM。報告の年度を数える始まり。 */
    acquisitionMonth: words("acquisition_month").notNull(),
    /** 決算月 1–12。 */
    closingMonth: count("closing_month").notNull(),
    notice: json<CertificationNotice>("notice").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("confirmation_letters_number").on(t.number),
    uniqueIndex("confirmation_letters_code").on(t.code),
    index("confirmation_letters_company").on(t.companyKey, t.confirmedOn),
    index("confirmation_letters_type").on(t.type, t.confirmedOn),
  ],
);

/** 発行した確認書の PDF。一度だけ保存し、作り直さない。 */
export const confirmationDocuments = table(
  "confirmation_documents",
  {
    confirmationId: identifier("confirmation_id")
      .primaryKey()
      .references(() => confirmationLetters.confirmationId),
    sha256: words("sha256").notNull(),
    size: count("size").notNull(),
    templateVersion: words("template_version").notNull(),
    signatureLevel: words("signature_level").$type<"B-B" | "B-T">().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("confirmation_documents_sha256").on(t.sha256)],
);

/** 確認書のダウンロードの記録。追記だけ。 */
export const confirmationDownloads = table(
  "confirmation_downloads",
  {
    id: sequence("id"),
    confirmationId: identifier("confirmation_id")
      .notNull()
      .references(() => confirmationLetters.confirmationId),
    accountId: identifier("account_id").notNull(),
    accountName: words("account_name").notNull(),
    channel: words("channel").$type<"applicant" | "staff">().notNull(),
    sha256: words("sha256").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("confirmation_downloads_confirmation").on(t.confirmationId)],
);

/** 確認書を使っている認定申請。一通は一つの計画だけが使う。 */
export const confirmationUses = table(
  "confirmation_uses",
  {
    confirmationId: identifier("confirmation_id")
      .primaryKey()
      .references(() => confirmationLetters.confirmationId),
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    at: instant("at").notNull(),
  },
  (t) => [index("confirmation_uses_application").on(t.applicationId)],
);
