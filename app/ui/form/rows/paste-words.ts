/** 貼り付けた結果の言葉。 */
import type { RowsSpec } from "#app/domain/plan/field.ts";
import type { PastedRows } from "#app/domain/plan/pasted-rows.ts";

/** 貼り付けた数と、貼り付けなかった物。 */
export type PasteSummary = Pick<PastedRows, "cutColumns" | "cutRows" | "unknownHeads"> & {
  readonly rows: number;
  readonly unread: number;
};

export const summaryOf = ({
  touched,
  unread,
  cutColumns,
  cutRows,
  unknownHeads,
}: PastedRows): PasteSummary => ({
  rows: touched.length,
  unread: unread.length,
  cutColumns,
  cutRows,
  unknownHeads,
});

/** 「12行を貼り付けました。3つの値は読めませんでした。」 */
export const pasteWords = ({ rows, unread }: PasteSummary): string =>
  rows === 0
    ? "貼り付ける行がありませんでした。"
    : `${rows}行を貼り付けました。${unread === 0 ? "" : `${unread}つの値は読めませんでした。`}`;

/** 貼り付けなかった物のわけ。 */
export const pasteNotes = (spec: RowsSpec, pasted: PasteSummary): readonly string[] => [
  ...(pasted.cutRows > 0
    ? [`${spec.label}は${spec.maxRows}件までです。後ろの${pasted.cutRows}行は貼り付けていません。`]
    : []),
  ...(pasted.cutColumns > 0 ? [`右にはみ出した${pasted.cutColumns}列は貼り付けていません。`] : []),
  ...(pasted.unknownHeads.length > 0
    ? [`「${pasted.unknownHeads.join("」「")}」の列は、同じ見出しの欄がないので貼り付けていません。`]
    : []),
];
