/** 差戻しの理由の一覧。選ぶと種類が決まり、内容を書かなければ、この文がそのまま指摘になる。 */

/** 指摘の種類。誤り・不足・不明。 */
export type ReturnKind = "wrong" | "missing" | "unclear";

export type ReturnReason = {
  readonly kind: ReturnKind;
  readonly label: string;
  readonly sentence: string;
};

export const returnReasons = {
  differsFromPapers: {
    kind: "wrong",
    label: "添付の書類と合わない",
    sentence: "添付の書類の内容と合っていません。どちらが正しいかを確かめて、直してください。",
  },
  miscalculated: {
    kind: "wrong",
    label: "計算が合わない",
    sentence: "金額又は数値の計算が合っていません。計算し直してください。",
  },
  wrongPeriod: {
    kind: "wrong",
    label: "時期が合わない",
    sentence: "時期がほかの欄と合っていません。実施時期と取得の時期を確かめてください。",
  },
  wrongGuideline: {
    kind: "wrong",
    label: "指針と合わない",
    sentence: "事業分野別指針の該当箇所と、実施事項の内容が合っていません。",
  },
  notWritten: {
    kind: "missing",
    label: "書かれていない",
    sentence: "書くべき内容が書かれていません。書き足してください。",
  },
  noGround: {
    kind: "missing",
    label: "根拠がない",
    sentence: "数値又は見込みの根拠が書かれていません。算出の方法を書き足してください。",
  },
  paperMissing: {
    kind: "missing",
    label: "書類が足りない",
    sentence: "要る書類が添付されていません。添付してください。",
  },
  notConcrete: {
    kind: "unclear",
    label: "具体的でない",
    sentence: "内容が具体的でないため、審査ができません。だれが、いつ、何をするかを書いてください。",
  },
  hardToRead: {
    kind: "unclear",
    label: "意味が取れない",
    sentence: "文章の意味を読み取れません。分かるように書き直してください。",
  },
} as const satisfies Record<string, ReturnReason>;

export type ReturnReasonCode = keyof typeof returnReasons;

/** 画面の選択肢から来た文字を、理由の符号として読む。知らない符号は null。 */
export const returnReasonOf = (text: string): ReturnReasonCode | null =>
  Object.hasOwn(returnReasons, text) ? (text as ReturnReasonCode) : null;
