/** 書いている途中に決まりが変わったら、その計画にとっての違いを、次に開いたときに一度だけ知らせる。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editionChangeLines } from "#app/routes/applicant/edition-change-words.ts";
import { acknowledgeEdition } from "#app/usecases/applications/edition-change.server.ts";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import { currentRulebook, type UseCaseContext } from "#app/usecases/context.ts";
import { editDraftRow } from "#app/usecases/rulebook/edit-draft-row.server.ts";
import { moveDraftRow } from "#app/usecases/rulebook/move-draft-row.server.ts";
import { openEditionTable } from "#app/usecases/rulebook/open-edition-table.server.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import { draftEdition, publishDraft } from "#test/support/editions.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf, save, start } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

let portal: TestServices;
let editor: UseCaseContext;
let applicant: UseCaseContext;
let written: OwnApplication;
let blank: OwnApplication;
const reason = "改正のため";
const on = "2026-12-01";
const clock = createTestClock("2026-12-01T01:00:00.000Z");

beforeAll(async () => {
  portal = await startTestServices({ clock });
  editor = await logIn(portal, "administrator-1");
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  written = await start(applicant);
  for (const section of ["company", "industry"])
    await save(applicant, written, section, manufacturing.answers[section] ?? {});
  blank = await start(applicant);
});
afterAll(() => portal.close());

const rowsOf = async (editionId: string, table: TableName) =>
  expectOk(await openEditionTable(editor, { editionId, table })).rows;
const told = async (own: OwnApplication) => expectOk(await openApplication(applicant, own)).editionChange;

describe("書きかけの計画への知らせ", () => {
  it("版が変わらなければ、知らせない", async () => {
    expect(await told(written)).toBeNull();
  });

  it("宛名と項目が変わった版が施行されたら、その違いだけを、関わる計画にだけ知らせる", async () => {
    const editionId = await draftEdition(portal, on);
    const office = (await rowsOf(editionId, "offices")).find(({ cells }) => cells["code"] === "meti-tohoku");
    const item = (await rowsOf(editionId, "guidelineItems")).find(
      ({ cells }) => cells["guideline"] === "manufacturing",
    );
    if (office === undefined || item === undefined) throw new Error("行がありません。");
    const renamed = { editionId, table: "offices", reason, ...office } as const;
    expectOk(await editDraftRow(editor, { ...renamed, cells: { headTitle: "東北産業局長" } }));
    const reworded = { editionId, table: "guidelineItems", reason, ...item } as const;
    expectOk(await editDraftRow(editor, { ...reworded, cells: { label: "新しい言葉の項目" } }));
    await publishDraft(portal, editionId, { label: "令和8年12月版", effectiveFrom: on });

    expect(await told(blank)).toBeNull();
    const change = await told(written);
    if (change === null) throw new Error("知らせがありません。");
    expect(change).toMatchObject({ editionId, label: "令和8年12月版", effectiveFrom: on });
    const lines = editionChangeLines(change);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe("宛名が、「東北経済産業局長」から「東北産業局長」に変わりました。");
    expect(lines[1]).toMatch(/^項目「.+」は、「.*新しい言葉の項目」になりました。$/u);
  });

  it("確かめたことを覚え、次に変わるまでは知らせない", async () => {
    const { editionId } = currentRulebook(applicant);
    expectOk(await acknowledgeEdition(applicant, { ...written, editionId }));
    expect(await told(written)).toBeNull();

    const next = await draftEdition(portal, on);
    const items = async () =>
      (await rowsOf(next, "guidelineItems")).filter(({ cells }) => cells["guideline"] === "manufacturing");
    const [first, second] = await items();
    if (first === undefined || second === undefined) throw new Error("項目がありません。");
    const target = { editionId: next, table: "guidelineItems", reason } as const;
    expectOk(await moveDraftRow(editor, { ...target, ...first, place: { after: second.factId } }));
    // 並べ替えたら、番号も並びのとおりに付け直す。
    const numbers = [first, second].map(({ cells: { code = "", printedCode = "" } }) => ({
      code,
      printedCode,
    }));
    for (const [at, row] of (await items()).slice(0, 2).entries())
      expectOk(await editDraftRow(editor, { ...target, ...row, cells: numbers[at] ?? {} }));
    clock.advance({ minutes: 1 });
    await publishDraft(portal, next, { label: "並べ替えた版", effectiveFrom: on });
    const change = await told(written);
    expect(change?.items?.reordered).toBe(true);
    expect(change?.routing).toBeNull();
  });

  it("公布していない版、よその会社の申請は、確かめたことにできない", async () => {
    const editionId = await draftEdition(portal, on);
    expect(refusalOf(await acknowledgeEdition(applicant, { ...written, editionId })).kind).toBe("notFound");
    const other = {
      ...written,
      companyKey: "9999999999999",
      editionId: currentRulebook(applicant).editionId,
    };
    expect(refusalOf(await acknowledgeEdition(applicant, other)).kind).toBe("notFound");
  });
});
