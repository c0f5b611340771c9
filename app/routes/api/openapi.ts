import { guarded } from "#app/http/guard.server.ts";
import { taggedJson } from "#app/http/tagged-json.server.ts";
import { openApiDocument } from "./openapi-document.ts";

/** 連携の口の説明（OpenAPI 3.1）。ログインも札も要らない。 */
export const loader = guarded("public", "api.enter", ({ request, tools }) =>
  Promise.resolve(
    taggedJson(request, openApiDocument(tools.origin), "openapi", { "Cache-Control": "public, max-age=300" }),
  ),
);
