/** 審査の一覧の言葉: 列、並べ替え、まとめ方、絞り込みの選択肢。画面、書出し、URL が同じ名前を読む。 */
import { type Status, statuses } from "../workflow/statuses.ts";

/** 一覧に出る状態。引き戻された申請は下書きに戻り、局の目に触れない。 */
export type ListedStatus = Exclude<Status, "draft">;
export const listedStatuses = statuses.filter((status): status is ListedStatus => status !== "draft");
/** 局がまだ終えていない状態。 */
export const openStatuses = [
  "submitted",
  "accepted",
  "underReview",
] as const satisfies readonly ListedStatus[];

/** 列。 */
export const listColumns = {
  receiptNumber: "受付番号",
  companyName: "事業者名",
  status: "状態",
  filedOn: "申請日",
  acceptedOn: "受理日",
  certifiedOn: "認定日",
  documentNumber: "文書番号",
  office: "提出先",
  ministry: "省庁",
  prefecture: "都道府県",
  industry: "産業分類",
  guideline: "事業分野別指針",
  kind: "新規・変更",
  assignee: "担当",
  due: "目安の日",
  elapsed: "経過日数",
  equipmentTypes: "設備の類型",
  returnKinds: "差戻しの理由",
  returns: "差戻しの回数",
  companyKey: "法人番号",
  updatedOn: "更新日",
} as const;

export type ListColumn = keyof typeof listColumns;

/** 選んでいないときの列。 */
export const usualColumns: readonly ListColumn[] = [
  "receiptNumber",
  "companyName",
  "status",
  "filedOn",
  "office",
  "assignee",
  "due",
  "elapsed",
];

/** 差戻しの指摘の種類。 */
export const returnKindWords = { wrong: "誤り", missing: "不足", unclear: "不明" } as const;
export type ReturnKind = keyof typeof returnKindWords;

export const kindWords = { new: "新規", change: "変更" } as const;
export const proposalWords = { certify: "認定の起案", decline: "不認定の起案" } as const;

/** ほかの局の回答を待っているもの。 */
export const waitingWords = { consultation: "同意・意見待ち" } as const;

/** 処理の目安の日の様子。 */
export const dueStateWords = {
  over: "目安を過ぎた",
  soon: "3業務日以内",
  stopped: "停止中",
} as const;

/** 並べ替え。どの順も、同じ値の中は届いた順。 */
export const listSorts = {
  filed: "届いた順",
  company: "事業者名",
  started: "経過日数",
  due: "目安の日",
  updated: "更新日",
} as const;
export type ListSort = keyof typeof listSorts;

/** 件数をまとめる項目。 */
export const listGroups = {
  status: "状態",
  office: "提出先",
  ministry: "省庁",
  prefecture: "都道府県",
  guideline: "事業分野別指針",
  assignee: "担当",
} as const;
export type ListGroup = keyof typeof listGroups;
