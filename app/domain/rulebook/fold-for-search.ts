/**
 * 検索のために文字をそろえる。全角と半角、カタカナとひらがな、大文字と小文字、
 * 長音や読点の書き方の違いを同じものとみなす。表示には使わない。
 */
export const foldForSearch = (value: string): string =>
  value
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[\s、，,・]/gu, "")
    .replace(/[-‐‑‒–—―−ｰ]/gu, "ー");
