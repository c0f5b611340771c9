/** 変更の前と後の対照。変更事項に添えて様式に書き、値の欄は一行、表は行ごとに一行にまとめる。 */
import { rowOfChange } from "./changed-parts.ts";
import type { DocumentChange } from "./document-difference.ts";

export type ChangeLine = {
  readonly id: string;
  /** 「8 経営力向上設備等の種類」と「設備等 2行目（追加）」の二行。 */
  readonly place: string;
  /** 無ければ空。 */
  readonly before: string;
  readonly after: string;
};

const rowWords = { added: "追加", removed: "削除", changed: "変更" } as const;

/**
 * @param changes 変える元の版との違い（changedParts）
 * @param numberOf 区画の様式での番号。無ければ空
 */
export const changeLines = (
  changes: readonly DocumentChange[],
  numberOf: (section: string) => string,
): readonly ChangeLine[] =>
  [...Map.groupBy(changes, rowOfChange)].flatMap(([key, own]): readonly ChangeLine[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { section, sectionTitle, label, row } = first;
    const title = [numberOf(section), sectionTitle].filter((part) => part !== "").join(" ");
    const written = (side: "before" | "after"): string =>
      row === undefined
        ? first[side]
        : own
            .filter((change) => row.kind === "changed" || change[side] !== "")
            .map((change) => `${change.label}：${change[side] === "" ? "記載なし" : change[side]}`)
            .join("\n");
    const place = row === undefined ? label : `${row.table} ${row.position}行目（${rowWords[row.kind]}）`;
    return [{ id: key, place: `${title}\n${place}`, before: written("before"), after: written("after") }];
  });
