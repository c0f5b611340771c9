/** 規則集のファイルの画面: 取り出しの答えと、受け取れない本文。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { action } from "#app/routes/admin/rulebook/files.tsx";
import { loader as workbook } from "#app/routes/admin/rulebook/files-xlsx.ts";
import { loader as archive } from "#app/routes/admin/rulebook/files-zip.ts";
import { draftEdition } from "#test/support/editions.ts";
import { startTestServices, testOrigin, type TestServices } from "#test/support/portal-services.ts";
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

const MEGABYTE = 1024 * 1024;

/** 取込みの form を送る。 @returns 状態と、ファイルの欄の誤り */
async function send(form: BodyInit, headers: Readonly<Record<string, string>> = {}) {
  const answer = await action({
    request: new Request(`${testOrigin}/admin/rulebook/${edition}/files`, {
      method: "POST",
      body: form,
      headers: { Cookie: cookie, ...headers },
    }),
    params: { edition },
    context: portal.loadContext,
  });
  return { status: answer.init?.status, files: answer.data.errors["files"] ?? [], answer: answer.data };
}
const formWith = (name: string, content: Uint8Array<ArrayBuffer> | string): FormData => {
  const form = new FormData();
  form.set("revision", "0");
  form.set("reason", "届いた一式");
  form.set("files", new File([content], name));
  return form;
};

describe.each([
  ["一式の zip", archive, "application/zip", ".zip"],
  [
    "やり取りする表の XLSX",
    workbook,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsx",
  ],
] as const)("%s", (_what, loader, type, extension) => {
  it("版の名前の付いたファイルとして渡し、控えに残させない", async () => {
    const answer = await load(loader, portal.loadContext, `/admin/rulebook/${edition}/files${extension}`, {
      params: { edition },
      headers: { Cookie: cookie },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe(type);
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    expect(decodeURIComponent(answer.headers.get("Content-Disposition") ?? "")).toContain(
      `規則集_次の版${extension}`,
    );
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
  });

  it("無い版は 404、申請者には渡さない", async () => {
    const given = { params: { edition: "no-such" }, headers: { Cookie: cookie } };
    expect((await load(loader, portal.loadContext, "/x", given)).status).toBe(404);
    const applicant = { params: { edition }, headers: { Cookie: await applicantCookie(portal) } };
    expect((await load(loader, portal.loadContext, "/x", applicant)).status).toBe(403);
  });
});

describe("受け取れない本文", () => {
  const tooLarge = { status: 413, files: [expect.stringContaining("合わせて 16 MB まで")] };

  it("16 MB を超えるファイル", async () => {
    expect(await send(formWith("offices.csv", new Uint8Array(17 * MEGABYTE)))).toMatchObject(tooLarge);
  });

  it("途中で切れた form", async () => {
    const headers = { "Content-Type": "multipart/form-data; boundary=mark" };
    const body = '--mark\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\n途中';
    expect(await send(body, headers)).toMatchObject(tooLarge);
  });

  it("form でない本文は、ファイルを選んでいないものとして答える", async () => {
    expect(await send("revision=0", { "Content-Type": "text/plain" })).toMatchObject({
      status: 422,
      files: ["取り込むファイルを選んでください。"],
    });
  });

  it("直す所は、ファイル、行、欄の名前、理由に分けて示し、打った理由を残す", async () => {
    const { status, answer } = await send(
      formWith("period-choices.csv", "months,label,certainty,source\nx,3年,seen,http\n"),
    );
    expect(status).toBe(422);
    expect(answer.reason).toBe("届いた一式");
    expect(answer.faults).toContainEqual({
      file: "period-choices.csv",
      place: "2行目",
      column: "月数",
      message: "「x」: 0 以上の整数で書きます",
    });
  });
});
