/** 省いた欄を補い、データベースから読み戻した記録と同じ形にする。取込みの後の突き合わせは、この形で比べる。 */
import { startOfTokyoDay } from "../calendar/tokyo.ts";
import type { RecordOf } from "./records.ts";

/** 値の出どころを書いていない事業者の、出どころ。 */
const OLD_PLATFORM = "旧基盤";

export const completeCompany = (record: RecordOf<"companies">): RecordOf<"companies"> => ({
  ...record,
  source: record.source ?? OLD_PLATFORM,
});

/** @param issuers ポータルのログインの発行者 */
export const completeUser = (
  record: RecordOf<"users">,
  issuers: Readonly<Record<"applicant" | "staff", string>>,
): RecordOf<"users"> => ({ ...record, issuer: record.issuer ?? issuers[record.kind] });

/** 紙で受けた版には申請がないので、局と指針は、いまの版のときだけ計画が持つ。 */
export function completeVersion(plan: RecordOf<"plans">, record: RecordOf<"versions">): RecordOf<"versions"> {
  if (record.kind !== "paper")
    return {
      ...record,
      company: record.company ?? plan.company,
      application: record.application ?? `${record.plan}-v${record.version}`,
      filedAt: record.filedAt ?? startOfTokyoDay(record.certifiedOn),
    };
  const current = record.version === plan.currentVersion;
  return {
    ...record,
    company: null,
    application: null,
    receiptNumber: null,
    filedAt: null,
    acceptedOn: null,
    office: current ? record.office : null,
    guideline: current ? record.guideline : null,
    industryRevision: null,
    industryCode: null,
    content: null,
  };
}

/** 一式の中の、PDF や添付の場所。中身が同じなら同じ場所になる。 */
export const storedFile = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}`;

/** ファイルの場所を、書き出すときの場所にそろえる。 */
export const completeCertificate = (
  record: RecordOf<"certificates">,
  size: number | null,
): RecordOf<"certificates"> => ({
  ...record,
  reason: record.reason === "" ? null : record.reason,
  file: record.sha256 === null ? null : storedFile(record.sha256),
  size: record.sha256 === null ? null : size,
  template: record.sha256 === null ? null : record.template,
  signatureLevel: record.sha256 === null ? null : record.signatureLevel,
  manifestFile: record.manifestSha256 === null ? null : storedFile(record.manifestSha256),
});
