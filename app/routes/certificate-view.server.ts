/** 認定通知書の版を、申請者と職員の画面に出す物だけにする。 */
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { writtenCode } from "#app/domain/certification/certificate-code.ts";
import type { IssueState } from "#app/domain/certification/issue-state.ts";
import { type DownloadRecord, downloadRecords } from "#app/usecases/certification/download-records.ts";
import type {
  CertificateEdition,
  CertificateHistory,
} from "#app/usecases/certification/issued-certificate.server.ts";

export type CertificateView = ReturnType<typeof certificateView>;

const standings = {
  current: { tone: "success", word: "有効" },
  making: { tone: "progress", word: "作成中" },
  superseded: { tone: "neutral", word: "訂正済み" },
  revoked: { tone: "danger", word: "取消し" },
} as const;

export type CertificatePaths = {
  /** その版の PDF（pdf）、署名付きの目録（jws）、画面で読むページ（page）の道筋。 */
  readonly edition: (edition: number, part: "pdf" | "jws" | "page") => string;
  /** 取消しの通知書の PDF（pdf）、画面で読むページ（page）の道筋。 */
  readonly revocation: (part: "pdf" | "page") => string;
};

export function certificateView(history: CertificateHistory, paths: CertificatePaths) {
  const { editions, revocation, revocationNotice } = history;
  const latest = editions[0]?.edition ?? 1;
  return {
    revocation:
      revocation === null
        ? null
        : {
            on: formatTokyoInstant(revocation.createdAt),
            reason: revocation.reason,
            letter:
              revocationNotice === null
                ? null
                : {
                    number: revocationNotice.number,
                    pdfHref: paths.revocation("pdf"),
                    pageHref: paths.revocation("page"),
                  },
          },
    editions: editions.map((row) => ({
      edition: row.edition,
      standing: standings[standingOf(row, latest, revocation !== null)],
      reason: row.reason,
      code: row.code === null ? null : writtenCode(row.code),
      progress: progressWords(row.state),
      issued:
        row.document === null
          ? null
          : {
              at: formatTokyoInstant(row.document.createdAt),
              sha256: row.document.sha256,
              signature:
                row.document.signatureLevel === null ? "なし" : `PAdES ${row.document.signatureLevel}`,
              href: paths.edition(row.edition, "pdf"),
              pageHref: paths.edition(row.edition, "page"),
              manifestHref: row.document.manifestSha256 === null ? null : paths.edition(row.edition, "jws"),
            },
    })),
  };
}

function standingOf(
  { edition, document }: CertificateEdition,
  latest: number,
  revoked: boolean,
): keyof typeof standings {
  if (revoked) return "revoked";
  if (edition < latest) return "superseded";
  return document === null ? "making" : "current";
}

function progressWords(state: IssueState): string | null {
  switch (state.kind) {
    case "issued":
      return null;
    case "waiting":
      return "作成中です。少し待ってから、画面を開き直してください。";
    case "retrying":
      return `電子署名又は保管の仕組みが答えず、作成が遅れています（${state.attempts}回試しました）。${formatTokyoInstant(state.nextAt)}ごろにやり直します。認定の効力は変わりません。`;
    case "stopped":
      return `${state.attempts}回試しましたが作成できず、システム管理者の対応を待っています。認定の効力は変わりません。`;
  }
}

/** 受取りの記録を、見る側に合わせて出す。 */
export const downloadsView = (
  history: CertificateHistory,
  reader: "applicant" | "staff",
): readonly DownloadRecord[] =>
  downloadRecords(history, reader).map((record) => ({ ...record, at: formatTokyoInstant(record.at) }));
