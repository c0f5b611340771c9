/**
 * 中身から見たファイルの種類と、受け取れない理由。拡張子とブラウザーの申告は使わない。
 * 受け取るのは PDF、JPEG、PNG だけ。表計算や文書のファイルは、印刷の形（PDF）にしてもらう。
 */

/** 受け取れる種類。 */
export type MediaType = "application/pdf" | "image/jpeg" | "image/png";

export const mediaTypeNames: Readonly<Record<MediaType, string>> = {
  "application/pdf": "PDF",
  "image/jpeg": "JPEG 画像",
  "image/png": "PNG 画像",
};

/** 受け取れない理由。 */
export type ContentFault =
  | "empty"
  | "office"
  | "zip"
  | "heic"
  | "otherImage"
  | "unknown"
  | "broken"
  | "encryptedPdf"
  | "activePdf"
  | "uncheckablePdf";

/** 中身を調べた答え。 */
export type ContentVerdict =
  | { readonly accepted: true; readonly mediaType: MediaType }
  | { readonly accepted: false; readonly fault: ContentFault };

const asPdf = "PDF に書き出して添付してください。";

/** 理由ごとの、何が問題でどう直すか。 */
export const contentFaultMessages: Readonly<Record<ContentFault, string>> = {
  empty: "ファイルが空です。中身のあるファイルを選んでください。",
  office: `Word、Excel、PowerPoint のファイルは受け取れません。${asPdf}`,
  zip: "ZIP などにまとめたファイルは受け取れません。中のファイルを一つずつ、PDF、JPEG 又は PNG で添付してください。",
  heic: "HEIC 形式の写真は受け取れません。JPEG に変えて添付してください（iPhone では、設定の「カメラ」の「フォーマット」で「互換性優先」を選んで撮ると JPEG になります）。",
  otherImage: "この形式の画像は受け取れません。JPEG、PNG 又は PDF に変えて添付してください。",
  unknown: "受け取れるのは PDF、JPEG、PNG のファイルだけです。名前ではなく中身で確かめています。",
  broken:
    "ファイルが途中で切れているか、壊れています。元のファイルを開けるか確かめて、もう一度添付してください。",
  encryptedPdf:
    "パスワード又は印刷などの制限の付いた PDF は受け取れません。制限を外すか、印刷した物をスキャンして添付してください。",
  activePdf:
    "開いた時に動くプログラム（JavaScript など）を含む PDF は受け取れません。印刷の形の PDF に作り直してください。",
  uncheckablePdf:
    "この PDF は中身を確かめられません。PDF に作り直すか、印刷した物をスキャンして添付してください。",
};

/** 先頭のバイト列から分かる種類。構造の検査は adapters/upload が行う。 */
export type LeadingKind =
  | MediaType
  | Extract<ContentFault, "office" | "zip" | "heic" | "otherImage" | "unknown">;

const startsWith = (head: Uint8Array, bytes: readonly number[], at = 0): boolean =>
  bytes.every((byte, index) => head[at + index] === byte);
const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/**
 * @param head 先頭の 512 バイト以上（短いファイルでは全部）
 */
export function leadingKind(head: Uint8Array): LeadingKind {
  if (startsWith(head, ascii("%PDF-"))) return "application/pdf";
  if (startsWith(head, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (startsWith(head, ascii("PK"))) return looksLikeOffice(head) ? "office" : "zip";
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return "office";
  if (startsWith(head, ascii("Rar!")) || startsWith(head, ascii("7z"))) return "zip";
  if (startsWith(head, ascii("ftyp"), 4)) {
    const brand = String.fromCharCode(...head.subarray(8, 12));
    return ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"].includes(brand) ? "heic" : "unknown";
  }
  const image =
    startsWith(head, ascii("GIF8")) ||
    startsWith(head, ascii("BM")) ||
    startsWith(head, [0x49, 0x49, 0x2a, 0x00]) ||
    startsWith(head, [0x4d, 0x4d, 0x00, 0x2a]) ||
    (startsWith(head, ascii("RIFF")) && startsWith(head, ascii("WEBP"), 8));
  return image ? "otherImage" : "unknown";
}

/** Office の文書は、ZIP の先頭に決まった名前の部品を置く。 */
const looksLikeOffice = (head: Uint8Array): boolean => {
  const text = new TextDecoder("latin1").decode(head.subarray(0, 512));
  return /\[Content_Types\]|_rels\/|word\/|xl\/|ppt\/|mimetype/u.test(text);
};
