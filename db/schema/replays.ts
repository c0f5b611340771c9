import type { DifferenceKind } from "#app/domain/plan/difference-kinds.ts";
import type { PlanDifference } from "#app/domain/plan/replay-plan.ts";
import { applications } from "./applications.ts";
import { count, identifier, index, instant, json, primaryKey, table, words } from "./columns.ts";
import { rulebookEditions } from "./rulebook.ts";

/** 公布の前の、申請の再計算。働き手が少しずつ進める。 */
export const editionReplays = table(
  "edition_replays",
  {
    id: identifier("id").primaryKey(),
    editionId: identifier("edition_id")
      .notNull()
      .references(() => rulebookEditions.id),
    /** 読んだ中身の、編集の通し番号。 */
    revision: count("revision").notNull(),
    /** outdated は、途中で版が編集されたので止めたもの。 */
    state: words("state").$type<"running" | "done" | "cancelled" | "failed" | "outdated">().notNull(),
    /** 読み比べた申請の数と、全部の数。 */
    done: count("done").notNull(),
    total: count("total").notNull(),
    /** failed の訳。 */
    problem: words("problem"),
    startedByName: words("started_by_name").notNull(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [index("edition_replays_edition").on(t.editionId)],
);

/** 再計算する申請。変わらない申請の欄は null のまま。 */
export const replayedPlans = table(
  "replayed_plans",
  {
    replayId: identifier("replay_id")
      .notNull()
      .references(() => editionReplays.id),
    /** 読む順番。0 から。 */
    position: count("position").notNull(),
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    kinds: json<readonly DifferenceKind[]>("kinds"),
    difference: json<PlanDifference>("difference"),
  },
  (t) => [primaryKey({ columns: [t.replayId, t.position] })],
);
