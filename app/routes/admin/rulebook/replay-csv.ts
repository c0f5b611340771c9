/** 再計算の結果の書出し。 */
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { streamOf } from "#app/http/stream.server.ts";
import { today } from "#app/usecases/context.ts";
import { exportReplay } from "#app/usecases/rulebook/export-replay.server.ts";
import { replayKind } from "./replay-view.server.ts";

export const loader = guarded("staff", "rulebook.edit", async ({ useCase, tools, param, url }) => {
  const made = await exportReplay(useCase, tools.spreadsheets, {
    editionId: param("edition"),
    kind: replayKind(url),
  });
  if (!made.ok) throw refusalResponse(made.error);
  const name = `再計算の結果_${today(useCase)}.csv`;
  return new Response(streamOf(made.value), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="replay.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "private, no-store",
    },
  });
});
