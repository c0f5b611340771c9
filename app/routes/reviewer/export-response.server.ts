/** 書き出した一覧の答え。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { streamOf } from "#app/http/stream.server.ts";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** @param about.day 書き出した日。ファイルの名前に入る */
export function exportResponse(
  made: { readonly total: number; readonly bytes: AsyncIterable<Uint8Array> },
  about: { readonly format: keyof typeof types; readonly day: CivilDate; readonly signal: AbortSignal },
): Response {
  const name = `審査の一覧_${about.day}.${about.format}`;
  return new Response(streamOf(made.bytes, about.signal), {
    headers: {
      "Content-Type": types[about.format],
      "Content-Disposition": `attachment; filename="list.${about.format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "private, no-store",
      "X-Row-Count": String(made.total),
    },
  });
}
