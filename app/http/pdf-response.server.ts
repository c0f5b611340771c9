/** PDF の答え。画面の中で開き、名前は日本語のまま保存できる。 */
export const pdfResponse = (bytes: Uint8Array, fileName: string, etag?: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `inline; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "private, no-store",
      ...(etag === undefined ? {} : { ETag: `"${etag}"` }),
    },
  });
