/** 省庁から届くファイルの文字コードを見分ける。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";

/** 読めた文字列と、その文字コード。 */
export type DecodedText = { readonly text: string; readonly encoding: "UTF-8" | "Shift_JIS" };

/** UTF-8 として正しければ UTF-8、そうでなく Shift_JIS として正しければ Shift_JIS。 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, string> {
  for (const encoding of ["UTF-8", "Shift_JIS"] as const) {
    try {
      return ok({ text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding });
    } catch {
      // 次の文字コードを試す。
    }
  }
  return refuse("文字コードが UTF-8 でも Shift_JIS でもありません");
}
