/** 規則集の版: 写して、編集して、別の人が公布する。公布した版は変わらない。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routePlan } from "#app/domain/routing/route.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import { currentRulebook, type UseCaseContext } from "#app/usecases/context.ts";
import { abandonDraft } from "#app/usecases/rulebook/abandon-draft.server.ts";
import { addDraftRow } from "#app/usecases/rulebook/add-draft-row.server.ts";
import { bulkEditDraftRows } from "#app/usecases/rulebook/bulk-edit-draft-rows.server.ts";
import { cloneEdition } from "#app/usecases/rulebook/clone-edition.server.ts";
import { editDraftRow } from "#app/usecases/rulebook/edit-draft-row.server.ts";
import { moveDraftRow } from "#app/usecases/rulebook/move-draft-row.server.ts";
import { openEditionTable } from "#app/usecases/rulebook/open-edition-table.server.ts";
import { openEdition } from "#app/usecases/rulebook/open-edition.server.ts";
import { publishEdition } from "#app/usecases/rulebook/publish-edition.server.ts";
import { removeDraftRow } from "#app/usecases/rulebook/remove-draft-row.server.ts";
import { reopenDraft } from "#app/usecases/rulebook/reopen-draft.server.ts";
import { returnToDraft } from "#app/usecases/rulebook/return-to-draft.server.ts";
import { submitForPublication } from "#app/usecases/rulebook/submit-for-publication.server.ts";
import { undoDraftEdit } from "#app/usecases/rulebook/undo-draft-edit.server.ts";
import { auditEntries } from "#db/schema/index.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf } from "#test/support/procedure.ts";

let portal: TestServices;
let first: UseCaseContext;
let second: UseCaseContext;
const reason = "指針の改正のため";
const on = "2026-12-01";

beforeAll(async () => {
  portal = await startTestServices();
  first = await logIn(portal, "administrator-1");
  second = await logIn(portal, "administrator-2");
});
afterAll(() => portal.close());

const clone = async (label = "試しの版"): Promise<string> => {
  const { editionId } = currentRulebook(first);
  return expectOk(await cloneEdition(first, { editionId, label, effectiveFrom: on, reason })).editionId;
};
const rowsOf = async (editionId: string, table: TableName) =>
  expectOk(await openEditionTable(first, { editionId, table })).rows;
const rowWhere = async (editionId: string, table: TableName, column: string, value: string) => {
  const row = (await rowsOf(editionId, table)).find(({ cells }) => cells[column] === value);
  if (row === undefined) throw new Error(`${table} に ${value} がありません。`);
  return row;
};
const revisionOf = async (editionId: string): Promise<number> =>
  expectOk(await openEdition(first, editionId)).edition.revision;
const step = async (editionId: string) => ({ editionId, revision: await revisionOf(editionId), reason });

describe("編集中の版", () => {
  it("公布した版の写しから始まり、編集しても元の版は変わらない", async () => {
    const base = currentRulebook(first).editionId;
    const editionId = await clone();
    const office = await rowWhere(editionId, "offices", "code", "meti-tohoku");
    const target = { editionId, table: "offices", reason } as const;
    expectOk(await editDraftRow(first, { ...target, ...office, cells: { headName: "東北 太郎" } }));
    expect((await rowWhere(editionId, "offices", "code", "meti-tohoku")).cells["headName"]).toBe("東北 太郎");
    expect((await rowWhere(base, "offices", "code", "meti-tohoku")).cells["headName"]).toBe("");
  });

  it("二人が同じ行を書けば、後の人に両方の値と先の人を示し、何も書かない", async () => {
    const editionId = await clone();
    const office = await rowWhere(editionId, "offices", "code", "meti-kanto");
    const target = { editionId, table: "offices", reason, ...office } as const;
    expectOk(await editDraftRow(first, { ...target, cells: { headName: "一人目" } }));
    const refusal = refusalOf(await editDraftRow(second, { ...target, cells: { headName: "二人目" } }));
    expect(refusal).toMatchObject({
      kind: "draftRows",
      faults: [
        {
          kind: "conflict",
          theirs: { headName: "一人目" },
          mine: { headName: "二人目" },
          by: "伊藤 遥",
        },
      ],
    });
    expect((await rowWhere(editionId, "offices", "code", "meti-kanto")).cells["headName"]).toBe("一人目");
  });

  it("別々の行なら、同じ画面を開いていた二人のどちらも書ける", async () => {
    const editionId = await clone();
    const rows = await rowsOf(editionId, "offices");
    const target = { editionId, table: "offices", reason, cells: { headName: "新任" } } as const;
    const [a, b] = rows;
    if (a === undefined || b === undefined) throw new Error("局がありません。");
    const written = await Promise.all([
      editDraftRow(first, { ...target, ...a, cells: target.cells }),
      editDraftRow(second, { ...target, ...b, cells: target.cells }),
    ]);
    expect(written.map(({ ok }) => ok)).toEqual([true, true]);
  });

  it("足す、動かす、まとめて変える、消す。どれも取り消せば元に戻り、取消しも取り消せる", async () => {
    const editionId = await clone();
    const table = "guidelineItems";
    const before = await rowsOf(editionId, table);
    const target = { editionId, table, reason } as const;
    const revisions: number[] = [];
    const noted = async (edit: Promise<Awaited<ReturnType<typeof addDraftRow>>>) =>
      void revisions.push(expectOk(await edit).revision);
    const [a, b] = before;
    if (a === undefined || b === undefined) throw new Error("項目がありません。");
    await noted(
      addDraftRow(first, {
        ...target,
        cells: { ...a.cells, id: "manufacturing-new", label: "新しい項目" },
        place: { after: a.factId },
      }),
    );
    await noted(moveDraftRow(first, { ...target, ...b, place: "first" }));
    const labelled = (await rowsOf(editionId, table)).slice(4, 8);
    await noted(
      bulkEditDraftRows(first, {
        ...target,
        rows: labelled,
        change: { kind: "set", cells: { certainty: "seen", source: "官報" } },
      }),
    );
    const last = (await rowsOf(editionId, table)).at(-1);
    if (last === undefined) throw new Error("項目がありません。");
    await noted(removeDraftRow(second, { ...target, ...last }));
    const after = await rowsOf(editionId, table);
    expect(after).toHaveLength(before.length);
    expect(after[0]?.factId).toBe(b.factId);
    expect(after[2]?.cells).toMatchObject({ label: "新しい項目", order: "3" });

    let undo = 0;
    for (const revision of revisions.toReversed())
      undo = expectOk(await undoDraftEdit(first, { editionId, revision, reason: "取消し" })).revision;
    expect((await rowsOf(editionId, table)).map(({ cells }) => cells)).toEqual(
      before.map(({ cells }) => cells),
    );
    expectOk(await undoDraftEdit(first, { editionId, revision: undo, reason: "やり直し" }));
    expect((await rowsOf(editionId, table)).map(({ cells }) => cells["label"])).toContain("新しい項目");
    const { edits } = expectOk(await openEdition(first, editionId));
    expect(edits.filter(({ undone }) => undone)).toHaveLength(revisions.length + 1);
  });

  it("もう取り消した編集と、後から同じ行が変わった編集は、取り消せない", async () => {
    const editionId = await clone();
    const target = { editionId, table: "offices", reason } as const;
    const edit = async (headName: string) => {
      const row = await rowWhere(editionId, "offices", "code", "meti-kinki");
      return expectOk(await editDraftRow(first, { ...target, ...row, cells: { headName } })).revision;
    };
    const earlier = await edit("一代目");
    const later = await edit("二代目");
    expect(refusalOf(await undoDraftEdit(first, { editionId, revision: earlier, reason }))).toMatchObject({
      kind: "draftRows",
      faults: [{ kind: "conflict", theirs: { headName: "二代目" } }],
    });
    expectOk(await undoDraftEdit(first, { editionId, revision: later, reason }));
    expect(refusalOf(await undoDraftEdit(first, { editionId, revision: later, reason })).kind).toBe(
      "invalid",
    );
  });

  it("理由のない編集は断り、書いた編集は理由とともに監査に残る", async () => {
    const editionId = await clone();
    const row = await rowWhere(editionId, "offices", "code", "meti-tohoku");
    const target = { editionId, table: "offices", ...row, cells: { headName: "東北 花子" } } as const;
    expect(refusalOf(await editDraftRow(first, { ...target, reason: " " }))).toMatchObject({
      kind: "invalid",
      errors: { reason: ["理由を入力してください。"] },
    });
    expectOk(await editDraftRow(first, { ...target, reason: "人事異動" }));
    const entries = portal.services.database.reader.select().from(auditEntries).all();
    expect(entries.at(-1)).toMatchObject({
      action: "rulebook.edit",
      subjectId: editionId,
      actorName: "伊藤 遥",
      details: { change: "change", table: "offices", reason: "人事異動" },
    });
  });

  it("取りやめた版は編集できず、戻せば編集できる", async () => {
    const editionId = await clone();
    expectOk(await abandonDraft(first, await step(editionId)));
    const row = await rowWhere(editionId, "offices", "code", "meti-tohoku");
    const edit = { editionId, table: "offices", reason, ...row, cells: { headName: "東北" } } as const;
    expect(refusalOf(await editDraftRow(first, edit))).toMatchObject({ kind: "edition" });
    expectOk(await reopenDraft(second, await step(editionId)));
    expectOk(await editDraftRow(first, edit));
  });

  it("管理者のほかは編集できない", async () => {
    const manager = await logIn(portal, "tohoku-manager");
    const { editionId } = currentRulebook(first);
    const input = { editionId, label: "版", effectiveFrom: on, reason };
    expect(refusalOf(await cloneEdition(manager, input)).kind).toBe("forbidden");
  });
});

describe("公布", () => {
  const publish = async (context: UseCaseContext, editionId: string, effectiveFrom = on) =>
    publishEdition(context, portal.services.pdf, {
      ...(await step(editionId)),
      label: "令和8年12月版",
      effectiveFrom,
    });

  it("公布待ちにした人は、公布できない。別の人が公布すると、その日から答えが変わる", async () => {
    const editionId = await clone();
    const target = { editionId, table: "jurisdictions", reason } as const;
    const tohoku = (await rowsOf(editionId, "jurisdictions")).find(
      ({ cells }) => cells["family"] === "meti" && cells["office"] === "meti-tohoku",
    );
    const kanto = (await rowsOf(editionId, "jurisdictions")).find(
      ({ cells }) => cells["family"] === "meti" && cells["office"] === "meti-kanto",
    );
    if (tohoku === undefined || kanto === undefined) throw new Error("管轄がありません。");
    expectOk(await editDraftRow(first, { ...target, ...tohoku, cells: { prefectures: "02 03 04 05 06" } }));
    expectOk(
      await editDraftRow(first, {
        ...target,
        ...kanto,
        cells: { prefectures: `07 ${kanto.cells["prefectures"] ?? ""}` },
      }),
    );
    expectOk(await submitForPublication(first, await step(editionId)));
    expect(refusalOf(await publish(first, editionId))).toMatchObject({
      kind: "edition",
      refusal: { kind: "publishedAlone" },
    });
    expect(refusalOf(await publish(second, editionId, "2026-11-30"))).toMatchObject({
      refusal: { kind: "effectiveInPast", today: on },
    });
    const fukushima = { revision: 14, industry: "2451", prefecture: "07", on } as const;
    const before = routePlan(currentRulebook(first).rulebook, fukushima);
    expectOk(await publish(second, editionId));
    expect(currentRulebook(first).editionId).toBe(editionId);
    expect(currentRulebook(first).rulebook.edition.label).toBe("令和8年12月版");
    const after = routePlan(currentRulebook(first).rulebook, fukushima);
    expect([before, after]).toMatchObject([
      { office: { code: "meti-tohoku" } },
      { office: { code: "meti-kanto" } },
    ]);
    const row = await rowWhere(editionId, "offices", "code", "meti-tohoku");
    expect(
      refusalOf(
        await editDraftRow(first, { editionId, table: "offices", reason, ...row, cells: { headName: "x" } }),
      ),
    ).toMatchObject({ refusal: { kind: "wrongStatus", status: "published" } });
  });

  it("先の日に施行する版は、その日まで効かない", async () => {
    const now = currentRulebook(first).editionId;
    const editionId = await clone("先の版");
    expectOk(await submitForPublication(first, await step(editionId)));
    expectOk(await publish(second, editionId, "2027-04-01"));
    expect(currentRulebook(first).editionId).toBe(now);
    expect(first.rulebooks.on("2027-03-31")?.editionId).toBe(now);
    expect(first.rulebooks.on("2027-04-01")?.editionId).toBe(editionId);
  });

  it("組み立てられない中身は公布できない。編集に戻して直せば公布できる", async () => {
    const editionId = await clone();
    const office = await rowWhere(editionId, "offices", "code", "meti-tohoku");
    const removed = expectOk(
      await removeDraftRow(first, { editionId, table: "offices", reason, ...office }),
    ).revision;
    expectOk(await submitForPublication(first, await step(editionId)));
    expect(refusalOf(await publish(second, editionId))).toMatchObject({ refusal: { kind: "proofFailed" } });
    expectOk(await returnToDraft(second, await step(editionId)));
    expectOk(await undoDraftEdit(first, { editionId, revision: removed, reason }));
    expectOk(await submitForPublication(first, await step(editionId)));
    expectOk(await publish(second, editionId));
  });

  it("公布待ちの間に版が動いていれば、公布を断る", async () => {
    const editionId = await clone();
    const seen = await step(editionId);
    expectOk(await submitForPublication(first, seen));
    const publication = { ...seen, label: "版", effectiveFrom: on };
    expect(refusalOf(await publishEdition(second, portal.services.pdf, publication))).toMatchObject({
      kind: "stale",
      subject: "edition",
    });
  });

  it("編集中の版を写すことはできない", async () => {
    const editionId = await clone();
    const copy = { editionId, label: "写しの写し", effectiveFrom: on, reason };
    expect(refusalOf(await cloneEdition(first, copy))).toMatchObject({ kind: "edition" });
  });
});
