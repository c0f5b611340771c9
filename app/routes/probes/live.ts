import { guarded } from "#app/http/guard.server.ts";

/** 過程が動いているか。データベースには触れない。 */
export const loader = guarded(
  "public",
  "lookup.view",
  async () =>
    new Response("ok", {
      headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
    }),
);
