/** 取込みの検査で見つけたこと。取り込まない行、値を変えて取り込む行、捨てる物を、理由とともに並べる。 */

/** refused: その行を取り込まない。changed: 値を変えて取り込む。dropped: 取り込む物ではないので捨てる。 */
export type FindingEffect = "refused" | "changed" | "dropped";

export const effectWords: Readonly<Record<FindingEffect, string>> = {
  refused: "取り込まない",
  changed: "直して取り込む",
  dropped: "捨てる",
};

export type Finding = {
  readonly effect: FindingEffect;
  /** ファイルの場所。 */
  readonly file: string;
  /** 行の番号（1から）。ファイル全体のことなら 0。 */
  readonly line: number;
  /** 欄の名前。行全体のことなら空文字。 */
  readonly field: string;
  /** 同じ理由を数えるための名前。 */
  readonly code: FindingCode;
  /** 理由の文。 */
  readonly reason: string;
};

export const findingCodes = {
  field: "欄の値が読めない",
  unreadable: "行が読めない",
  cut: "途中で切れている",
  duplicate: "同じ番号の行が前にある",
  duplicateNumber: "同じ文書番号が前にある",
  corporateNumber: "法人番号の検査用数字が合わない",
  unknownPrefecture: "知らない都道府県",
  unknownOffice: "知らない局",
  unknownGuideline: "知らない指針",
  unknownIndustry: "知らない産業分類",
  unknownCompany: "事業者の行がない",
  unknownPlan: "計画の行がない",
  missing: "要る欄がない",
  period: "実施時期が決まりと合わない",
  order: "版の順と日付が合わない",
  versions: "版がそろわない",
  number: "文書番号が版と合わない",
  pdfMissing: "PDF がない",
  pdfHash: "PDF の中身が違う",
  otherPart: "同じ計画のほかの行が取り込めない",
  existing: "ポータルに違う内容で入っている",
  kept: "ポータルの値を残す",
  normalised: "書き方をそろえた",
  unknownField: "知らない欄",
  incomeGrowth: "所得拡大の記録",
  unknownKind: "取り込まない種類のファイル",
} as const;

export type FindingCode = keyof typeof findingCodes;

/** 一式の全体として取り込めない理由。一つでもあれば、何も取り込まない。 */
export type PackageFault = { readonly file: string; readonly reason: string };
