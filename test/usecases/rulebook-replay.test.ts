/** 公布の前の読み比べ: 書きかけと提出した申請の、誰の提出先と点検が変わるか。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentRulebook, type UseCaseContext } from "#app/usecases/context.ts";
import { editDraftRow } from "#app/usecases/rulebook/edit-draft-row.server.ts";
import { openEditionTable } from "#app/usecases/rulebook/open-edition-table.server.ts";
import { removeDraftRow } from "#app/usecases/rulebook/remove-draft-row.server.ts";
import { cancelReplay } from "#app/usecases/rulebook/cancel-replay.server.ts";
import { exportReplay } from "#app/usecases/rulebook/export-replay.server.ts";
import { openReplay, type ReplayResult } from "#app/usecases/rulebook/open-replay.server.ts";
import { performReplay } from "#app/usecases/rulebook/perform-replay.server.ts";
import { startReplay } from "#app/usecases/rulebook/start-replay.server.ts";
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

const opened = async (editionId: string) =>
  expectOk(await openReplay(editor, { editionId, kind: null, page: 1 }));

/** 働き手に代わって、渡された大きさで終わりまで進める。 */
async function perform(replayId: string, sizes = { job: 400, step: 50 }): Promise<void> {
  const worker = portal.context({ kind: "system", job: "replayEdition" });
  for (let from = 0; from < 10; from += sizes.job) await performReplay(worker, { replayId, from }, sizes);
}

/** 始めて、終わりまで進めて、結果を読む。 */
async function replay(editionId: string): Promise<ReplayResult> {
  const { replayId } = expectOk(await startReplay(editor, { editionId }));
  await perform(replayId);
  const { result } = await opened(editionId);
  if (result === null) throw new Error("再計算の結果がありません。");
  return result;
}

/** 局の宛名を変える。 */
async function renameHead(editionId: string, headTitle: string): Promise<void> {
  const row = await rowOf(editionId, "offices", { code: "meti-tohoku" });
  expectOk(await editDraftRow(editor, { editionId, table: "offices", reason, ...row, cells: { headTitle } }));
}

