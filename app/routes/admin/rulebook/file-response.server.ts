/**
 * 取り出すファイルの答え。
 *
 * @param file.plain 日本語の名前を読めない道具のための名前
 */
export const fileResponse = (
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  file: { readonly type: string; readonly name: string; readonly plain: string },
): Response =>
  new Response(body, {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": `attachment; filename="${file.plain}"; filename*=UTF-8''${encodeURIComponent(file.name.replaceAll(/[/\\]/gu, "・"))}`,
      "Cache-Control": "private, no-store",
    },
  });
