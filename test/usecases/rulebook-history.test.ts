/** 編集の記録: 局、指針、業種などを、符号でなく呼び名で読む。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import { editChanges } from "#app/routes/admin/rulebook/edit-changes.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { addDraftRow } from "#app/usecases/rulebook/add-draft-row.server.ts";
import { editDraftRow } from "#app/usecases/rulebook/edit-draft-row.server.ts";
import { openEditionTable } from "#app/usecases/rulebook/open-edition-table.server.ts";
import { openHistory } from "#app/usecases/rulebook/open-history.server.ts";
import { removeDraftRow } from "#app/usecases/rulebook/remove-draft-row.server.ts";
import { draftEdition } from "#test/support/editions.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk } from "#test/support/procedure.ts";

let portal: TestServices;
let editor: UseCaseContext;
let editionId: string;
const reason = "指針の改正のため";

beforeAll(async () => {
  portal = await startTestServices();
  editor = await logIn(portal, "administrator-1");
});
afterAll(() => portal.close());

const rowWhere = async (table: TableName, column: string, value: string) => {
  const { rows } = expectOk(await openEditionTable(editor, { editionId, table }));
  const row = rows.find(({ cells }) => cells[column] === value);
  if (row === undefined) throw new Error(`${table} に ${value} がありません。`);
  return row;
};
const change = async (
  table: TableName,
  column: string,
  value: string,
  cells: Readonly<Record<string, string>>,
) =>
  expectOk(
    await editDraftRow(editor, {
      editionId,
      table,
      reason,
      ...(await rowWhere(table, column, value)),
      cells,
    }),
  );

/** 新しい順の、変わった欄の前と後。 */
const history = async () => {
  const { edits, references } = expectOk(await openHistory(editor, editionId));
  return edits.flatMap((edit) => editChanges(edit, references).rows);
};

describe("編集の記録の言葉", () => {
  it("指針、局の系統、業種、都道府県を、その名前で言う", async () => {
    editionId = await draftEdition(portal, "2027-04-01");
    await change("routingRules", "prefix", "01", { guideline: "manufacturing", families: "meti" });
    await change("jurisdictions", "office", "meti-hokkaido", { prefectures: "01 02" });
    const [jurisdiction, rule] = await history();
    expect(rule?.heading).toContain("01 農業");
    expect(rule?.fields).toEqual([
      {
        label: "局の系統",
        before: expect.stringContaining("農政局"),
        after: expect.stringContaining("経済産業局"),
      },
      { label: "指針", before: "農業分野", after: "製造業" },
    ]);
    expect(jurisdiction?.fields).toEqual([{ label: "都道府県", before: "北海道", after: "北海道、青森県" }]);
  });

  it("後から消した行を指す値も、写しの元の名前か、足した時の名前で言う", async () => {
    editionId = await draftEdition(portal, "2027-04-01");
    const hokkaido = await rowWhere("offices", "code", "meti-hokkaido");
    const target = { editionId, table: "offices", reason } as const;
    const cells = { ...hokkaido.cells, code: "meti-new", name: "新しい経済産業局" };
    expectOk(await addDraftRow(editor, { ...target, cells, place: "last" }));
    await change("jurisdictions", "office", "meti-hokkaido", { office: "meti-new" });
    expectOk(await removeDraftRow(editor, { ...target, ...(await rowWhere("offices", "code", "meti-new")) }));
    expectOk(await removeDraftRow(editor, { ...target, ...hokkaido }));
    const moved = (await history()).find(({ kind }) => kind === "changed");
    expect(moved?.fields).toEqual([{ label: "局", before: "北海道経済産業局", after: "新しい経済産業局" }]);
  });
});
