/** 版の点検、再計算、公布を、本番と同じ作業スレッドで行う。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { editDraftRow } from "#app/usecases/rulebook/edit-draft-row.server.ts";
import { openEditionTable } from "#app/usecases/rulebook/open-edition-table.server.ts";
import { openReplay } from "#app/usecases/rulebook/open-replay.server.ts";
import { proveStoredEdition } from "#app/usecases/rulebook/prove-edition.server.ts";
import { startReplay } from "#app/usecases/rulebook/start-replay.server.ts";
import { startWorker, type Worker } from "#app/worker.server.ts";
import { type BundledWorker, bundleWorker } from "#test/support/bundled-worker.ts";
import { draftEdition, publishDraft } from "#test/support/editions.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, start, writePlan } from "#test/support/procedure.ts";

let bundled: BundledWorker;
let portal: TestServices;
let worker: Worker;
let editor: UseCaseContext;

beforeAll(async () => {
  bundled = await bundleWorker("app/adapters/edition-work/edition-worker.ts");
  portal = await startTestServices({ editionWorker: bundled.file });
  worker = startWorker(portal.services);
  editor = await logIn(portal, "administrator-1");
}, 60_000);
afterAll(async () => {
  await worker.stop();
  await portal.close();
  bundled.remove();
});

/** 局の宛名を変える。 */
async function renameHead(editionId: string, headTitle: string): Promise<void> {
  const { rows } = expectOk(await openEditionTable(editor, { editionId, table: "offices" }));
  const row = rows.find(({ cells }) => cells["code"] === "meti-tohoku");
  if (row === undefined) throw new Error("東北経済産業局がありません。");
  const reason = "改称のため";
  expectOk(await editDraftRow(editor, { editionId, table: "offices", reason, ...row, cells: { headTitle } }));
}

describe("作業スレッドでの版の計算", () => {
  it("点検は、同じ糸の中と同じ答えになる", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const inProcess = await startTestServices();
    const sameEdition = await draftEdition(inProcess, "2027-04-01");
    const direct = await proveStoredEdition(
      await logIn(inProcess, "administrator-1"),
      inProcess.services.pdf,
      {
        editionId: sameEdition,
      },
    );
    expect(expectOk(await proveStoredEdition(editor, portal.services.pdf, { editionId }))).toEqual(
      expectOk(direct),
    );
    await inProcess.close();
  });

  it("もう公布した先の版に入っていない直しは、注意になる", async () => {
    const scheduled = await draftEdition(portal, "2027-04-01");
    await publishDraft(portal, scheduled, { label: "先の版", effectiveFrom: "2027-04-01" });
    const editionId = await draftEdition(portal, "2027-01-01");
    const later = async () =>
      expectOk(await proveStoredEdition(editor, portal.services.pdf, { editionId })).checks.find(
        ({ id }) => id === "laterEditions",
      );
    expect(await later()).toMatchObject({ outcome: "pass", found: 0 });
    await renameHead(editionId, "東北産業局長");
    expect(await later()).toMatchObject({
      outcome: "warn",
      findings: [{ severity: "warn", message: expect.stringContaining("先の版") }],
    });
    const after = { editionId, effectiveFrom: "2027-05-01" };
    expect(
      expectOk(await proveStoredEdition(editor, portal.services.pdf, after)).checks.at(-1),
    ).toMatchObject({
      id: "laterEditions",
      outcome: "pass",
    });
  });

  it("働き手が再計算を終え、変わる宛名を残し、公布すれば、その宛名で案内する", async () => {
    const applicant = await logIn(portal, "takahashi@aoba.example.jp");
    await writePlan(applicant, await start(applicant), manufacturing.answers);
    const editionId = await draftEdition(portal, "2026-12-01");
    await renameHead(editionId, "東北産業局長");
    expectOk(await startReplay(editor, { editionId }));
    await worker.drain();
    const { latest, result } = expectOk(await openReplay(editor, { editionId, kind: null, page: 1 }));
    expect(latest?.problem).toBeNull();
    expect(result).toMatchObject({
      replay: { state: "done", done: 1, total: 1 },
      counts: [{ kind: "addressee", total: 1 }],
      rows: [{ routing: { after: { addressee: "東北産業局長" } } }],
    });
    await publishDraft(portal, editionId, { label: "改称の版", effectiveFrom: "2026-12-01" });
    const current = editor.rulebooks.on("2026-12-01");
    expect(current?.editionId).toBe(editionId);
    expect(current?.rulebook.offices.get("meti-tohoku")?.headTitle).toBe("東北産業局長");
  });
});
