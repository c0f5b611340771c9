/** 後から増えた欄。増える前に書いた版の行には、この値があったものとして読む。 */
import type { TableName } from "./tables.ts";

type Body = Readonly<Record<string, unknown>>;

const addedColumns: Readonly<Partial<Record<TableName, Body>>> = {
  indicators: { withoutFloor: true },
  letters: { ministry: null, office: null },
  letterParagraphs: { ministry: null, office: null },
  letterItems: { ministry: null, office: null },
};

/** 置いてある行の中身に、後から増えた欄を補う。 */
export const completeBody = (table: TableName, body: Body): Body => ({ ...addedColumns[table], ...body });
