import type { TransferEnd } from "./attachment-transfer.ts";

/** 添付できなかった理由と、印を付けた設備。 */
export type AttachmentProblem = {
  readonly field: string;
  readonly message: string;
  readonly rows: readonly string[];
};

/** 送り終わり方から、欄に出す理由を決める。 */
export const problemOf = (end: TransferEnd, rows: readonly string[]): AttachmentProblem | null => {
  switch (end.state) {
    case "attached":
    case "stopped":
      return null;
    case "refused":
      return { field: "file", message: end.message, rows };
    case "invalid":
      return { field: end.field, message: end.message, rows };
    case "signedOut":
      return {
        field: "file",
        message:
          "ログインの期限が切れました。画面を開き直してログインし、同じファイルを選ぶと、続きから送ります。",
        rows,
      };
  }
};
