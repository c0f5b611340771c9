import type { FindingCode, FindingEffect } from "#app/domain/hand-over/finding.ts";
import type { HandOverCounts, HandOverStep } from "#app/domain/hand-over/progress.ts";
import { count, identifier, index, instant, json, sequence, table, uniqueIndex, words } from "./columns.ts";

/** 引継ぎの取込み。一つの一式（目録のハッシュ）に一度だけ。束を書く取引で進む。 */
export const handOverRuns = table(
  "hand_over_runs",
  {
    id: identifier("id").primaryKey(),
    /** 目録のハッシュ。 */
    manifestSha256: words("manifest_sha256").notNull(),
    /** 一式を作ったシステムの名前と、作った日時。 */
    madeBy: words("made_by").notNull(),
    madeAt: instant("made_at").notNull(),
    /** mismatched: 取り込んだ後の突き合わせが合わない。 */
    state: words("state").$type<"running" | "done" | "mismatched">().notNull(),
    step: words("step").$type<HandOverStep>().notNull(),
    /** その段で書き終えた所。 */
    position: count("position").notNull(),
    counts: json<HandOverCounts>("counts").notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    uniqueIndex("hand_over_runs_manifest").on(t.manifestSha256),
    index("hand_over_runs_started").on(t.startedAt),
  ],
);

/** 取り込まなかった行、直した行、捨てた物。追記だけ。 */
export const handOverFindings = table(
  "hand_over_findings",
  {
    sequence: sequence("sequence"),
    runId: identifier("run_id")
      .notNull()
      .references(() => handOverRuns.id),
    effect: words("effect").$type<FindingEffect>().notNull(),
    file: words("file").notNull(),
    line: count("line").notNull(),
    field: words("field").notNull(),
    code: words("code").$type<FindingCode>().notNull(),
    reason: words("reason").notNull(),
  },
  (t) => [index("hand_over_findings_run").on(t.runId, t.sequence)],
);
