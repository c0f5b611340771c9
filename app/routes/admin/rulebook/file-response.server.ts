/**
 * 取り出すファイルの答え。
 *
 * @param file.plain 日本語の名前を読めない道具のための名前
 */
export const fileResponse = (
  bytes: Uint8Array,
  file: { readonly type: string; readonly name: string; readonly plain: string },
): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": file.type,
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="${file.plain}"; filename*=UTF-8''${encodeURIComponent(file.name.replaceAll(/[/\\]/gu, "・"))}`,
      "Cache-Control": "private, no-store",
    },
  });
