/** 中身の種類と構造の検査。名前は渡していないので、拡張子で見分けることはできない。 */
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPdfRenderer } from "#app/adapters/pdf/pdf-renderer.server.ts";
import { inspectFile } from "#app/adapters/upload/inspect-file.server.ts";
import { jpegFile, objectStream, pdfFile, pngFile } from "#test/support/attachment-files.ts";
import { CREATED_AT, filedForm } from "#test/pdf/plan-fixtures.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "portal-inspect-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inspect(bytes: Uint8Array): Promise<string> {
  const file = join(folder, "file");
  await writeFile(file, bytes);
  const handle = await open(file, "r");
  try {
    const verdict = await inspectFile(handle, bytes.byteLength);
    return verdict.accepted ? verdict.mediaType : verdict.fault;
  } finally {
    await handle.close();
  }
}

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");
const cut = (bytes: Buffer, by: number): Buffer => bytes.subarray(0, bytes.byteLength - by);
const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 0xff, at);
  return copy;
};
const filtered = (filter: string, body: Buffer): Buffer =>
  Buffer.concat([
    latin1(`<< /Type /ObjStm /Filter ${filter} /Length ${body.byteLength} >>\nstream\n`),
    body,
    latin1("\nendstream"),
  ]);
const script = "<< /S /JavaScript /JS (app.alert(1)) >>";
const far = " ".repeat(70_000);

describe("受け取れるファイル", () => {
  it.each<[string, () => Buffer, string]>([
    ["PDF", () => pdfFile(), "application/pdf"],
    ["大きな PDF", () => pdfFile({ size: 300_000 }), "application/pdf"],
    [
      "辞書を圧縮した PDF",
      () => pdfFile({ objects: [objectStream("4 0 << /Type /Font >>")] }),
      "application/pdf",
    ],
    [
      "開く所を決めただけの PDF（文書作成の道具が付ける）",
      () => pdfFile({ catalog: "/OpenAction [3 0 R /XYZ null null 0]" }),
      "application/pdf",
    ],
    ["リンクのある PDF", () => pdfFile({ catalog: "/URI (https://example.jp/)" }), "application/pdf"],
    ["終わりの後に空行のある PDF", () => Buffer.concat([pdfFile(), latin1("\r\n\r\n")]), "application/pdf"],
    ["JPEG", jpegFile, "image/jpeg"],
    [
      "機械の記録が後ろに付いた JPEG",
      () => Buffer.concat([jpegFile(), Buffer.alloc(200_000, 1)]),
      "image/jpeg",
    ],
    ["PNG", pngFile, "image/png"],
  ])("%s", async (_name, bytes, type) => expect(await inspect(bytes())).toBe(type));
});

describe("受け取れないファイル", () => {
  it.each<[string, () => Buffer, string]>([
    ["空", () => Buffer.alloc(0), "empty"],
    ["途中で切れた PDF", () => cut(pdfFile({ size: 50_000 }), 600), "broken"],
    ["頭だけの PDF", () => latin1("%PDF-1.7\n"), "broken"],
    ["表の場所が外を指す PDF", () => latin1("%PDF-1.7\n1 0 obj\nendobj\nstartxref\n99999\n%%EOF"), "broken"],
    ["オブジェクトのない PDF", () => latin1("%PDF-1.7\nstartxref\n0\n%%EOF"), "broken"],
    ["暗号の掛かった PDF", () => pdfFile({ trailer: "/Encrypt 9 0 R" }), "encryptedPdf"],
    ["JavaScript を含む PDF", () => pdfFile({ catalog: `/OpenAction ${script}` }), "activePdf"],
    [
      "字を置き換えて隠した JavaScript",
      () => pdfFile({ catalog: "/AA << /O << /S /J#61vaS#63ript >> >>" }),
      "activePdf",
    ],
    [
      "塊の境目にまたがる JavaScript",
      () => pdfFile({ catalog: `${far.slice(0, 65_536 - 75)}${script}` }),
      "activePdf",
    ],
    [
      "プログラムを起動する PDF",
      () => pdfFile({ catalog: "/OpenAction << /S /Launch /F (a.exe) >>" }),
      "activePdf",
    ],
    [
      "圧縮した辞書の中の JavaScript",
      () => pdfFile({ objects: [objectStream(`4 0 ${script}`)] }),
      "activePdf",
    ],
    [
      "後ろの方の圧縮した辞書の中の暗号",
      () => pdfFile({ catalog: far, objects: [objectStream("4 0 << /Encrypt 1 0 R >>")] }),
      "encryptedPdf",
    ],
    [
      "広げられない圧縮の辞書",
      () => pdfFile({ objects: [filtered("/LZWDecode", Buffer.from([1, 2, 200, 255]))] }),
      "uncheckablePdf",
    ],
    [
      "壊れた圧縮の辞書",
      () => pdfFile({ objects: [filtered("/FlateDecode", Buffer.from([1, 2, 3]))] }),
      "uncheckablePdf",
    ],
    [
      "広げると巨大になる辞書",
      () => pdfFile({ objects: [filtered("/FlateDecode", deflateSync(Buffer.alloc(64 * 1024 * 1024)))] }),
      "uncheckablePdf",
    ],
    ["途中で切れた JPEG", () => cut(jpegFile(), 2), "broken"],
    ["画像のない JPEG", () => Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 0]), "broken"],
    ["途中で切れた PNG", () => cut(pngFile(), 12), "broken"],
    ["一字変えられた PNG", () => flipped(pngFile(), 20), "broken"],
    ["後ろに別の物の付いた PNG", () => Buffer.concat([pngFile(), latin1("PK\u0003\u0004")]), "broken"],
    ["実行ファイル", () => latin1("MZ\u0090\u0000"), "unknown"],
    ["HTML", () => latin1("<!doctype html><script>alert(1)</script>"), "unknown"],
    ["SVG", () => latin1('<svg xmlns="http://www.w3.org/2000/svg"/>'), "unknown"],
    ["Excel", () => latin1(`PK\u0003\u0004${" ".repeat(26)}[Content_Types].xml`), "office"],
    ["ZIP", () => latin1("PK\u0003\u0004a.pdf"), "zip"],
  ])("%s", async (_name, bytes, fault) => expect(await inspect(bytes())).toBe(fault));
});

it("圧縮した流れの中の偶然の並びを、動く物と取り違えない", async () => {
  const noise = latin1("/JS /AA /XFA /OpenAction");
  const body = Buffer.concat([
    latin1(`<< /Length ${noise.byteLength} >>\nstream\n`),
    noise,
    latin1("\nendstream"),
  ]);
  expect(await inspect(pdfFile({ objects: [body] }))).toBe("application/pdf");
});

it("ポータルが作る様式の PDF は、そのまま添付できる", async () => {
  const renderer = createPdfRenderer({ threads: 0 });
  const made = await renderer.render("application-form/v1", filedForm(), { createdAt: CREATED_AT });
  await renderer.close();
  expect(made.ok && (await inspect(made.value.bytes))).toBe("application/pdf");
});
