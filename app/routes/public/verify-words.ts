/** 認定通知書の確認の答えの言葉。 */
import type { Verdict } from "#app/domain/certification/verdict.ts";
import type { VerifyRefusal } from "#app/usecases/certification/verify-certificate.server.ts";
import {
  confirmationRows,
  dateWords,
  monthWords,
  declineRows,
  type PaperRows,
  oldPlatformLines,
  paperRows,
  revocationRows,
} from "./verify-paper-rows.ts";

export type VerifyField = "code" | "file";

export type VerifyView = {
  readonly typed: string;
  readonly result: VerdictWords | null;
  readonly error: { readonly field: VerifyField | null; readonly message: string } | null;
};

export type VerdictWords = {
  readonly tone: "success" | "warning" | "error";
  readonly title: string;
  readonly lines: readonly string[];
  readonly paper: PaperRows;
};

export function refusalWords(refusal: VerifyRefusal): NonNullable<VerifyView["error"]> {
  switch (refusal.kind) {
    case "code":
      return {
        field: "code",
        message:
          refusal.fault === "shape"
            ? "確認の符号は、通知書の下に刷られた28字です。0、1、I、L、O は使われません。"
            : "確認の符号に打ち間違いがあります。通知書と見比べてください。",
      };
    case "file":
      return {
        field: "file",
        message:
          refusal.fault === "empty"
            ? "確かめる PDF ファイルを選んでください。"
            : "ファイルが大きすぎるか、途中で切れています。10 MB までの PDF を選んでください。",
      };
    case "tooMany":
      return {
        field: null,
        message: `確認の回数が多いため、いったん止めています。${Math.ceil(refusal.retryAfter / 60)}分ほど待ってから、もう一度お試しください。`,
      };
  }
}

const COMPARE = "手元の通知書に書かれていることと、下の内容が同じことを確かめてください。";

export function verdictWords(verdict: Verdict): VerdictWords {
  switch (verdict.kind) {
    case "valid":
      return {
        tone: "success",
        title: "この認定通知書は、発行されたもので、有効です",
        lines: [COMPARE, ...oldPlatformLines(verdict.paper)],
        paper: paperRows(verdict.paper),
      };
    case "superseded":
      return {
        tone: "warning",
        title: `この認定通知書は、第${verdict.by}版に訂正されています`,
        lines: ["発行されたものですが、後の版で訂正されました。新しい版を確かめてください。"],
        paper: paperRows(verdict.paper),
      };
    case "expired":
      return {
        tone: "warning",
        title: "この認定通知書は、発行されたものです。計画の実施時期は満了しています",
        lines: [
          `期間満了：${dateWords(verdict.plan.on)}（実施時期 ${monthWords(verdict.plan.startMonth)}から${monthWords(verdict.plan.endMonth)}まで）`,
          "認定が取り消されたのではありません。実施時期の間の認定を示すものです。",
        ],
        paper: paperRows(verdict.paper),
      };
    case "surrendered":
      return {
        tone: "warning",
        title: "この認定通知書は、発行されたものです。認定は、事業者の届出により終わっています",
        lines: [`終わった日：${dateWords(verdict.plan.on)}`],
        paper: paperRows(verdict.paper),
      };
    case "revoked":
      return {
        tone: "error",
        title: "この認定は、取り消されています",
        lines: [`取り消した日：${dateWords(verdict.revokedOn)}`, ...oldPlatformLines(verdict.paper)],
        paper: paperRows(verdict.paper),
      };
    case "declineNotice":
      return {
        tone: "success",
        title: "この不認定通知書は、発行されたものです",
        lines: [COMPARE],
        paper: declineRows(verdict.paper),
      };
    case "revocationNotice":
      return {
        tone: "success",
        title: "この取消しの通知書は、発行されたものです",
        lines: [COMPARE],
        paper: revocationRows(verdict.paper),
      };
    case "confirmation":
      return {
        tone: "success",
        title: "この投資計画の確認書は、発行されたものです",
        lines: ["手元の確認書に書かれていることと、下の内容が同じことを確かめてください。"],
        paper: confirmationRows(verdict.paper),
      };
    case "changed":
      return {
        tone: "error",
        title: "このファイルは、発行した後に変えられています",
        lines: [
          verdict.appended
            ? "発行された通知書の後ろに、内容が書き足されています。"
            : "発行された通知書とファイルの中身が違います。印刷や保存のし直しでも違うものになります。",
          "受け取った元のファイルで、又は確認の符号で、もう一度確かめてください。",
        ],
        paper: [],
      };
    case "unknown":
      return {
        tone: "error",
        title: "この通知書は、発行の記録にありません",
        lines: ["このポータルが発行した通知書ではないか、符号が違います。"],
        paper: [],
      };
  }
}
