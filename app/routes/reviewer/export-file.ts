/** できあがった書出しのファイル。頼んだ人だけが、期限まで受け取れる。 */
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { downloadExport } from "#app/usecases/review/background-exports.server.ts";
import { exportResponse } from "./export-response.server.ts";

export const loader = guarded("staff", "exports.run", async ({ useCase, tools, param, request }) => {
  const opened = await downloadExport(useCase, tools, param("export"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const { row, bytes } = opened.value;
  return exportResponse(
    { total: row.total, bytes },
    { format: row.format, day: tokyoDay(row.createdAt), signal: request.signal },
  );
});
