/** 表の一覧の一行と、まとめて変える欄の値。route が作る。 */
import type { Certainty } from "#app/domain/rulebook/certainty.ts";
import type { FieldOption } from "../primitives/field-props.ts";
import type { CellField } from "./row-panel.ts";

export type ListedColumn = {
  readonly column: string;
  readonly label: string;
  readonly align: "start" | "end";
  readonly nowrap: boolean;
  readonly sortHref: string;
  readonly sorted: "ascending" | "descending" | null;
};

export type ListedRow = {
  readonly factId: string;
  readonly heading: string;
  /** 行を広げる宛先。 */
  readonly href: string;
  readonly open: boolean;
  /** 欄の順の、言葉にした値。 */
  readonly cells: readonly string[];
  readonly certainty: Certainty;
  readonly confirmed: boolean;
  readonly source: string;
  /** この版で書いた行か。 */
  readonly changed: boolean;
  readonly selected: boolean;
  /** 順番のない表では null。 */
  readonly order: {
    readonly position: string;
    readonly group: string;
    readonly up: boolean;
    readonly down: boolean;
    /** 動かした直後に焦点を戻すボタン。 */
    readonly focus: "up" | "down" | null;
  } | null;
  readonly links: readonly { readonly href: string; readonly label: string }[];
};

/** まとめて変える欄。column が空なら、まだ欄を選んでいない。 */
export type BulkValues = {
  readonly open: boolean;
  /** 絞り込みに合う全部の行の数。 */
  readonly matching: number;
  readonly everything: boolean;
  readonly columns: readonly FieldOption[];
  readonly textColumns: readonly FieldOption[];
  readonly field: CellField | null;
  readonly replaceColumn: string;
  readonly find: string;
  readonly replacement: string;
  readonly reason: string;
  readonly revision: number;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** 書けなかった行と理由。 */
  readonly refused: readonly { readonly heading: string; readonly message: string }[];
};
