/** 通知書の文面の手入れ: 見本、公布されている版との違い、公布を止める誤り。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleLetter, samplePlans } from "#app/domain/certification/sample-letter.ts";
import { compareLetters } from "#app/domain/certification/letter-changes.ts";
import { letterKinds } from "#app/domain/rulebook/tables/procedure-tables.ts";
import { currentRulebook, type UseCaseContext } from "#app/usecases/context.ts";
import { addDraftRow } from "#app/usecases/rulebook/add-draft-row.server.ts";
import { compareEditionLetters } from "#app/usecases/rulebook/compare-letters.server.ts";
import { editDraftRow } from "#app/usecases/rulebook/edit-draft-row.server.ts";
import { openEdition } from "#app/usecases/rulebook/open-edition.server.ts";
import { openEditionTable } from "#app/usecases/rulebook/open-edition-table.server.ts";
import { proveStoredEdition } from "#app/usecases/rulebook/prove-edition.server.ts";
import { publishEdition } from "#app/usecases/rulebook/publish-edition.server.ts";
import { sampleLetterOf, sampleLetterPdf } from "#app/usecases/rulebook/sample-letter.server.ts";
import { submitForPublication } from "#app/usecases/rulebook/submit-for-publication.server.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { rulebook } from "#test/domain/rulebook/first-edition.ts";
import { textOf } from "#test/pdf/pdf-inspection.ts";
import { draftEdition } from "#test/support/editions.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf } from "#test/support/procedure.ts";

const on = date("2026-12-15");
const reason = "文面を直すため";
const table = "letterParagraphs";
let portal: TestServices;
let editor: UseCaseContext;
beforeAll(async () => {
  portal = await startTestServices();
  editor = await logIn(portal, "administrator-1");
});
afterAll(() => portal.close());

const pdf = () => portal.services.pdf;
const draft = () => draftEdition(portal, "2027-04-01");
const request = { kind: "certification", office: "meti-tohoku", plan: "corporation" } as const;
const compared = async (editionId: string) => expectOk(await compareEditionLetters(editor, editionId));
const check = async (editionId: string, id: "letters" | "letterGlyphs") =>
  expectOk(await proveStoredEdition(editor, pdf(), { editionId })).checks.find((one) => one.id === id);

/** 認定通知書の本文を書き換える。 */
async function rewrite(editionId: string, text: string): Promise<void> {
  const { rows } = expectOk(await openEditionTable(editor, { editionId, table }));
  const row = rows.find(({ cells }) => cells["letter"] === "certification");
  if (row === undefined) throw new Error("本文がありません。");
  expectOk(await editDraftRow(editor, { editionId, table, reason, ...row, cells: { text } }));
}
const addFor = async (editionId: string, scope: Readonly<Record<string, string>>, text: string) =>
  expectOk(
    await addDraftRow(editor, {
      editionId,
      table,
      reason,
      place: "last",
      cells: { letter: "certification", ministry: "", office: "", text, certainty: "recalled-low", source: "案", ...scope }, // prettier-ignore
    }),
  );

describe("見本の通知書", () => {
  it("どの種類も、どの局も、どの見本の計画でも作れる", () => {
    for (const kind of letterKinds)
      for (const office of rulebook.offices.keys())
        for (const plan of Object.keys(samplePlans) as (keyof typeof samplePlans)[])
          expect(sampleLetter(rulebook, { kind, office, on, plan })).toMatchObject({ ok: true });
  });

  it("番号は見本と分かり、PDF も同じ文面になる", async () => {
    const editionId = await draft();
    const { letter, scopes } = expectOk(await sampleLetterOf(editor, pdf(), { editionId, request }));
    expect(letter).toMatchObject({
      kind: "ready",
      notice: { documentNumber: "20270401東北第（見本）号", signatory: { title: "東北経済産業局長" } },
    });
    expect(scopes).toEqual({ heading: "general", body: "general", items: "general" });
    const { bytes } = expectOk(await sampleLetterPdf(editor, pdf(), { editionId, request }));
    const body = letter.kind === "ready" ? letter.notice.body.join("") : "";
    expect(textOf(bytes)).toContain(body);
  });

  it("保存していない文面の見本は、版を変えない", async () => {
    const editionId = await draft();
    const rows = rulebook.procedure.letters.paragraphs.map((row) =>
      row.letter === "certification" ? { ...row, text: "打ちかけの文面" } : row,
    );
    const typed = { editionId, request, rows: { letterParagraphs: rows } };
    expect(expectOk(await sampleLetterOf(editor, pdf(), typed)).letter).toMatchObject({
      notice: { body: ["打ちかけの文面"] },
    });
    expect((await compared(editionId)).changed).toBe(0);
  });

  it("審査の人も読めるが、申請者と版の無い番号には無い", async () => {
    const { editionId } = currentRulebook(editor);
    const reviewer = await logIn(portal, "tohoku-reviewer");
    expect((await sampleLetterOf(reviewer, pdf(), { editionId, request })).ok).toBe(true);
    const applicant = await logIn(portal, "takahashi@aoba.example.jp");
    expect(refusalOf(await sampleLetterOf(applicant, pdf(), { editionId, request })).kind).toBe("forbidden");
    expect(refusalOf(await compareEditionLetters(editor, "no-such-edition")).kind).toBe("notFound");
  });
});

