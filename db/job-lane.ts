/** 仕事の並ぶ列。 */

/**
 * single: 手元だけで終わる仕事。outside: 外の相手を待つ仕事。bulk: 大勢に送る仕事。
 * 列どうしは互いに待たない。
 */
export type JobLane = "single" | "outside" | "bulk";

const outsideTopics: ReadonlySet<string> = new Set(["mail", "notifyClient", "fetchCompanyFacts"]);

/** 名指ししないときの列。 */
export const laneOf = (topic: string): JobLane => (outsideTopics.has(topic) ? "outside" : "single");
