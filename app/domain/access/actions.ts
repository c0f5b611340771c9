/** 権限で守る操作の語彙。route と use case はこの中の一つを名乗る。 */

/** 操作と、監査記録・画面に出す名前。 */
export const ACTION_NAMES = {
  "lookup.view": "提出先・指針の検索",
  "guideline.view": "事業分野別指針の閲覧",
  "certificate.verify": "認定書の真正性の確認",
  "company.view": "申請者の入口の閲覧",
  "plan.draft": "下書きの作成・編集",
  "plan.file": "申請の提出",
  "plan.recall": "提出の引戻し",
  "plan.withdraw": "申請の取下げ",
  "plan.viewOwn": "自社の申請の閲覧",
  "certificate.download": "認定通知書の取得",
  "message.read": "連絡の閲覧",
  "message.send": "連絡の送信",
  "review.list": "審査の一覧の閲覧",
  "review.view": "申請の閲覧",
  "review.hold": "審査中の表示と引継ぎ",
  "review.note": "内部のメモ",
  "review.check": "審査の確認の記録",
  "review.accept": "受理",
  "review.assign": "担当の割当て",
  "review.reassign": "担当の変更",
  "review.transfer": "移送",
  "review.return": "差戻し",
  "review.propose": "起案",
  "review.certify": "認定",
  "review.decline": "不認定",
  "review.sendBack": "起案の戻し",
  "consultation.ask": "意見照会と同意の求め",
  "consultation.answer": "意見照会への回答",
  "consultation.consent": "共管の同意の回答",
  "office.editTexts": "局の文例の編集",
  "office.editChecklists": "局の確認の一覧の編集",
  "rulebook.view": "規則集の閲覧",
  "rulebook.edit": "規則集の編集",
  "rulebook.publish": "規則集の公布",
  "users.manage": "利用者と権限の管理",
  "audit.view": "監査記録の閲覧",
  "mails.view": "通知メールの閲覧",
  "jobs.view": "処理の状況の閲覧",
  "directory.manage": "会社の公表の値の確認",
  "statistics.view": "統計の閲覧",
  "exports.run": "一覧の書出し",
  "enquiry.view": "問合せ記録の閲覧",
  "enquiry.viewApplication": "同意を得た申請の閲覧",
  "certificate.correct": "認定通知書の訂正",
  "certificate.revoke": "認定の取消し",
  "certificate.issue": "認定通知書の作成",
  "paper.store": "申請書と受付票の作成",
  "mails.send": "通知メールの送信",
} as const;

/** 操作の符号。 */
export type Action = keyof typeof ACTION_NAMES;

/** すべての操作。 */
export const ACTIONS = Object.keys(ACTION_NAMES) as readonly Action[];
