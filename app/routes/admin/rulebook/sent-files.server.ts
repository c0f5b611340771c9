/** 取込みの form を読む。ファイルは一式の上限まで記憶に置く。 */
import { BrokenForm, isMultipart, readMultipart, textOf } from "#app/http/multipart.server.ts";

export type SentForm = {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

/** 読み捨てる分も含めた本文の上限。これを超える本文は、最後まで読まずに断る。 */
const MAX_BODY_BYTES = 80 * 1024 * 1024;
/** 受け取るファイルの大きさの合計。第一版の一式の十倍を超える。 */
const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** @returns 読めた欄とファイル。大きすぎれば "tooLarge"、form でなければ何も打たれていない form */
export async function readSentFiles(request: Request): Promise<SentForm | "tooLarge"> {
  if (!isMultipart(request)) return { fields: {}, files: [] };
  const fields = new Map<string, string>();
  const files: { name: string; bytes: Uint8Array }[] = [];
  let length = 0;
  try {
    for await (const part of readMultipart(request, MAX_BODY_BYTES)) {
      if (part.fileName === null) {
        fields.set(part.name, await textOf(part));
        continue;
      }
      const pieces: Uint8Array[] = [];
      for await (const piece of part.bytes) {
        length += piece.byteLength;
        // 上限を超えても、答えを送り手が読めるように、終わりまで読み捨てる。
        if (length <= MAX_FILE_BYTES) pieces.push(Uint8Array.from(piece));
      }
      const name = part.fileName.split(/[/\\]/u).at(-1) ?? "";
      if (name !== "") files.push({ name, bytes: Buffer.concat(pieces) });
    }
  } catch (thrown) {
    if (thrown instanceof BrokenForm) return "tooLarge";
    throw thrown;
  }
  return length > MAX_FILE_BYTES ? "tooLarge" : { fields: Object.fromEntries(fields), files };
}
