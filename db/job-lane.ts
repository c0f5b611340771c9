/** 仕事の並ぶ列。 */

/**
 * single: 手元だけで終わる仕事。letters: 決定の通知書を作る仕事。outside: 外の相手を待つ仕事。
 * bulk: 大勢に送る仕事。列どうしは互いに待たない。
 */
export type JobLane = "single" | "letters" | "outside" | "bulk";

const lanes: Readonly<Record<string, JobLane>> = {
  issueCertificate: "letters",
  issueDeclineNotice: "letters",
  issueRevocationNotice: "letters",
  mail: "outside",
  notifyClient: "outside",
  fetchCompanyFacts: "outside",
};

/** 名指ししないときの列。 */
export const laneOf = (topic: string): JobLane => lanes[topic] ?? "single";
