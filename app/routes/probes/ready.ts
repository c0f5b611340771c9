import { guarded } from "#app/http/guard.server.ts";
import { checkReadiness } from "#app/usecases/operations/check-readiness.server.ts";

/** 受け付けられる状態なら 200、そうでなければ 503。どれが足りないかを JSON で答える。 */
export const loader = guarded("public", "lookup.view", async ({ useCase, tools }) => {
  const readiness = await checkReadiness(useCase, tools.log);
  const ready = Object.values(readiness).every((result) => result === "ok");
  return Response.json(
    { status: ready ? "ready" : "notReady", ...readiness },
    { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
});
