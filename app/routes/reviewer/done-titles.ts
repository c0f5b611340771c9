/** 操作の後に記録の画面で知らせる言葉。URL の done の値から引く。 */
const titles: Readonly<Record<string, string>> = {
  accepted: "受理しました",
  tookOver: "審査を引き継ぎました",
  bounceConfirmed: "届かなかったメールを確かめたことを残しました",
  noted: "メモを残しました",
  checked: "確認の一覧に新しい項目を取り込みました",
  reassigned: "担当を替えました",
  started: "審査を始めました",
  paused: "審査を中断しました",
  resumed: "審査を再開しました",
  acceptanceCorrected: "受理日を訂正しました",
  consulted: "ほかの局に求めました",
  unconsulted: "求めを取り下げました",
  returned: "申請者に差し戻しました",
  proposed: "起案しました",
  sentBack: "起案を差し戻しました",
  certified: "認定しました",
  declined: "不認定にしました",
  corrected: "認定通知書を訂正しました",
  revoked: "認定の取消しを記録しました",
};

/** @returns 知らない値なら null */
export const doneTitle = (done: string | null): string | null =>
  done === null || !Object.hasOwn(titles, done) ? null : (titles[done] ?? null);
