/** 点検の結果。error は申請を止め、warning は保存して審査担当にも見せる（DESIGN §4.6）。 */
export type Finding = {
  /** どの点検か（messages の目録の鍵）。 */
  readonly check: string;
  readonly severity: "error" | "warning";
  readonly section: string;
  /** 欄の名前。行の中の欄は「行の欄.列」。 */
  readonly field: string;
  readonly rowId?: string;
  /** 行の呼び名と、画面での順番（「設備 3」）。一覧に並べるときに添える。 */
  readonly rowName?: string;
  /** 何が問題で、どう直すか。 */
  readonly message: string;
};

/** 一覧に並べる文。行の中の指摘には、どの行かを添える。 */
export const findingWords = ({ rowName, message }: Pick<Finding, "rowName" | "message">): string =>
  rowName === undefined ? message : `${rowName}　${message}`;

/** 画面の中での欄の id。入力欄、誤りの一覧のリンク、確認画面のリンクが同じ物を使う。 */
export function fieldAnchor(field: string, rowId?: string): string {
  const [rows, column] = field.split(".");
  return rowId === undefined || column === undefined ? (rows ?? field) : `${rows}-${rowId}-${column}`;
}
