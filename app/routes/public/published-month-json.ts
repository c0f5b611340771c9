/** 公表した一月分の JSON。 */
import { guarded } from "#app/http/guard.server.ts";
import { publishedFile } from "./published-file.server.ts";

export const loader = guarded("public", "publication.view", async (guard) => publishedFile(guard, "json"));
