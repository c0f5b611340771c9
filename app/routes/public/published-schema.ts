/** 公表した一月分の JSON の形の説明。 */
import { PUBLICATION_FORMAT, publicationSchema } from "#app/domain/publication/open-data.ts";
import { guarded } from "#app/http/guard.server.ts";
import { taggedJson } from "#app/http/tagged-json.server.ts";

export const loader = guarded("public", "publication.view", async ({ request, tools }) =>
  taggedJson(request, publicationSchema(tools.origin), PUBLICATION_FORMAT, {
    "Cache-Control": "public, max-age=3600",
    "Access-Control-Allow-Origin": "*",
  }),
);
