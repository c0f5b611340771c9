import { guarded } from "#app/http/guard.server.ts";
import { taggedJson } from "#app/http/tagged-json.server.ts";
import { lookupAnswer } from "#app/domain/routing/lookup-answer.ts";
import { today } from "#app/usecases/context.ts";
import { loadedRulebookOn } from "#app/usecases/rulebook/rulebook-on.server.ts";
import { readConditions } from "./lookup-query.ts";

const cacheHeaders = { "Cache-Control": "public, max-age=300", Vary: "Accept" } as const;

/**
 * 提出先・指針検索の答えを JSON で返す。入力の誤りは、欄と理由を並べて 400。
 * 答えは版と基準日を含むので、版か日が変われば印（ETag）も変わる。印が同じなら 304 で答える。
 */
export const loader = guarded("public", "lookup.view", async ({ request, url, useCase }) => {
  const { industry = "", prefecture = "", municipality, revision, on } = readConditions(url.searchParams);
  const { editionId, rulebook } = loadedRulebookOn(useCase, on);
  const answer = lookupAnswer(rulebook, {
    industry,
    prefecture,
    municipality,
    revision,
    on,
    today: today(useCase),
  });
  if (!answer.ok) return Response.json({ errors: answer.error }, { status: 400, headers: cacheHeaders });
  return taggedJson(request, answer.value, editionId, cacheHeaders);
});
