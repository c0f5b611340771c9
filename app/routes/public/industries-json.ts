import {
  type IndustryPick,
  type IndustryHits,
  industryHitList,
  industryPick,
} from "#app/domain/industry/industry-pick.ts";
import { guarded } from "#app/http/guard.server.ts";
import { currentRulebook, today } from "#app/usecases/context.ts";

/** 版の中の答えは変わらない。版を名指しした問いへの答えは、ブラウザーが覚えてよい。 */
const forever = "public, max-age=31536000, immutable";
const WORDS_LIMIT = 60;

/**
 * 業種の選択の途中の一覧。words があれば言葉で探し、なければ at の分類の下を答える。
 * 画面の script がひとりでに問うので、ログインの時間を延ばさない。
 */
export const loader = guarded(
  "public",
  "lookup.view",
  async ({ url, useCase }) => {
    const { searchParams: query } = url;
    const { editionId, rulebook } = currentRulebook(useCase);
    const revision = query.get("revision") === "13" ? 13 : 14;
    const words = query.get("words");
    const body: IndustryHits | IndustryPick =
      words !== null
        ? industryHitList(rulebook, revision, words.slice(0, WORDS_LIMIT))
        : industryPick(rulebook, {
            revision,
            at: query.get("at") ?? "",
            prefecture: query.get("prefecture") ?? "",
            municipality: query.get("municipality") ?? undefined,
            on: today(useCase),
          });
    const cache = query.get("edition") === editionId ? forever : "no-store";
    return Response.json(body, { headers: { "Cache-Control": cache } });
  },
  { background: true },
);
