import { INTENT, serializeIntent } from "@conform-to/dom";
import type { RowIntents } from "#app/ui/form/rows/row-intent.ts";

/** conform の意図に無い操作のボタンの名前。値は「操作/行の欄/位置」。 */
export const ROW_OPERATION = "row-operation";
/** 貼り付ける文字の欄の名前の頭。 */
export const PASTE_PREFIX = "paste:";

/** 行の操作のボタン。JavaScript が無いときに押すと、打たれた値ごと保存してから行が変わる。 */
export const rowIntents: RowIntents = {
  insert: (name) => ({ name: INTENT, value: serializeIntent({ type: "insert", payload: { name } }) }),
  remove: (name, index) => ({
    name: INTENT,
    value: serializeIntent({ type: "remove", payload: { name, index } }),
  }),
  move: (name, from, to) => ({
    name: INTENT,
    value: serializeIntent({ type: "reorder", payload: { name, from, to } }),
  }),
  copy: (name, index) => ({ name: ROW_OPERATION, value: `copy/${name}/${index}` }),
  paste: (name) => ({ name: ROW_OPERATION, value: `paste/${name}` }),
  pasteBox: (name) => `${PASTE_PREFIX}${name}`,
};
