/** 添付のフォームを読む。ファイルは届いた分から受け取り、記憶に溜めない。 */
import { BrokenForm, type FormPart, readMultipart, textOf } from "#app/http/multipart.server.ts";
import type { UploadTarget } from "#app/usecases/attachments/upload-target.server.ts";

/** 読み捨てる分も含めた本文の上限。これを超える本文は、最後まで読まずに断る。 */
const MAX_BODY_BYTES = 80 * 1024 * 1024;

export type AttachmentForm = {
  readonly target: UploadTarget;
  /** ファイルの欄。選ばれていなければ null。 */
  readonly file: FormPart | null;
  /** 残りを読み捨てる。答えを送り手が読めるように、断る時も呼ぶ。 */
  readonly drain: () => Promise<void>;
};

/** @returns 読めた欄。形の崩れた本文は null */
export async function readAttachmentForm(request: Request): Promise<AttachmentForm | null> {
  const parts = readMultipart(request, MAX_BODY_BYTES);
  const fields = new Map<string, string[]>();
  const formOf = (file: FormPart | null): AttachmentForm => ({
    target: {
      kind: fields.get("kind")?.[0] ?? "",
      rowIds: fields.get("rows") ?? [],
      replaces: fields.get("replaces")?.[0] ?? null,
      fileName: file?.fileName ?? "",
      size: null,
    },
    file,
    async drain() {
      try {
        for await (const part of parts) void part;
      } catch (thrown) {
        if (!(thrown instanceof BrokenForm)) throw thrown;
      }
    },
  });
  try {
    for (;;) {
      const next = await parts.next();
      if (next.done === true) return formOf(null);
      const part = next.value;
      // 欄はファイルより前に並べてある。
      if (part.fileName !== null) return formOf(part.fileName === "" ? null : part);
      fields.set(part.name, [...(fields.get(part.name) ?? []), await textOf(part)]);
    }
  } catch (thrown) {
    if (thrown instanceof BrokenForm) return null;
    throw thrown;
  }
}