describe("版の読み比べ", () => {
  it("何も変えない版では、どの申請も変わらない", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    expect(await replay(editionId)).toMatchObject({
      replay: { done: 2, total: 2 },
      changed: 0,
      counts: [],
      rows: [],
    });
  });

  it("局の名前と宛名を変えれば、書きかけも提出した申請も、前と後の宛名とともに挙がる", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    await renameHead(editionId, "東北産業局長");
    const { rows, counts } = await replay(editionId);
    expect(counts).toEqual([{ kind: "addressee", total: 2 }]);
    expect(rows.map(({ applicationId }) => applicationId).toSorted()).toEqual([filed, written].toSorted());
    for (const { routing, added, removed } of rows) {
      expect(routing).toMatchObject({
        before: { addressee: "東北経済産業局長" },
        after: { addressee: "東北産業局長" },
      });
      expect([added, removed]).toEqual([[], []]);
    }
  });

  it("項目を一つ消せば、その項目を選んだ申請に、新しい指摘が挙がる", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const chosen = new Set(JSON.stringify(manufacturing.answers).match(/manufacturing-\d+-\d+/gu) ?? []);
    const [id = ""] = chosen;
    const row = await rowOf(editionId, "guidelineItems", { id });
    expectOk(await removeDraftRow(editor, { editionId, table: "guidelineItems", reason, ...row }));
    const { rows, counts } = await replay(editionId);
    expect(rows).toMatchObject([{ applicationId: filed, routing: null, removed: [] }]);
    expect(rows[0]?.added.length).toBeGreaterThan(0);
    expect(counts).toEqual([{ kind: "added", total: 1 }]);
  });

  it("組み立てられない版は、ファイルと行と理由を残して失敗になる", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const row = await rowOf(editionId, "offices", { code: "meti-tohoku" });
    expectOk(await removeDraftRow(editor, { editionId, table: "offices", reason, ...row }));
    const { replayId } = expectOk(await startReplay(editor, { editionId }));
    await perform(replayId);
    const { latest, result } = await opened(editionId);
    expect(latest).toMatchObject({ state: "failed", done: 0 });
    expect(latest?.problem).toMatch(/\S+ \d+行目：/u);
    expect(result).toBeNull();
  });

  it("何度かの仕事に分けても、途中の仕事をやり直しても、同じ結果になる", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    await renameHead(editionId, "東北産業局長");
    const atOnce = await replay(editionId);
    const { replayId } = expectOk(await startReplay(editor, { editionId }));
    const worker = portal.context({ kind: "system", job: "replayEdition" });
    for (const from of [0, 0, 1, 1]) await performReplay(worker, { replayId, from }, { job: 1, step: 1 });
    const inParts = (await opened(editionId)).result;
    expect(inParts?.replay).toMatchObject({ id: replayId, state: "done", done: 2 });
    expect(inParts?.rows).toEqual(atOnce.rows);
  });

  it("始めている間に二度始めても一つで、やめれば進まず、前の結果が残る", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    await renameHead(editionId, "東北産業局長");
    const before = await replay(editionId);
    const first = expectOk(await startReplay(editor, { editionId }));
    expect(expectOk(await startReplay(editor, { editionId }))).toEqual(first);
    expect((await opened(editionId)).latest).toMatchObject({ state: "running", done: 0, total: 2 });
    expect(expectOk(await cancelReplay(editor, { editionId }))).toEqual({ cancelled: true });
    await perform(first.replayId);
    const { latest, result } = await opened(editionId);
    expect(latest).toMatchObject({ id: first.replayId, state: "cancelled", done: 0 });
    expect(result?.rows).toEqual(before.rows);
    expect(expectOk(await cancelReplay(editor, { editionId }))).toEqual({ cancelled: false });
  });

  it("結果の後に版を編集すれば古いと分かり、途中で編集すれば止まる", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    expect((await replay(editionId)).stale).toBe(false);
    const { replayId } = expectOk(await startReplay(editor, { editionId }));
    await renameHead(editionId, "東北産業局長");
    await perform(replayId);
    const { latest, result } = await opened(editionId);
    expect(latest?.state).toBe("outdated");
    expect(result).toMatchObject({ stale: true, changed: 0 });
    expect(await replay(editionId)).toMatchObject({ stale: false, changed: 2 });
  });

  it("種類を選んで CSV に書き出せ、選ばなければ全部が前と後とともに出る", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    await renameHead(editionId, "東北産業局長");
    const writers = portal.services.spreadsheets;
    expect(refusalOf(await exportReplay(editor, writers, { editionId, kind: null })).kind).toBe("notFound");
    await replay(editionId);
    const linesOf = async (kind: "addressee" | "added" | null) => {
      const bytes: Uint8Array[] = [];
      for await (const chunk of expectOk(await exportReplay(editor, writers, { editionId, kind })))
        bytes.push(chunk);
      return Buffer.concat(bytes).toString("utf8").trim().split("\r\n");
    };
    const [heading, ...lines] = await linesOf(null);
    expect(heading).toContain("前の宛名,後の宛名");
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toContain(",東北経済産業局長,東北産業局長,");
    expect(await linesOf("addressee")).toEqual([heading, ...lines]);
    expect(await linesOf("added")).toEqual([heading]);
  });

  it("版を直す役割のない人には、始めることも、見ることも、書き出すことも断る", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    for (const person of ["takahashi@aoba.example.jp", "tohoku-reviewer", "coordinator", "auditor"]) {
      const other = await logIn(portal, person);
      const refusals = [
        refusalOf(await startReplay(other, { editionId })),
        refusalOf(await cancelReplay(other, { editionId })),
        refusalOf(await openReplay(other, { editionId, kind: null, page: 1 })),
        refusalOf(await exportReplay(other, portal.services.spreadsheets, { editionId, kind: null })),
      ];
      expect(
        refusals.map(({ kind }) => kind),
        person,
      ).toEqual(Array(4).fill("forbidden"));
    }
  });

  it("公布した版では始められない", async () => {
    const { editionId } = currentRulebook(editor);
    expect(refusalOf(await startReplay(editor, { editionId }))).toMatchObject({
      kind: "edition",
      refusal: { kind: "wrongStatus", status: "published" },
    });
  });
});
