/** 添付されたファイルの名前。受け取った名前は画面と控えに出すだけで、保管の名前には使わない。 */

/** 名前に使えない制御文字、向きを変える文字、道筋の区切り。 */
// oxlint-disable-next-line no-control-regex -- 制御文字を取り除くための式
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * 名前のバイト列を読む。UTF-8 として読めなければ Shift_JIS（古い Windows の道具）として読む。
 */
export function decodeFileName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("shift_jis").decode(bytes);
  }
}

/**
 * 受け取った名前を、画面と控えに出せる形にする。長すぎる名前は拡張子を残して切る。
 * @param raw ブラウザーが送った名前。道筋を含むことがある
 * @param limit 文字の上限
 */
export function safeFileName(raw: string, limit: number): string {
  const last = raw.split(/[/\\]/u).at(-1) ?? "";
  const clean = last.normalize("NFC").replaceAll(unsafe, "").trim();
  if (clean === "" || clean === "." || clean === "..") return "名前のないファイル";
  const characters = [...clean];
  if (characters.length <= limit) return clean;
  const extension = /\.[a-z0-9]{1,5}$/iu.exec(clean)?.[0] ?? "";
  return `${characters.slice(0, limit - extension.length).join("")}${extension}`;
}
