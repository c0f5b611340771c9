/** 認定通知書の受取りの記録（CSV）の答え。 */
import { streamOf } from "./stream.server.ts";

export function downloadsResponse(
  { number, bytes }: { readonly number: string; readonly bytes: AsyncIterable<Uint8Array> },
  signal: AbortSignal,
): Response {
  const name = `認定通知書の受取りの記録_${number}.csv`;
  return new Response(streamOf(bytes, signal), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="downloads.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "private, no-store",
    },
  });
}
