/** 添付された書類の答え。画面の中では開かせず、種類を推し量らせず、動く物を動かさない。 */
export const attachmentResponse = (file: {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mediaType: string;
}): Response =>
  new Response(Uint8Array.from(file.bytes), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.bytes.byteLength),
      "Content-Disposition": `attachment; filename="attachment"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, no-store",
    },
  });
