/** 添付の検査と片付け。検査の道具は、本物の TCP で INSTREAM を話す。 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkApplication } from "#app/usecases/applications/check-application.server.ts";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { attachedFiles } from "#app/usecases/attachments/attached-files.server.ts";
import { downloadOwnAttachment } from "#app/usecases/attachments/download-attachment.server.ts";
import { openAttachments } from "#app/usecases/attachments/open-attachments.server.ts";
import { receivePiece, receiveWhole } from "#app/usecases/attachments/receive-upload.server.ts";
import { removeAttachment } from "#app/usecases/attachments/remove-attachment.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { startWorker, type Worker } from "#app/worker.server.ts";
import { outbox } from "#db/schema/index.ts";
import { infectedPdf, inPieces, pdfFile, pngFile } from "#test/support/attachment-files.ts";
import { type FakeClamd, startFakeClamd } from "#test/support/fake-clamd.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf, start } from "#test/support/procedure.ts";
import { createTestClock, type TestClock } from "#test/support/test-clock.ts";

let clamd: FakeClamd;
let clock: TestClock;
let portal: TestServices;
let worker: Worker;
let applicant: UseCaseContext;
let own: OwnApplication;

async function open(environment: Readonly<Record<string, string>>): Promise<void> {
  clock = createTestClock("2026-12-01T01:00:00.000Z");
  portal = await startTestServices({ clock, environment });
  worker = startWorker(portal.services);
  await worker.drain();
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  own = await start(applicant);
}
beforeEach(async () => {
  clamd = await startFakeClamd();
});
afterEach(async () => {
  await worker.stop();
  await portal.close();
  await clamd.close();
});

const withScanner = (more: Readonly<Record<string, string>> = {}) =>
  open({ CLAMD_HOST: "127.0.0.1", CLAMD_PORT: String(clamd.port), ...more });
const attach = async (bytes: Uint8Array, fileName = "書類.pdf"): Promise<string> => {
  const target = { kind: "other", rowIds: [], replaces: null, fileName, size: null };
  const progress = expectOk(
    await receiveWhole(applicant, portal.services, { ...own, target, bytes: inPieces(bytes) }),
  );
  if (progress.state !== "attached") throw new Error(JSON.stringify(progress));
  return progress.attachmentId;
};
const states = async () =>
  (await attachedFiles(applicant, own.applicationId)).files.map(({ fileName, scan }) => [fileName, scan]);
const checks = async () =>
  expectOk(await checkApplication(applicant, own))
    .findings.filter(({ section }) => section === "attachments")
    .map(({ check, severity }) => [check, severity]);
const download = (attachmentId: string) =>
  downloadOwnAttachment(applicant, portal.services.storage, { ...own, attachmentId });
const filesIn = async (folder: string): Promise<number> =>
  (
    await readdir(join(portal.dataDir, folder), { recursive: true, withFileTypes: true }).catch(() => [])
  ).filter((entry) => entry.isFile()).length;
const deadOrWaiting = () =>
  portal.services.database.reader
    .select()
    .from(outbox)
    .all()
    .filter(({ state }) => state !== "done");

describe("検査", () => {
  it("済むまでは隔離の置き場にあって開けず、申請もできない。済めば保管庫に移り、開ける", async () => {
    await withScanner();
    const id = await attach(pdfFile({ size: 100_000 }));
    expect(await states()).toEqual([["書類.pdf", "scanning"]]);
    expect([await filesIn("quarantine"), await filesIn("files")]).toEqual([1, 0]);
    expect(refusalOf(await download(id))).toMatchObject({ what: expect.stringContaining("検査が済むまで") });
    expect(await checks()).toEqual([["attachmentScanning", "error"]]);
    await worker.drain();
    expect(await states()).toEqual([["書類.pdf", "clean"]]);
    expect([await filesIn("quarantine"), await filesIn("files")]).toEqual([0, 1]);
    expect(expectOk(await download(id)).bytes).toHaveLength(pdfFile({ size: 100_000 }).byteLength);
    expect(await checks()).toEqual([]);
  });

  it("感染していれば、中身を消して添付から取り除き、そのことを画面に示す。同じ中身は二度と受け取らない", async () => {
    await withScanner();
    const id = await attach(infectedPdf(), "証明書.pdf");
    await worker.drain();
    expect(await states()).toEqual([]);
    expect([await filesIn("quarantine"), await filesIn("files")]).toEqual([0, 0]);
    expect(refusalOf(await download(id))).toEqual({ kind: "notFound" });
    const page = expectOk(await openAttachments(applicant, portal.services, own));
    expect(page.infected).toMatchObject([{ fileName: "証明書.pdf" }]);
    await expect(attach(infectedPdf())).rejects.toThrow("前にウイルスが見つかっています");
    clock.advance({ minutes: 1 });
    await attach(pdfFile());
    expect(expectOk(await openAttachments(applicant, portal.services, own)).infected).toEqual([]);
  });

  it("検査の道具が止まっていれば、やり直すまで検査中のまま。動き出せば済む", async () => {
    await withScanner();
    clamd.behave("broken");
    await attach(pdfFile());
    await worker.drain();
    expect(await states()).toEqual([["書類.pdf", "scanning"]]);
    expect(deadOrWaiting()).toMatchObject([{ topic: "scanAttachment", state: "waiting", attempts: 1 }]);
    expect(await filesIn("quarantine")).toBe(1);
    clamd.behave("working");
    clock.advance({ minutes: 1 });
    await worker.drain();
    expect(await states()).toEqual([["書類.pdf", "clean"]]);
    expect(deadOrWaiting()).toEqual([]);
  });

  it("検査を待つ間に取り除いたファイルは、検査せずに消える", async () => {
    await withScanner();
    const id = await attach(pdfFile());
    expectOk(await removeAttachment(applicant, { ...own, attachmentId: id }));
    await worker.drain();
    expect(clamd.scanned).toEqual([]);
    expect([await filesIn("quarantine"), await filesIn("files")]).toEqual([0, 0]);
  });

  it("必須でなければ、検査が済む前でも警告だけで申請できる", async () => {
    await withScanner({ ATTACHMENT_SCAN: "optional" });
    clamd.behave("broken");
    await attach(pdfFile());
    await worker.drain();
    expect(await checks()).toEqual([["attachmentScanning", "warning"]]);
  });

  it("検査の設定がなければ、検査したふりをせず未検査と示す", async () => {
    await open({});
    const id = await attach(pdfFile());
    expect(await states()).toEqual([["書類.pdf", "unscanned"]]);
    expect(expectOk(await download(id)).fileName).toBe("書類.pdf");
    expect(await checks()).toEqual([["attachmentUnscanned", "warning"]]);
    await worker.drain();
    expect(deadOrWaiting()).toEqual([]);
  });

  it.each([
    [{ ATTACHMENT_SCAN: "required" }, /CLAMD_HOST か CLAMD_SOCKET/u],
    [{ CLAMD_HOST: "a", CLAMD_SOCKET: "/run/clamd.sock" }, /どちらか一つ/u],
    [{ CLAMD_HOST: "a", CLAMD_PORT: "0" }, /CLAMD_PORT/u],
  ])("誰も申請できなくなる設定 %j では起動しない", async (environment, message) => {
    await open({});
    const { readConfig } = await import("#app/config.server.ts");
    expect(() => readConfig({ NODE_ENV: "test", ...environment })).toThrow(message);
  });
});

describe("片付け", () => {
  const uploadId = "0190c0de-0000-4000-8000-000000000009";
  const half = () =>
    receivePiece(applicant, portal.services, {
      ...own,
      uploadId,
      offset: 0,
      bytes: inPieces(pdfFile().subarray(0, 50)),
      target: { kind: "other", rowIds: [], replaces: null, fileName: "半分.pdf", size: 5000 },
    });

  it("届ききらないまま一日たった送信は消え、一日たたない物は残る", async () => {
    await open({});
    expectOk(await half());
    clock.advance({ hours: 20 });
    await worker.drain();
    expect(await filesIn("quarantine")).toBe(1);
    clock.advance({ hours: 24 });
    await worker.drain();
    expect(await filesIn("quarantine")).toBe(0);
    expect(expectOk(await openAttachments(applicant, portal.services, own)).unfinished).toEqual([]);
  });

  it("取り除いて一日たった中身は消えるが、ほかの添付が同じ中身を使っていれば残る", async () => {
    await open({});
    const shared = pdfFile();
    const first = await attach(shared);
    await attach(shared, "同じ中身.pdf");
    const alone = await attach(pngFile(), "図.png");
    expect(await filesIn("files")).toBe(2);
    for (const attachmentId of [first, alone])
      expectOk(await removeAttachment(applicant, { ...own, attachmentId }));
    clock.advance({ days: 2 });
    await worker.drain();
    expect(await filesIn("files")).toBe(1);
    const [left] = (await attachedFiles(applicant, own.applicationId)).files;
    expect(expectOk(await download(left?.id ?? "")).fileName).toBe("同じ中身.pdf");
    // 消した中身も、添付し直せばまた開ける。
    const again = await attach(pngFile(), "図.png");
    expect(expectOk(await download(again)).mediaType).toBe("image/png");
  });

  it("検査を待つファイルは、一日たっても消さない", async () => {
    await withScanner();
    clamd.behave("broken");
    await attach(pdfFile());
    clock.advance({ days: 2 });
    await worker.drain();
    expect(await filesIn("quarantine")).toBe(1);
    clamd.behave("working");
    clock.advance({ days: 1 });
    await worker.drain();
    expect(await states()).toEqual([["書類.pdf", "clean"]]);
  });
});
