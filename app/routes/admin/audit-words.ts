import { ACTION_NAMES, type Action } from "#app/domain/access/actions.ts";

const isAction = (code: string): code is Action => Object.hasOwn(ACTION_NAMES, code);

/** 権限の表にない記録（断った操作、ログインなど）の言葉。 */
const others: Readonly<Record<string, string>> = {
  "access.refused": "断った操作",
  "audit.keepHead": "監査の控え",
  "session.start": "ログイン",
  "session.refused": "ログインを断ったこと",
  "access.askChange": "職員の権限の変更の求め",
  "access.decideChange": "職員の権限の変更の決定",
  "accounts.askChange": "アカウントの変更の求め",
  "accounts.decideChange": "アカウントの変更の決定",
  "accounts.moveApplication": "申請を引き継いだ会社に移したこと",
  "access.withholdRole": "職員の役割を外したこと",
  "access.invite": "職員の招き",
  "session.end": "ほかの端末のログインの終了",
  "session.endAll": "すべての端末のログアウト",
  "exports.request": "一覧の書出しの依頼",
  "exports.tell": "一覧の書出しの知らせ",
  "digest.send": "一日のまとめの送信",
  "surveys.reject": "調査のメールの取りやめ",
  "surveys.stop": "調査のメールの停止",
  "surveys.spread": "調査のメールを送る列に入れたこと",
  "jobs.skip": "処理を行わない決定",
  "jobs.retry": "処理の再実行の依頼",
  "review.search": "審査の一覧の検索",
  "review.saveView": "一覧の見方の保存",
  "review.removeView": "一覧の見方の削除",
  "rulebook.fillSearch": "業種の読みと呼び名の補い",
  "rulebook.startReplay": "申請の再計算の開始",
  "rulebook.cancelReplay": "申請の再計算の中止",
  "rulebook.exportReplay": "再計算の結果の書出し",
  "attachment.add": "書類の添付",
  "attachment.refuse": "添付を断ったこと",
  "attachment.remove": "添付の取り除き",
  "attachment.scan": "添付書類の検査",
  "attachment.download": "添付書類の取得",
  "attachment.sweep": "使われない添付の片付け",
  "application.start": "申請の作成",
  "application.startChange": "変更の認定申請の作成",
  "application.file": "申請の提出",
  "confirmation.start": "確認の申請の作成",
  "demonstration.load": "見本のデータの投入",
  "directory.overrideClosure": "閉鎖された会社の申請を認めたこと",
  "exports.download": "一覧の書出しの取得",
  "plan.takeOverSection": "区画の編集の引継ぎ",
  "review.takeOver": "審査の引継ぎ",
  "handOver.start": "引継ぎの取込みの開始",
  "handOver.resume": "引継ぎの取込みの再開",
  "handOver.write": "引継ぎの取込み",
  "handOver.finish": "引継ぎの取込みの終わり",
  "handOver.export": "全部のデータの書出し",
};

/** 監査の対象の種類の言葉。 */
const subjects: Readonly<Record<string, string>> = {
  auditHead: "監査の控え",
  accessChange: "権限とアカウントの求め",
  account: "利用者",
  apiClient: "連携先",
  application: "申請",
  applicationSection: "申請の区画",
  assignRule: "担当の決まり",
  attachment: "添付書類",
  audit: "監査記録",
  certification: "認定",
  checklistTemplate: "確認の一覧",
  company: "会社",
  confirmation: "確認の申請",
  database: "データベース",
  export: "一覧の書出し",
  handOver: "データの引継ぎ",
  issuer: "ログインの発行者",
  job: "処理",
  list: "一覧",
  mail: "メール",
  mails: "メールの一覧",
  plan: "認定された計画",
  planRequest: "認定の後の届出と申出",
  progressReport: "実施状況報告",
  publication: "公表",
  route: "画面",
  rulebookEdition: "規則集の版",
  savedView: "一覧の見方",
  sharedPlan: "連携先に渡す計画",
  staff: "職員",
  substitution: "代決",
  survey: "調査のメール",
  textBlock: "文例",
};

/** 対象の種類の言葉。知らない種類は符号のまま。 */
export const auditSubject = (kind: string): string =>
  Object.hasOwn(subjects, kind) ? (subjects[kind] ?? kind) : kind;

/** 監査に残る操作の言葉。知らない操作は符号のまま。 */
export function auditWord(code: string): string {
  if (isAction(code)) return ACTION_NAMES[code];
  return Object.hasOwn(others, code) ? (others[code] ?? code) : code;
}
