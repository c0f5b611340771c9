/** ファイルの一式を編集中の版に取り込む: 全部の表が入れ替わるか、何も変わらない。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { splitRulebookFiles } from "#app/adapters/rulebook-files/split-rulebook-files.server.ts";
import { csvOf, rulebookFiles } from "#app/domain/rulebook/write-files.ts";
import { tablesOf } from "#app/domain/rulebook/stored-edition.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { abandonDraft } from "#app/usecases/rulebook/abandon-draft.server.ts";
import { importIntoDraft } from "#app/usecases/rulebook/import-into-draft.server.ts";
import { openEdition } from "#app/usecases/rulebook/open-edition.server.ts";
import { undoDraftEdit } from "#app/usecases/rulebook/undo-draft-edit.server.ts";
import { storedEdition } from "#db/queries/stored-editions.ts";
import { parsed } from "#test/domain/rulebook/first-edition.ts";
import { draftEdition } from "#test/support/editions.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf } from "#test/support/procedure.ts";

let portal: TestServices;
let editor: UseCaseContext;
const reason = "省庁から届いた一式";
const encoder = new TextEncoder();

beforeAll(async () => {
  portal = await startTestServices();
  editor = await logIn(portal, "administrator-1");
});
afterAll(() => portal.close());

/** 第一版のファイルの、指した名前の中身だけを替えた一式。 */
const filesWith = async (changed: Readonly<Record<string, (content: string) => string>> = {}) => {
  const files = rulebookFiles({ label: "届いた版", effectiveFrom: "2027-04-01" }, parsed.tables);
  const given = [...files].map(([name, content]) => ({
    name,
    bytes: encoder.encode(changed[name]?.(content) ?? content),
  }));
  return expectOk(await splitRulebookFiles(given)).files;
};
const contentOf = (editionId: string) => {
  const stored = storedEdition(portal.services.database, editionId);
  if (stored === undefined) throw new Error("版がありません。");
  return tablesOf(stored);
};
const draftOf = async (editionId: string) => ({
  editionId,
  revision: expectOk(await openEdition(editor, editionId)).edition.revision,
});
/** 見出しはそのまま、行の並びを逆にする。 */
const reversed = (content: string): string => {
  const [head = "", ...rows] = content.trimEnd().split("\n");
  return `${[head, ...rows.toReversed()].join("\n")}\n`;
};
describe("編集中の版への取込み", () => {
  it("版を指さなければ、今日の版を写した新しい編集中の版になり、ファイルと同じ中身になる", async () => {
    const files = await filesWith({ "offices.csv": reversed });
    const { editionId, tables } = expectOk(await importIntoDraft(editor, { files, draft: null, reason }));
    const { edition, edits } = expectOk(await openEdition(editor, editionId));
    expect(edition).toMatchObject({ status: "draft", label: "届いた版", effectiveFrom: "2027-04-01" });
    expect(tables).toEqual([
      { table: "offices", added: 0, removed: 0, changed: parsed.tables.offices.length },
    ]);
    expect(edits).toMatchObject([{ kind: "import", tableName: "offices", reason }]);
    expect(contentOf(editionId).offices).toEqual(parsed.tables.offices.toReversed());
  });

  it("足した行、消した行、並びの違いのどれも、表ごとに取り消せば元に戻る", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const before = contentOf(editionId);
    const shorter = (content: string) => reversed(content).replace(/^.+\n(?=$)/mu, "");
    const files = await filesWith({
      "holidays.csv": (content) => shorter(content).replace(/\n2027-/u, "\n2031-"),
      "period-choices.csv": (content) => content.replace("3年", "三年"),
      "edition.json": (content) =>
        content.replace(/"holidays": \d+/u, `"holidays": ${parsed.tables.holidays.length - 1}`),
    });
    expectOk(await importIntoDraft(editor, { files, draft: await draftOf(editionId), reason }));
    expect(contentOf(editionId)).not.toEqual(before);
    const { edits } = expectOk(await openEdition(editor, editionId));
    expect(edits).toHaveLength(2);
    for (const { revision } of edits) expectOk(await undoDraftEdit(editor, { editionId, revision, reason }));
    expect(contentOf(editionId)).toEqual(before);
  });

  it("一行でも誤りがあれば、ファイルと行と理由を言って、どの表も変えない", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const before = contentOf(editionId);
    const files = await filesWith({
      "period-choices.csv": (content) => content.replace("3年", "三年"),
      "prefectures.csv": (content) => content.replace("\n02,", "\n99,"),
    });
    const refusal = refusalOf(
      await importIntoDraft(editor, { files, draft: await draftOf(editionId), reason }),
    );
    expect(refusal.kind === "rulebookFiles" && refusal.faults).toContainEqual(
      expect.objectContaining({ file: "prefectures.csv", line: 3 }),
    );
    expect(contentOf(editionId)).toEqual(before);
    expect(expectOk(await openEdition(editor, editionId)).edits).toEqual([]);
  });

  it("同じ中身の一式を取り込んでも、編集は残らない", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const draft = await draftOf(editionId);
    expect(
      expectOk(await importIntoDraft(editor, { files: await filesWith(), draft, reason })).tables,
    ).toEqual([]);
  });

  it("開いた後に動いた版、取りやめた版、公布した版には取り込めず、管理者のほかは取り込めない", async () => {
    const files = await filesWith({ "period-choices.csv": (content) => content.replace("3年", "三年") });
    const editionId = await draftEdition(portal, "2027-04-01");
    const draft = await draftOf(editionId);
    expectOk(await importIntoDraft(editor, { files, draft, reason }));
    expect(refusalOf(await importIntoDraft(editor, { files, draft, reason })).kind).toBe("stale");
    expectOk(await abandonDraft(editor, { ...(await draftOf(editionId)), reason }));
    const abandoned = { files, draft: await draftOf(editionId), reason };
    expect(refusalOf(await importIntoDraft(editor, abandoned)).kind).toBe("edition");
    const manager = await logIn(portal, "tohoku-manager");
    expect(refusalOf(await importIntoDraft(manager, { files, draft: null, reason })).kind).toBe("forbidden");
  });
});

describe("届いたファイルの一式", () => {
  it("見出しのない一式、同じ名前の二つ、知らない種類のファイルを断る", async () => {
    const bytes = encoder.encode(csvOf("periodChoices", parsed.tables));
    const name = "period-choices.csv";
    const given = [
      { name, bytes },
      { name, bytes },
      { name: "readme.txt", bytes },
    ];
    expect(await splitRulebookFiles(given)).toEqual({
      ok: false,
      error: [
        { file: "edition.json", line: 1, message: "ファイルがありません" },
        { file: name, line: 1, message: "同じ名前のファイルが二つあります" },
        { file: "readme.txt", line: 1, message: "規則集の表にないファイルです" },
      ],
    });
  });
});
