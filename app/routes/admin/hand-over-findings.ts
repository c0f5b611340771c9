import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { streamOf } from "#app/http/stream.server.ts";
import { exportFindings } from "#app/usecases/hand-over/read-imports.server.ts";

export const loader = guarded("staff", "handOver.view", async ({ useCase, tools, param, request }) => {
  const made = await exportFindings(useCase, tools, param("run"));
  if (!made.ok) throw refusalResponse(made.error);
  const name = encodeURIComponent("引継ぎの報告.csv");
  return new Response(streamOf(made.value, request.signal), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="hand-over.csv"; filename*=UTF-8''${name}`,
      "Cache-Control": "private, no-store",
    },
  });
});
