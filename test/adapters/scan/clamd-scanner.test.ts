/** ClamAV との話し方。 */
import { afterEach, beforeEach, expect, it } from "vitest";
import { createClamdScanner } from "#app/adapters/scan/clamd-scanner.server.ts";
import { infectedPdf, inPieces, pdfFile } from "#test/support/attachment-files.ts";
import { type FakeClamd, startFakeClamd } from "#test/support/fake-clamd.ts";

let clamd: FakeClamd;
beforeEach(async () => {
  clamd = await startFakeClamd();
});
afterEach(() => clamd.close());
const scan = (bytes: Uint8Array, timeout?: number) =>
  createClamdScanner({ host: "127.0.0.1", port: clamd.port }, timeout).scan(inPieces(bytes, 100_000));

it("中身の全部を塊に分けて送り、きれいなら clean", async () => {
  const bytes = pdfFile({ size: 700_000 });
  expect(await scan(bytes)).toEqual({ kind: "clean", engine: "clamd" });
  expect(clamd.scanned).toEqual([bytes.byteLength]);
});

it("EICAR を含めば、見つかったものの名前を返す", async () => {
  expect(await scan(infectedPdf())).toEqual({ kind: "infected", signature: "Eicar-Test-Signature" });
});

it("空のファイルも検査できる", async () => {
  expect(await scan(new Uint8Array())).toMatchObject({ kind: "clean" });
});

it.each([["broken"], ["full"]] as const)(
  "検査の道具が %s のときは、きれいとみなさず throw する",
  async (how) => {
    clamd.behave(how);
    await expect(scan(pdfFile({ size: 200_000 }))).rejects.toThrow();
  },
);

it("答えが来なければ、決めた時間で throw する", async () => {
  clamd.behave("silent");
  await expect(scan(pdfFile(), 200)).rejects.toThrow("時間のうちに");
});

it("検査の道具が動いていなければ throw する", async () => {
  const { port } = clamd;
  await clamd.close();
  await expect(createClamdScanner({ host: "127.0.0.1", port }).scan(inPieces(pdfFile()))).rejects.toThrow();
  clamd = await startFakeClamd();
});
