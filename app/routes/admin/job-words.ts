import type { JobState } from "#app/usecases/operations/read-jobs.server.ts";

export const jobStateWords = {
  waiting: "待機中",
  dead: "失敗",
  done: "完了",
  skipped: "行わない",
} as const satisfies Record<JobState, string>;

const topics: Readonly<Record<string, string>> = {
  mail: "メールの送信",
  bulkMail: "大勢へのメールの送信",
  planDigests: "一日のまとめの準備",
  digest: "一日のまとめ",
  issueCertificate: "認定通知書の作成",
  issueDeclineNotice: "不認定通知書の作成",
  issueRevocationNotice: "認定の取消しの通知書の作成",
  issueConfirmation: "投資計画の確認書の作成",
  storeFiledPaper: "申請書と受付票の作成",
  scanAttachment: "添付書類の検査",
  replayEdition: "申請の再計算",
  exportList: "一覧の書出し",
  notifyClient: "連携先への知らせ",
  fetchCompanyFacts: "会社の公表の値の取得",
  publishMonth: "認定を受けた事業者の一覧の公表",
  remindReports: "実施状況報告の知らせの準備",
  remindPlanEnds: "計画の実施時期の終わりの知らせ",
  keepAuditHead: "監査の控え",
  sweepAttachments: "使われない添付の片付け",
};

/** 仕事の種類の言葉。知らない種類は符号のまま。 */
export const topicWord = (topic: string): string =>
  Object.hasOwn(topics, topic) ? (topics[topic] ?? topic) : topic;
