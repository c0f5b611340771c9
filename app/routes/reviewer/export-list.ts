/** 一覧の書出し。作りながら送るので、待たずに始まる。行数の多い一覧は、ファイルを作る画面へ移る。 */
import { redirect } from "@remix-run/node";
import { readListQuery } from "#app/domain/worklist/list-query.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { today } from "#app/usecases/context.ts";
import { countExport, exportList, MOST_STREAMED } from "#app/usecases/review/export-list.server.ts";
import { exportResponse } from "./export-response.server.ts";

export const loader = guarded("staff", "exports.run", async ({ url, useCase, tools, request }) => {
  const format = url.searchParams.get("format") === "xlsx" ? "xlsx" : "csv";
  const { query } = readListQuery(url.searchParams);
  const total = countExport(useCase, query);
  if (!total.ok) throw refusalResponse(total.error);
  if (total.value > MOST_STREAMED) throw redirect(`/review/exports${url.search}`);
  const made = await exportList(useCase, tools.spreadsheets, { query, format });
  if (!made.ok) throw refusalResponse(made.error);
  return exportResponse(made.value, { format, day: today(useCase), signal: request.signal });
});