describe("公布されている版との違い", () => {
  it("何も直していなければ違いはなく、種類と局の全部を比べている", async () => {
    const offices = rulebook.offices.size;
    expect(await compared(await draft())).toMatchObject({
      examined: letterKinds.length * offices,
      changed: 0,
      changes: [],
    });
  });

  it("全部の局の文面を直すと、一つの違いに全部の局が並ぶ", async () => {
    const editionId = await draft();
    await rewrite(editionId, "{appliedOn}付けで申請のあった計画を、{article}により認定します。");
    const { changed, changes } = await compared(editionId);
    expect(changed).toBe(rulebook.offices.size);
    expect(
      changes.map(({ kind, offices, parts }) => [kind, offices.length, parts.map(({ label }) => label)]),
    ).toEqual([["certification", rulebook.offices.size, ["本文"]]]);
    expect(changes[0]?.parts[0]?.after).toContain("により認定します。");
  });

  it("一つの局、一つの省庁だけの文面は、その局の通知書だけを変える", async () => {
    const editionId = await draft();
    await addFor(editionId, { office: "meti-tohoku" }, "東北だけの文面");
    await addFor(editionId, { ministry: "金融庁" }, "金融庁だけの文面");
    const { changes } = await compared(editionId);
    const financial = [...rulebook.offices.values()].filter(({ ministry }) => ministry === "金融庁").length;
    expect(changes.map(({ offices, parts }) => [offices.length, parts[0]?.after])).toEqual([
      [1, "東北だけの文面"],
      [financial, "金融庁だけの文面"],
    ]);
    const { scopes } = expectOk(await sampleLetterOf(editor, pdf(), { editionId, request }));
    expect(scopes?.body).toBe("office");
  });

  it("局の長の名前や番号の書式の違いも見つける", () => {
    const kanto = rulebook.offices.get("meti-kanto");
    if (kanto === undefined) throw new Error("局がありません。");
    const renamed = {
      ...rulebook,
      offices: new Map([...rulebook.offices, ["meti-kanto", { ...kanto, headTitle: "関東局長" }]]),
    };
    const { changes } = compareLetters(rulebook, renamed, on);
    expect(changes.map(({ kind }) => kind)).toEqual([...letterKinds]);
    expect(changes[0]).toMatchObject({
      offices: [{ code: "meti-kanto" }],
      parts: [{ label: "発信者", before: "関東経済産業局長　（公印省略）", after: "関東局長　（公印省略）" }],
    });
  });
});

describe("公布を止める文面", () => {
  async function publishRefused(editionId: string) {
    const step = async () => {
      const { revision } = expectOk(await openEdition(editor, editionId)).edition;
      return { editionId, revision, reason };
    };
    expectOk(await submitForPublication(editor, await step()));
    const publisher = await logIn(portal, "administrator-2");
    return refusalOf(
      await publishEdition(publisher, pdf(), {
        ...(await step()),
        label: "次の版",
        effectiveFrom: "2027-04-01",
      }),
    );
  }

  it("その通知書では値の無い差込みは、名前を言って止める", async () => {
    const editionId = await draft();
    await rewrite(editionId, "{declineReason}により認定します。");
    expect(await check(editionId, "letters")).toMatchObject({
      outcome: "fail",
      found: 1,
      findings: [
        {
          where: `認定通知書（北海道経済産業局など${rulebook.offices.size}局）`,
          message: "「認定をしない理由」に入る値がないため、この通知書を作れません。",
        },
      ],
    });
    const { letter } = expectOk(await sampleLetterOf(editor, pdf(), { editionId, request }));
    expect(letter).toEqual({ kind: "incomplete", missing: ["認定をしない理由"] });
    expect(await publishRefused(editionId)).toEqual({ kind: "edition", refusal: { kind: "proofFailed" } });
  });

  it("どの書体にも無い文字は、その文字を言って止める", async () => {
    const editionId = await draft();
    await addFor(editionId, { office: "nta-okinawa" }, "認定します😀。");
    expect(await check(editionId, "letters")).toMatchObject({ outcome: "pass" });
    expect(await check(editionId, "letterGlyphs")).toMatchObject({
      outcome: "fail",
      findings: [{ where: "文字 U+1F600", message: expect.stringContaining("😀") }],
    });
    expect(await publishRefused(editionId)).toEqual({ kind: "edition", refusal: { kind: "proofFailed" } });
  });

  it("知らない差込みは、保存する時に欄を指して断る", async () => {
    const editionId = await draft();
    const { rows } = expectOk(await openEditionTable(editor, { editionId, table }));
    const [row] = rows;
    if (row === undefined) throw new Error("本文がありません。");
    expect(
      refusalOf(
        await editDraftRow(editor, { editionId, table, reason, ...row, cells: { text: "{会社名}" } }),
      ),
    ).toMatchObject({
      kind: "draftRows",
      faults: [{ kind: "invalid", faults: { text: ["差込みの名前 {会社名} は使えません"] } }],
    });
  });
});
