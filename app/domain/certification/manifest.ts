/** 目録: 認定通知書の PDF と、紙に書いてあることを結び付ける。署名して PDF と並べて渡し、このポータルが無くても確かめられるようにする。 */
import type { CertificationNotice } from "./notice.ts";

/** 目録の形の版。読む側は知らない形を断る。 */
export const MANIFEST_FORMAT = "keieiryoku-certificate/v1";

export type CertificateManifest = {
  readonly format: typeof MANIFEST_FORMAT;
  readonly documentNumber: string;
  readonly edition: number;
  /** 認定日 YYYY-MM-DD。 */
  readonly certifiedOn: string;
  /** 名宛人の名称。 */
  readonly addressee: string;
  /** 発信者の職名。 */
  readonly signatory: string;
  /** 版を決めた瞬間（UTC の ISO 文字列）。 */
  readonly issuedAt: string;
  readonly pdf: { readonly sha256: string; readonly size: number; readonly signature: "B-B" | "B-T" };
  /** 真正性の確認。符号の無い版では null。 */
  readonly verification: { readonly code: string; readonly url: string } | null;
};

export const certificateManifest = (
  notice: CertificationNotice,
  issue: {
    readonly edition: number;
    readonly issuedAt: string;
    readonly sha256: string;
    readonly size: number;
    readonly signature: "B-B" | "B-T";
  },
): CertificateManifest => ({
  format: MANIFEST_FORMAT,
  documentNumber: notice.documentNumber,
  edition: issue.edition,
  certifiedOn: notice.issuedOn,
  addressee: notice.addressee.name,
  signatory: notice.signatory.title,
  issuedAt: issue.issuedAt,
  pdf: { sha256: issue.sha256, size: issue.size, signature: issue.signature },
  verification: notice.verification ?? null,
});
