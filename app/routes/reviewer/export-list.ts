/** 一覧の書出し。作りながら送るので、長い一覧でも待たずに始まる。 */
import { readListQuery } from "#app/domain/worklist/list-query.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { streamOf } from "#app/http/stream.server.ts";
import { today } from "#app/usecases/context.ts";
import { exportList } from "#app/usecases/review/export-list.server.ts";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export const loader = guarded("staff", "exports.run", async ({ url, useCase, tools }) => {
  const format = url.searchParams.get("format") === "xlsx" ? "xlsx" : "csv";
  const { query } = readListQuery(url.searchParams);
  const made = await exportList(useCase, tools.spreadsheets, { query, format });
  if (!made.ok) throw refusalResponse(made.error);
  const name = `審査の一覧_${today(useCase)}.${format}`;
  return new Response(streamOf(made.value.bytes), {
    headers: {
      "Content-Type": types[format],
      "Content-Disposition": `attachment; filename="list.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "private, no-store",
      "X-Row-Count": String(made.value.total),
    },
  });
});
