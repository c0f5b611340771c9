/** 編集中の版の項目の番号を付け直す。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { editDraftRow } from "#app/usecases/rulebook/edit-draft-row.server.ts";
import { moveDraftRow } from "#app/usecases/rulebook/move-draft-row.server.ts";
import { openEditionTable } from "#app/usecases/rulebook/open-edition-table.server.ts";
import { openEdition } from "#app/usecases/rulebook/open-edition.server.ts";
import { proveStoredEdition } from "#app/usecases/rulebook/prove-edition.server.ts";
import { renumberDraftItems } from "#app/usecases/rulebook/renumber-draft-items.server.ts";
import { undoDraftEdit } from "#app/usecases/rulebook/undo-draft-edit.server.ts";
import { draftEdition } from "#test/support/editions.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf } from "#test/support/procedure.ts";

let portal: TestServices;
let editor: UseCaseContext;
const reason = "公表順に直すため";
const table = "guidelineItems";

beforeAll(async () => {
  portal = await startTestServices();
  editor = await logIn(portal, "administrator-1");
});
afterAll(() => portal.close());

/** 区分イの項目。公表順。 */
const sectionRows = async (editionId: string) =>
  expectOk(await openEditionTable(editor, { editionId, table })).rows.filter(
    ({ cells }) => cells["section"] === "manufacturing-s1",
  );
const shown = async (editionId: string) =>
  (await sectionRows(editionId)).map(
    ({ cells }) => `${cells["id"]} ${cells["code"]} ${cells["printedCode"]}`,
  );
const failing = async (editionId: string) =>
  expectOk(await proveStoredEdition(editor, portal.services.pdf, { editionId })).checks.find(
    ({ id }) => id === "itemNumbers",
  )?.outcome;

describe("項目の番号の付け直し", () => {
  it("並べ替えると点検が止め、付け直すと通る。一つの編集として残り、一度に取り消せる", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const [, second] = await sectionRows(editionId);
    if (second === undefined) throw new Error("項目がありません。");
    expectOk(await moveDraftRow(editor, { editionId, table, reason, ...second, place: "first" }));
    const moved = await shown(editionId);
    expect(await failing(editionId)).toBe("fail");

    const rows = await sectionRows(editionId);
    const { revision } = expectOk(await renumberDraftItems(editor, { editionId, reason, rows }));
    expect(await shown(editionId)).toEqual([
      "manufacturing-1-2 (1) イ(1)",
      "manufacturing-1-1 (2) イ(2)",
      "manufacturing-1-3 (3) イ(3)",
    ]);
    expect(await failing(editionId)).not.toBe("fail");
    const { edits } = expectOk(await openEdition(editor, editionId));
    expect(edits[0]).toMatchObject({ revision, kind: "bulk", reason, tableName: table });
    expect(edits[0]?.changes).toHaveLength(2);

    expectOk(await undoDraftEdit(editor, { editionId, revision, reason }));
    expect(await shown(editionId)).toEqual(moved);
  });

  it("もう順のとおりなら、何も書かない", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const rows = await sectionRows(editionId);
    expect(refusalOf(await renumberDraftItems(editor, { editionId, reason, rows }))).toMatchObject({
      kind: "invalid",
    });
    expect(expectOk(await openEdition(editor, editionId)).edits).toEqual([]);
  });

  it("画面を開いた後にほかの人が直した項目があれば、どの番号も変えない", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const [first, second] = await sectionRows(editionId);
    if (first === undefined || second === undefined) throw new Error("項目がありません。");
    expectOk(await moveDraftRow(editor, { editionId, table, reason, ...second, place: "first" }));
    const rows = await sectionRows(editionId);
    const other = await logIn(portal, "administrator-2");
    expectOk(
      await editDraftRow(other, { editionId, table, reason, ...first, cells: { note: "先に書いた" } }),
    );
    const before = await shown(editionId);
    expect(refusalOf(await renumberDraftItems(editor, { editionId, reason, rows })).kind).toBe("draftRows");
    expect(await shown(editionId)).toEqual(before);
  });
});
