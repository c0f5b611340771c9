/** 添付できる大きさと数の上限。 */
export type AttachmentLimits = {
  /** 一つのファイル（バイト）。 */
  readonly fileBytes: number;
  /** 一つの申請のファイルの数。 */
  readonly files: number;
  /** 一つの申請の合計（バイト）。 */
  readonly totalBytes: number;
  /** ファイル名（文字）。 */
  readonly nameCharacters: number;
};

const MEGABYTE = 1024 * 1024;

export const attachmentLimits: AttachmentLimits = {
  fileBytes: 10 * MEGABYTE,
  files: 20,
  totalBytes: 60 * MEGABYTE,
  nameCharacters: 255,
};

/** 大きさを画面の言葉にする（例: 3.2 MB、812 kB）。 */
export function formatBytes(bytes: number): string {
  if (bytes >= MEGABYTE) return `${(Math.floor((bytes * 10) / MEGABYTE) / 10).toString()} MB`;
  if (bytes >= 1024) return `${Math.floor(bytes / 1024)} kB`;
  return `${bytes} バイト`;
}

/** いま添付されている物の数と合計。 */
export type AttachmentTotals = { readonly files: number; readonly bytes: number };

/**
 * あと一つ添付できるか。
 * @param size 添付しようとするファイルの大きさ（バイト）
 * @returns 断る理由の文。添付できるなら null
 */
export function limitProblem(
  limits: AttachmentLimits,
  totals: AttachmentTotals,
  size: number,
): string | null {
  if (size > limits.fileBytes) return tooLargeMessage(limits);
  if (totals.files >= limits.files)
    return `添付できるファイルは${limits.files}個までです。要らないファイルを取り除くか、いくつかを一つの PDF にまとめてください。`;
  if (totals.bytes + size > limits.totalBytes)
    return `添付の合計が${formatBytes(limits.totalBytes)}を超えます（今は${formatBytes(totals.bytes)}、このファイルは${formatBytes(size)}）。解像度を下げて作り直すか、要らないファイルを取り除いてください。`;
  return null;
}

/** 一つのファイルが大きすぎるときの文。 */
export const tooLargeMessage = (limits: AttachmentLimits): string =>
  `ファイルが大きすぎます。一つのファイルは${formatBytes(limits.fileBytes)}までです。解像度を下げて作り直すか、いくつかのファイルに分けてください。`;
