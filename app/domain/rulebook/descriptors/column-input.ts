/**
 * 表と欄の言葉（descriptor）の形。表の題、欄の見出し、書き方の種類を一か所で決め、
 * 編集の画面、編集の記録、版の差分、点検の一覧がここから読む。
 */
import { certainties, certaintyLabel } from "../certainty.ts";
import type { RowOf, TableName } from "../tables.ts";

/** ほかの表の行を指す先。label は行の呼び名に使う欄。 */
export type ReferenceTarget = {
  readonly table: TableName;
  /** 指す欄。 */
  readonly value: string;
  readonly label: readonly string[];
  /** 両方の表にあり、同じ値の行だけを選べる欄（指針の中の項目など）。 */
  readonly within?: string;
};

/** 欄の書き方の種類。値はどれも CSV と同じ書き方の文字列。 */
export type ColumnInput =
  | { readonly kind: "text" | "longText" | "identifier" | "date" | "order" }
  | { readonly kind: "number"; readonly unit?: string }
  | { readonly kind: "choice"; readonly options: Readonly<Record<string, string>> }
  | { readonly kind: "reference"; readonly target: ReferenceTarget }
  /** 縦棒か空白で区切った一覧。ordered は並びに意味がある。 */
  | {
      readonly kind: "references";
      readonly target: ReferenceTarget;
      readonly separator: "|" | " ";
      readonly ordered: boolean;
    }
  /** 縦棒で区切った一覧。 */
  | { readonly kind: "list"; readonly options?: Readonly<Record<string, string>> };

export type ColumnDescriptor = {
  readonly label: string;
  readonly input: ColumnInput;
  readonly help?: string;
  /** 打つ欄でも、値の後に呼び名を添えて見せるときの、呼び名のある表。 */
  readonly named?: ReferenceTarget;
};

/** ある行から、その行に関わるほかの表の行へ。 */
export type RelatedRows = {
  readonly label: string;
  readonly table: TableName;
  /** 絞り込む欄と、こちらの行の値の欄。 */
  readonly column: string;
  readonly from: string;
};

export const tableGroups = {
  routing: "業種と指針・提出先の対応",
  guidelines: "指針と項目",
  indicators: "指標と下限",
  offices: "局と長、管轄",
  ministries: "省庁と都道府県",
  equipment: "設備",
  procedure: "条文、処理日数、休日",
  letters: "文書",
  attachments: "添付書類と事業承継等",
  industries: "日本標準産業分類",
} as const;

export type TableGroup = keyof typeof tableGroups;

export type TableDescriptor<T extends TableName = TableName> = {
  readonly title: string;
  /** 申請者や審査に何をもたらす表か。 */
  readonly lead: string;
  readonly group: TableGroup;
  readonly columns: { readonly [C in keyof RowOf<T>]: ColumnDescriptor };
  /** 行の属する範囲。表を離れて行を呼ぶとき（差分、編集の記録）に、呼び名の前に付ける。 */
  readonly scope?: readonly (keyof RowOf<T> & string)[];
  /** 行の呼び名にする欄。 */
  readonly heading: readonly (keyof RowOf<T> & string)[];
  /** 一覧に出す欄（呼び名の欄と、確かさ・出典の外に）。 */
  readonly listed: readonly (keyof RowOf<T> & string)[];
  /** 選んで絞り込める欄。 */
  readonly filters: readonly (keyof RowOf<T> & string)[];
  readonly related?: readonly RelatedRows[];
  /** 後から一緒に足した欄の組と、足す前のファイルを読むときに補う値。 */
  readonly addedLater?: readonly { readonly [C in keyof RowOf<T> & string]?: string }[];
};

export const text = (label: string, help?: string): ColumnDescriptor =>
  described(label, { kind: "text" }, help);
export const longText = (label: string, help?: string): ColumnDescriptor =>
  described(label, { kind: "longText" }, help);
export const identifier = (label: string, help?: string): ColumnDescriptor =>
  described(label, { kind: "identifier" }, help);
export const date = (label: string, help?: string): ColumnDescriptor =>
  described(label, { kind: "date" }, help);
export const number = (label: string, unit?: string, help?: string): ColumnDescriptor =>
  described(label, unit === undefined ? { kind: "number" } : { kind: "number", unit }, help);
export const choice = (
  label: string,
  options: Readonly<Record<string, string>>,
  help?: string,
): ColumnDescriptor => described(label, { kind: "choice", options }, help);
export const list = (
  label: string,
  help: string,
  options?: Readonly<Record<string, string>>,
): ColumnDescriptor =>
  described(label, options === undefined ? { kind: "list" } : { kind: "list", options }, help);

/** ほかの表から一つを選ぶ欄。 */
export const reference = (label: string, target: ReferenceTarget, help?: string): ColumnDescriptor =>
  described(label, { kind: "reference", target }, help);

/** ほかの表から選んで並べる欄。 */
export const ordered = (label: string, target: ReferenceTarget, help?: string): ColumnDescriptor =>
  described(label, { kind: "references", target, separator: "|", ordered: true }, help);

/** ほかの表から当てはまる物を選ぶ欄。 */
export const several = (label: string, target: ReferenceTarget, separator: "|" | " "): ColumnDescriptor =>
  described(label, { kind: "references", target, separator, ordered: false }, undefined);

/** 指す先。欄の名前を型で確かめる。 */
export const target = <T extends TableName>(
  table: T,
  value: keyof RowOf<T> & string,
  label: readonly (keyof RowOf<T> & string)[],
  within?: keyof RowOf<T> & string,
): ReferenceTarget => (within === undefined ? { table, value, label } : { table, value, label, within });

function described(label: string, input: ColumnInput, help: string | undefined): ColumnDescriptor {
  return help === undefined ? { label, input } : { label, input, help };
}

export const order: ColumnDescriptor = { label: "順番", input: { kind: "order" } };
export const note = text("備考", "管理者だけが読みます。");
export const yesNo = (label: string, yes = "はい", no = "いいえ", help?: string): ColumnDescriptor =>
  choice(label, { yes, no }, help);

/** すべての表が持つ欄。 */
export const facts = {
  certainty: choice(
    "確かさ",
    Object.fromEntries(certainties.map((certainty) => [certainty, certaintyLabel[certainty]])),
    "「仕様書による」と「公開資料で確認」の決まりだけが申請を止めます。ほかは警告にとどまります。",
  ),
  source: text("出典", "官報、告示、ホームページのアドレスなど。根拠がなければ「根拠なし」と書きます。"),
};
