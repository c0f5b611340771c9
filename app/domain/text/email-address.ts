/** メールアドレスの形。HTML 標準の入力欄と同じ範囲で、ドメインには点を求める。長さは RFC 5321 の上限まで。 */
const LOCAL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/u;
const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/iu;
const MAX_LENGTH = 254;

/** @param text 半角に直した文字列 */
export function isEmailAddress(text: string): boolean {
  const at = text.lastIndexOf("@");
  if (at < 1 || text.length > MAX_LENGTH) return false;
  const labels = text.slice(at + 1).split(".");
  return LOCAL.test(text.slice(0, at)) && labels.length > 1 && labels.every((label) => LABEL.test(label));
}
