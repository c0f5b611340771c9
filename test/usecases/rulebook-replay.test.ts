/** 公布の前の読み比べ: 書きかけと提出した申請の、誰の提出先と点検が変わるか。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { editDraftRow } from "#app/usecases/rulebook/edit-draft-row.server.ts";
import { openEditionTable } from "#app/usecases/rulebook/open-edition-table.server.ts";
import { removeDraftRow } from "#app/usecases/rulebook/remove-draft-row.server.ts";
import { replayEdition, type ReplayProgress } from "#app/usecases/rulebook/replay-edition.server.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import { draftEdition } from "#test/support/editions.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf, save, start, startAndFile } from "#test/support/procedure.ts";

let portal: TestServices;
let editor: UseCaseContext;
let filed = "";
let written = "";
const reason = "読み比べの試し";

beforeAll(async () => {
  portal = await startTestServices();
  editor = await logIn(portal, "administrator-1");
  const applicant = await logIn(portal, "takahashi@aoba.example.jp");
  filed = (await startAndFile(applicant, manufacturing.answers)).applicationId;
  const own = await start(applicant);
  for (const section of ["company", "industry"])
    await save(applicant, own, section, manufacturing.answers[section] ?? {});
  written = own.applicationId;
});
afterAll(() => portal.close());

const rowOf = async (editionId: string, table: TableName, wanted: Readonly<Record<string, string>>) => {
  const { rows } = expectOk(await openEditionTable(editor, { editionId, table }));
  const row = rows.find(({ cells }) =>
    Object.entries(wanted).every(([column, value]) => cells[column] === value),
  );
  if (row === undefined) throw new Error(`${table} に ${JSON.stringify(wanted)} がありません。`);
  return row;
};

describe("版の読み比べ", () => {
  it("何も変えない版では、どの申請も変わらない", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    expect(expectOk(await replayEdition(editor, { editionId }))).toEqual({ examined: 2, differences: [] });
  });

  it("局の名前と宛名を変えれば、書きかけも提出した申請も、前と後の宛名とともに挙がる", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const row = await rowOf(editionId, "offices", { code: "meti-tohoku" });
    const cells = { headTitle: "東北産業局長" };
    expectOk(await editDraftRow(editor, { editionId, table: "offices", reason, ...row, cells }));
    const heard: ReplayProgress[] = [];
    const onProgress = (progress: ReplayProgress) => void heard.push(progress);
    const { examined, differences } = expectOk(await replayEdition(editor, { editionId, onProgress }));
    expect(examined).toBe(2);
    expect(heard.at(-1)).toEqual({ done: 2, total: 2 });
    expect(differences.map(({ applicationId }) => applicationId).toSorted()).toEqual(
      [filed, written].toSorted(),
    );
    for (const { routing, added, removed } of differences) {
      expect(routing).toMatchObject({
        before: { addressee: "東北経済産業局長" },
        after: { addressee: "東北産業局長" },
      });
      expect([added, removed]).toEqual([[], []]);
    }
  });

  it("項目を一つ消せば、その項目を選んだ申請に、新しい指摘が挙がる", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const before = expectOk(await replayEdition(editor, { editionId })).differences;
    expect(before).toEqual([]);
    const chosen = new Set(JSON.stringify(manufacturing.answers).match(/manufacturing-\d+-\d+/gu) ?? []);
    const [id = ""] = chosen;
    const row = await rowOf(editionId, "guidelineItems", { id });
    expectOk(await removeDraftRow(editor, { editionId, table: "guidelineItems", reason, ...row }));
    const { differences } = expectOk(await replayEdition(editor, { editionId }));
    expect(differences).toMatchObject([{ applicationId: filed, routing: null, removed: [] }]);
    expect(differences[0]?.added.length).toBeGreaterThan(0);
  });

  it("組み立てられない版は、ファイルと行と理由で断り、見る役割のない人には断る", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const row = await rowOf(editionId, "offices", { code: "meti-tohoku" });
    expectOk(await removeDraftRow(editor, { editionId, table: "offices", reason, ...row }));
    expect(refusalOf(await replayEdition(editor, { editionId })).kind).toBe("rulebookFiles");
    const applicant = await logIn(portal, "takahashi@aoba.example.jp");
    expect(refusalOf(await replayEdition(applicant, { editionId })).kind).toBe("forbidden");
  });
});
