/** 行の操作のボタンに付ける名前と値。JavaScript が無いとき、押すと送られる。 */
export type RowIntent = { readonly name: string; readonly value: string };

export type RowIntents = {
  readonly insert: (name: string) => RowIntent;
  readonly remove: (name: string, index: number) => RowIntent;
  readonly move: (name: string, from: number, to: number) => RowIntent;
  readonly copy: (name: string, index: number) => RowIntent;
  readonly paste: (name: string) => RowIntent;
  /** 貼り付ける文字を打つ欄の名前。 */
  readonly pasteBox: (name: string) => string;
};
