/** 通知書の文面の手入れの画面: 行の下の見本、見本の画面と PDF、公布されている版との違い。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loader as changes } from "#app/routes/admin/rulebook/letter-changes.tsx";
import { loader as samplePdf } from "#app/routes/admin/rulebook/letter-preview-pdf.ts";
import { loader as sample } from "#app/routes/admin/rulebook/letter-preview.tsx";
import { action, loader as table } from "#app/routes/admin/rulebook/table.tsx";
import type { LetterPreview } from "#app/ui/rulebook/LetterSample.tsx";
import { openEditionTable } from "#app/usecases/rulebook/open-edition-table.server.ts";
import { textOf } from "#test/pdf/pdf-inspection.ts";
import { draftEdition } from "#test/support/editions.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, testOrigin, type TestServices } from "#test/support/portal-services.ts";
import { expectOk } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { applicantCookie, staffCookie } from "#test/support/session-cookies.ts";

let portal: TestServices;
let cookie: string;
let edition: string;
beforeAll(async () => {
  portal = await startTestServices();
  cookie = await staffCookie(portal, "role:administrator");
  edition = await draftEdition(portal, "2027-04-01");
});
afterAll(() => portal.close());

const open = <T>(
  loader: Parameters<typeof load<T>>[0],
  path: string,
  options: { readonly table?: string } = {},
) =>
  load(loader, portal.loadContext, `/admin/rulebook/${edition}/${path}`, {
    params: { edition, ...options },
    headers: { Cookie: cookie },
  });
function shown<T>(answer: T | Response): T {
  if (answer instanceof Response) throw new Error(`断られました: ${answer.status}`);
  return answer;
}

async function rows(name: "letterParagraphs" | "offices") {
  const editor = await logIn(portal, "administrator-1");
  return expectOk(await openEditionTable(editor, { editionId: edition, table: name })).rows;
}

/** 広げた行を、打った値で送る。 */
async function press(intent: string, typed: Readonly<Record<string, string>>) {
  const row = (await rows("letterParagraphs")).find(({ cells }) => cells["letter"] === "decline");
  if (row === undefined) throw new Error("本文がありません。");
  const form = new FormData();
  form.set("intent", intent);
  form.set("fact", row.factId);
  form.set("revision", "0");
  form.set("reason", "文面を直すため");
  for (const [column, value] of Object.entries({ ...row.cells, ...typed })) {
    form.set(`cell.${column}`, value);
    form.set(`was.${column}`, row.cells[column] ?? "");
  }
  const answer = await action({
    request: new Request(`${testOrigin}/admin/rulebook/${edition}/letterParagraphs?row=${row.factId}`, {
      method: "POST",
      body: form,
      headers: { Cookie: cookie },
    }),
    params: { edition, table: "letterParagraphs" },
    context: portal.loadContext,
  });
  return { status: answer.init?.status, panel: answer.data.panel };
}
const bodyOf = (preview: LetterPreview | undefined) => preview?.notice?.body[0];

describe("文面の表の、広げた行", () => {
  it("保存してある文面の見本と、差込みの一覧が付く。ほかの表には付かない", async () => {
    const [row] = await rows("letterParagraphs");
    const page = shown(
      await open(table, `letterParagraphs?row=${row?.factId}`, { table: "letterParagraphs" }),
    );
    expect(page.panel?.preview).toMatchObject({ unsaved: false, problems: [] });
    expect(bodyOf(page.panel?.preview)).toContain("第17条第1項");
    expect(page.panel?.preview?.slots).toContainEqual({ slot: "{applicantName}", meaning: "事業者の名称" });
    const [office] = await rows("offices");
    const offices = shown(await open(table, `offices?row=${office?.factId}`, { table: "offices" }));
    expect(offices.panel).not.toBeNull();
    expect(offices.panel?.preview).toBeUndefined();
  });

  it("打ちかけの文面と局で見本を見ても、何も保存されず、打った値が残る", async () => {
    const { status, panel } = await press("preview", {
      text: "{declineReason}です。",
      office: "mlit_rdb-kinki",
    });
    expect(status).toBe(200);
    expect(panel?.preview).toMatchObject({
      unsaved: true,
      title: "不認定の通知書（近畿地方整備局）",
      notice: { body: ["（理由がここに入ります。）です。"], signatory: { title: "近畿地方整備局長" } },
    });
    expect(panel?.fields.find(({ column }) => column === "text")?.value).toBe("{declineReason}です。");
    const texts = (await rows("letterParagraphs")).map(({ cells }) => cells["text"]);
    expect(texts).not.toContain("{declineReason}です。");
  });

  it.each(["preview", "save"])("知らない差込みは、欄の誤りになり、打った値が残る（%s）", async (intent) => {
    const { status, panel } = await press(intent, { text: "{会社名}へ" });
    expect(status).toBe(422);
    const field = panel?.fields.find(({ column }) => column === "text");
    expect(field).toMatchObject({ value: "{会社名}へ", errors: ["差込みの名前 {会社名} は使えません"] });
    expect(panel?.preview).toMatchObject({ notice: null, problems: [expect.stringContaining("誤りを直す")] });
  });
});

describe("見本の画面", () => {
  it("選んだ通知書と局の見本が出て、PDF も同じ文面で、知らない値ははじめの物になる", async () => {
    const page = shown(await open(sample, "letter-preview?kind=revocation&office=nta-tokyo&plan=longest"));
    expect(page.notice?.signatory.title).toContain("東京国税局");
    expect(page.notice?.addressee.name).toHaveLength(300);
    expect(page.parts.map(({ words }) => words)).toEqual(Array(3).fill("全部の局の文面"));
    const pdf = await open(samplePdf, "letter-preview.pdf?kind=revocation&office=nta-tokyo");
    if (!(pdf instanceof Response)) throw new Error("PDF ではありません。");
    expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
    expect(textOf(new Uint8Array(await pdf.arrayBuffer()))).toContain(
      "その認定を取り消したので、通知します。",
    );
    const unknown = shown(await open(sample, "letter-preview?kind=x&office=y&plan=z"));
    expect(unknown.request).toEqual({ kind: "certification", office: "meti-hokkaido", plan: "corporation" });
  });

  it("直していない版には、公布されている版との違いがない", async () => {
    expect(shown(await open(changes, "letter-changes"))).toMatchObject({ changed: 0, changes: [] });
  });

  it("申請者には見せない", async () => {
    const applicant = await applicantCookie(portal);
    for (const loader of [sample, changes, samplePdf]) {
      const answer = await load<unknown>(
        loader,
        portal.loadContext,
        `/admin/rulebook/${edition}/letter-preview`,
        {
          params: { edition },
          headers: { Cookie: applicant },
        },
      );
      expect(answer instanceof Response && [403, 404].includes(answer.status)).toBe(true);
    }
  });
});
