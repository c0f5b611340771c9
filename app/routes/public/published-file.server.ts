/** 公表した一月分のファイルの答え。中身が同じ間は、手元の控えを使わせる（RFC 9110 13 章）。 */
import type { Actor } from "#app/domain/access/actor.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { namesTag } from "#app/http/stored-file-response.server.ts";
import { streamOf } from "#app/http/stream.server.ts";
import {
  exportPublication,
  type PublicationFormat,
} from "#app/usecases/publication/export-publication.server.ts";
import { publishedChoice } from "./published-query.ts";

const types = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" } as const;

export function publishedFile(
  { useCase, tools, param, url, request }: Guarded<Actor>,
  format: PublicationFormat,
): Response {
  const month = param("month");
  const choice = publishedChoice(url.searchParams);
  const made = exportPublication(useCase, tools.spreadsheets, { month, choice, format });
  if (!made.ok) throw refusalResponse(made.error);
  const headers = {
    ETag: `W/"${made.value.tag}"`,
    "Cache-Control": "public, max-age=0, must-revalidate",
    // だれでも、どの画面からも読める公開のデータ。
    "Access-Control-Allow-Origin": "*",
  };
  if (namesTag(request.headers.get("If-None-Match"), `"${made.value.tag}"`))
    return new Response(null, { status: 304, headers });
  const disposition = format === "csv" ? "attachment" : "inline";
  return new Response(streamOf(made.value.bytes(), request.signal), {
    headers: {
      ...headers,
      "Content-Type": types[format],
      "Content-Disposition": `${disposition}; filename="published-${month}.${format}"`,
    },
  });
}
