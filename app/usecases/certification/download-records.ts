/** 認定通知書の受取りの記録: 誰が、いつ、どの版を、どの窓口から受け取ったか。 */
import type { CertificateHistory } from "./issued-certificate.server.ts";

/** 受け取った窓口の言葉。 */
const channelWords = { applicant: "申請者の画面", staff: "審査の画面", api: "連携の口" } as const;

export type DownloadRecord = {
  readonly id: number;
  readonly edition: number;
  readonly receiver: string;
  readonly channel: string;
  /** 受け取った物（PDF 又は目録）の SHA-256。 */
  readonly sha256: string;
  /** 受け取った瞬間（UTC の ISO 文字列）。 */
  readonly at: string;
};

/**
 * @param reader 記録を見る側。職員の名前は申請者に見せず、行政機関とだけ示す
 * @returns 新しい順
 */
export const downloadRecords = (
  { editions }: CertificateHistory,
  reader: "applicant" | "staff",
): readonly DownloadRecord[] =>
  editions
    .flatMap(({ edition, downloads }) =>
      downloads.map(({ id, accountName, channel, sha256, at }) => ({
        id,
        edition,
        receiver: reader === "applicant" && channel === "staff" ? "行政機関" : accountName,
        channel: channelWords[channel],
        sha256,
        at,
      })),
    )
    .toSorted((a, b) => b.id - a.id);
