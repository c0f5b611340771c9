/** 先に施行される公布済みの版に、この版の変更が入っているか。入っていなければ、その版の施行で元に戻る。 */
import { diffEditions, type RowDiff } from "./edition-diff.ts";
import { proofCheck, type ProofCheck, type ProofFinding } from "./proof-check.ts";
import { keyOfRow } from "./row-cells.ts";
import { linkToRow, type RowLink } from "./row-link.ts";
import type { RulebookTableRows, TableName } from "./tables.ts";

/** 点検する版の周りの版。 */
export type SurroundingEditions = {
  /** 写しの元の中身。この版が何を変えたかを、ここから見る。 */
  readonly base: RulebookTableRows;
  /** この版より後に施行される、公布済みの版。 */
  readonly later: readonly {
    readonly label: string;
    /** YYYY-MM-DD */
    readonly effectiveFrom: string;
    readonly tables: RulebookTableRows;
  }[];
};

/** @param surrounding 周りの版。分からなければ null で、何も調べない */
export function checkLaterEditions(
  tables: RulebookTableRows,
  surrounding: SurroundingEditions | null,
): ProofCheck {
  const later = surrounding?.later ?? [];
  const changes = surrounding === null || later.length === 0 ? [] : changesIn(surrounding.base, tables);
  const findings = later.flatMap((edition): readonly ProofFinding[] => {
    const theirs = new Map(
      changesIn(surrounding?.base ?? tables, edition.tables).map((change) => [change.id, change.row]),
    );
    return changes.flatMap((change) => {
      const lost = lostWords(change.row, theirs.get(change.id));
      if (lost === null) return [];
      return [
        {
          severity: "warn",
          where: `${change.tableTitle}　${change.row.title}`,
          message: `${lost}が、${edition.effectiveFrom}に施行される「${edition.label}」には入っていません。その版が施行されると、元に戻ります。`,
          rows: linksTo(tables, change.table, change.row.key),
        },
      ];
    });
  });
  return proofCheck("laterEditions", "後に施行される版との食い違い", changes.length * later.length, findings);
}

type Change = {
  readonly id: string;
  readonly table: TableName;
  readonly tableTitle: string;
  readonly row: RowDiff;
};

const changesIn = (base: RulebookTableRows, tables: RulebookTableRows): readonly Change[] =>
  diffEditions(base, tables).tables.flatMap(({ table, title, rows }) =>
    rows.map((row) => ({ id: `${table}/${row.key}`, table, tableTitle: title, row })),
  );

/**
 * @param theirs 後の版が同じ行にした変更。していなければ undefined
 * @returns 失われる変更の言葉。後の版も同じ所を変えていれば null
 */
function lostWords(mine: RowDiff, theirs: RowDiff | undefined): string | null {
  switch (mine.kind) {
    case "added":
      return theirs === undefined ? "足した行" : null;
    case "removed":
      return theirs === undefined ? "消したこと" : null;
    case "changed": {
      if (theirs?.kind === "removed") return null;
      const touched = new Set(theirs?.fields.map(({ column }) => column));
      const lost = mine.fields.filter(({ column }) => !touched.has(column));
      if (lost.length === 0) return null;
      return lost
        .map(({ label, before, after }) => `${label}を「${before}」から「${after}」に変えたこと`)
        .join("、");
    }
  }
}

/** 消した行には、開く行がない。 */
const linksTo = (tables: RulebookTableRows, table: TableName, key: string): readonly RowLink[] =>
  tables[table].filter((row) => keyOfRow(table, row) === key).map((row) => linkToRow(table, row));
