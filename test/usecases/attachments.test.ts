/** 書類の添付: 受け取り、中身の検査、上限、凍結。本物のデータベースとディスクで。 */
import { createHash } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { attachmentLimits } from "#app/domain/attachment/attachment-limits.ts";
import { checkApplication } from "#app/usecases/applications/check-application.server.ts";
import { fileApplication } from "#app/usecases/applications/file-application.server.ts";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { attachedFiles } from "#app/usecases/attachments/attached-files.server.ts";
import {
  downloadFiledAttachment,
  downloadOwnAttachment,
} from "#app/usecases/attachments/download-attachment.server.ts";
import { filedAttachments } from "#app/usecases/attachments/frozen-attachments.server.ts";
import {
  receivePiece,
  receiveWhole,
  uploadProgress,
} from "#app/usecases/attachments/receive-upload.server.ts";
import { removeAttachment } from "#app/usecases/attachments/remove-attachment.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { inPieces, jpegFile, pdfFile, pngFile } from "#test/support/attachment-files.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk, file, refusalOf, rowOf, save, start } from "#test/support/procedure.ts";
import { auditEntries } from "#db/schema/index.ts";
import { planSections } from "#app/domain/plan/sections.ts";
import { acceptApplication } from "#app/usecases/review/accept-application.server.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";

const certificate = "industry-certificate";
let portal: TestServices;
let applicant: UseCaseContext;
let own: OwnApplication;

beforeEach(async () => {
  portal = await startTestServices();
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  own = await start(applicant);
  for (const { id } of planSections) await save(applicant, own, id, manufacturing.answers[id] ?? {});
});
afterEach(() => portal.close());

const rows = (): readonly string[] => {
  const equipment = manufacturing.answers["equipment"]?.["equipment"];
  return equipment === undefined || typeof equipment === "string" ? [] : equipment.map(({ id }) => id);
};
const attach = (
  bytes: Uint8Array,
  options: {
    readonly kind?: string;
    readonly fileName?: string;
    readonly replaces?: string;
    readonly by?: UseCaseContext;
    readonly stream?: AsyncIterable<Uint8Array>;
  } = {},
) =>
  receiveWhole(options.by ?? applicant, portal.services, {
    ...own,
    target: {
      kind: options.kind ?? "other",
      rowIds: rows(),
      replaces: options.replaces ?? null,
      fileName: options.fileName ?? "書類.pdf",
      size: null,
    },
    bytes: options.stream ?? inPieces(bytes),
  });
const attached = async (...parameters: Parameters<typeof attach>): Promise<string> => {
  const progress = expectOk(await attach(...parameters));
  if (progress.state !== "attached") throw new Error(JSON.stringify(progress));
  return progress.attachmentId;
};
const refused = async (...parameters: Parameters<typeof attach>): Promise<string> => {
  const progress = expectOk(await attach(...parameters));
  if (progress.state !== "refused") throw new Error(JSON.stringify(progress));
  return progress.message;
};
const list = () => attachedFiles(applicant, own.applicationId);
const names = async () => (await list()).files.map(({ fileName }) => fileName);
const inQuarantine = () => readdir(join(portal.dataDir, "quarantine")).catch(() => []);
const stored = async (): Promise<readonly string[]> =>
  (await readdir(join(portal.dataDir, "files"), { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const findings = async () =>
  expectOk(await checkApplication(applicant, own)).findings.filter(
    ({ section }) => section === "attachments",
  );

describe("一度に送る", () => {
  it("添付すると、ハッシュの名前で保管庫に移り、未検査であることが示され、中身がそのまま返る", async () => {
    const bytes = pdfFile({ size: 200_000 });
    const id = await attached(bytes, { fileName: "..\\証明書.pdf" });
    const { files } = await list();
    expect(files).toMatchObject([
      {
        fileName: "証明書.pdf",
        mediaType: "application/pdf",
        size: bytes.byteLength,
        sha256: hashOf(bytes),
        scan: "unscanned",
      },
    ]);
    expect(await stored()).toEqual([hashOf(bytes)]);
    expect(await inQuarantine()).toEqual([]);
    const back = expectOk(
      await downloadOwnAttachment(applicant, portal.services.storage, { ...own, attachmentId: id }),
    );
    expect(Buffer.from(back.bytes).equals(bytes)).toBe(true);
  });

  it.each([
    ["名前が .pdf の実行ファイル", Buffer.from("MZ\u0090\u0000"), "請求書.pdf", /PDF、JPEG、PNG/u],
    ["名前が .png の HTML", Buffer.from("<html>"), "図.png", /PDF、JPEG、PNG/u],
    ["Excel", Buffer.from("PK\u0003\u0004[Content_Types].xml"), "表.xlsx", /Excel/u],
    ["空", Buffer.alloc(0), "空.pdf", /空です/u],
    ["途中で切れた PDF", pdfFile({ size: 9000 }).subarray(0, 5000), "切.pdf", /途中で切れている/u],
    ["暗号の掛かった PDF", pdfFile({ trailer: "/Encrypt 9 0 R" }), "鍵.pdf", /パスワード/u],
    [
      "JavaScript を含む PDF",
      pdfFile({ catalog: "/AA << /S /JavaScript /JS () >>" }),
      "動.pdf",
      /JavaScript/u,
    ],
  ])("%sは断り、何も残さない", async (_name, bytes, fileName, message) => {
    expect(await refused(bytes, { fileName })).toMatch(message);
    expect(await names()).toEqual([]);
    expect(await inQuarantine()).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  it("拡張子が違っても、中身が正しい画像なら受け取り、中身の種類で残る", async () => {
    await attached(pngFile(), { fileName: "写真.pdf" });
    await attached(jpegFile(), { fileName: "写真" });
    expect((await list()).files.map(({ mediaType }) => mediaType)).toEqual(["image/png", "image/jpeg"]);
  });

  it("大きすぎるファイルは、届く途中で断る。届いた全部をディスクに書かない", async () => {
    let largest = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let sent = 0; sent < attachmentLimits.fileBytes * 2; sent += 1024 * 1024) {
        const [id] = await inQuarantine();
        if (id !== undefined) largest = Math.max(largest, await portal.services.uploads.offset(id));
        yield Buffer.alloc(1024 * 1024, 0x20);
      }
    }
    expect(await refused(Buffer.alloc(0), { stream: endless() })).toMatch(/10 MBまで/u);
    expect(largest).toBeGreaterThan(0);
    expect(largest).toBeLessThanOrEqual(attachmentLimits.fileBytes);
    expect(await inQuarantine()).toEqual([]);
  });

  it("途中で切れたら、何も残さない", async () => {
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield pdfFile().subarray(0, 100);
      throw new Error("接続が切れた");
    }
    expect(await refused(Buffer.alloc(0), { stream: cut() })).toMatch(/途中で切れました/u);
    expect(await inQuarantine()).toEqual([]);
  });

  it("いまの計画に要らない種類と、どの設備の物か分からない証明書は、欄の誤りで断る", async () => {
    const wrongKind = await attach(pdfFile(), { kind: "bureau-confirmation" });
    expect(refusalOf(wrongKind)).toMatchObject({ kind: "invalid", errors: { file: [expect.any(String)] } });
    const target = { kind: certificate, rowIds: ["nowhere"], replaces: null, fileName: "a.pdf", size: null };
    const noRow = await receiveWhole(applicant, portal.services, {
      ...own,
      target,
      bytes: inPieces(pdfFile()),
    });
    expect(refusalOf(noRow)).toMatchObject({ errors: { rows: [expect.stringMatching(/どの設備/u)] } });
  });
});

describe("数と合計の上限", () => {
  it("21個目は断る。取り除けば添付でき、差替えは数を増やさない", async () => {
    const ids: string[] = [];
    for (let index = 0; index < attachmentLimits.files; index += 1)
      ids.push(await attached(pdfFile({ catalog: `/N ${index}` })));
    expect(refusalOf(await attach(pdfFile()))).toMatchObject({
      errors: { file: [expect.stringMatching(/20個まで/u)] },
    });
    await attached(pngFile(), { replaces: ids[3] ?? "" });
    expect((await list()).totals.files).toBe(20);
    expectOk(await removeAttachment(applicant, { ...own, attachmentId: ids[4] ?? "" }));
    await attached(pdfFile());
    expect((await list()).totals.files).toBe(20);
  });

  it("同時に送っても、上限を超えない", async () => {
    for (let index = 0; index < attachmentLimits.files - 2; index += 1)
      await attached(pdfFile({ catalog: `/N ${index}` }));
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => attach(pdfFile({ catalog: `/Late ${index}` }))),
    );
    const states = answers.map((answer) => (answer.ok ? answer.value.state : "refused")).sort();
    expect(states).toEqual(["attached", "attached", "refused", "refused", "refused", "refused"]);
    expect((await list()).totals.files).toBe(20);
    expect(await inQuarantine()).toEqual([]);
  });

  it("合計の上限は、数が少なくても守る", async () => {
    for (let index = 0; index < 6; index += 1)
      await attached(pdfFile({ catalog: `/N ${index}`, size: attachmentLimits.fileBytes - 100 }));
    expect(await refused(pdfFile({ size: 200_000 }))).toMatch(/合計が60 MBを超えます/u);
  });
});

describe("分けて送る", () => {
  const uploadId = "0190c0de-0000-4000-8000-000000000001";
  const bytes = pdfFile({ size: 50_000 });
  const piece = (
    offset: number,
    body: AsyncIterable<Uint8Array>,
    options: { readonly by?: UseCaseContext; readonly id?: string; readonly size?: number } = {},
  ) =>
    receivePiece(options.by ?? applicant, portal.services, {
      ...own,
      uploadId: options.id ?? uploadId,
      offset,
      bytes: body,
      target: {
        kind: certificate,
        rowIds: rows(),
        replaces: null,
        fileName: "証明書.pdf",
        size: options.size ?? bytes.byteLength,
      },
    });
  const asked = async () => expectOk(await uploadProgress(applicant, portal.services, { ...own, uploadId }));

  it("切れたら、届いた所から続きを送れる。前の所からの再送は書かない", async () => {
    expect(await asked()).toEqual({ state: "receiving", offset: 0 });
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 7000);
      throw new Error("接続が切れた");
    }
    expect(expectOk(await piece(0, cut()))).toEqual({ state: "receiving", offset: 7000 });
    expect(await asked()).toEqual({ state: "receiving", offset: 7000 });
    expect(expectOk(await piece(0, inPieces(bytes.subarray(0, 9000))))).toEqual({
      state: "receiving",
      offset: 7000,
    });
    expect(expectOk(await piece(7000, inPieces(bytes.subarray(7000, 30_000))))).toEqual({
      state: "receiving",
      offset: 30_000,
    });
    const end = expectOk(await piece(30_000, inPieces(bytes.subarray(30_000))));
    expect(end).toMatchObject({ state: "attached" });
    expect((await list()).files).toMatchObject([{ sha256: hashOf(bytes), size: bytes.byteLength }]);
    // 答えの届かなかった最後の一つを、もう一度送っても、添付は一つ。
    expect(expectOk(await piece(30_000, inPieces(bytes.subarray(30_000))))).toEqual(end);
    expect(await asked()).toEqual(end);
    expect((await list()).files).toHaveLength(1);
  });

  it("立ち上げ直した後も、続きから送れて、ハッシュは全体のもの", async () => {
    expectOk(await piece(0, inPieces(bytes.subarray(0, 20_000))));
    const { createDiskUploadStore } = await import("#app/adapters/upload/disk-upload-store.server.ts");
    const again = { ...portal.services, uploads: createDiskUploadStore(join(portal.dataDir, "quarantine")) };
    expectOk(
      await receivePiece(applicant, again, {
        ...own,
        uploadId,
        offset: 20_000,
        bytes: inPieces(bytes.subarray(20_000)),
        target: {
          kind: certificate,
          rowIds: rows(),
          replaces: null,
          fileName: "証明書.pdf",
          size: bytes.byteLength,
        },
      }),
    );
    expect((await list()).files).toMatchObject([{ sha256: hashOf(bytes) }]);
  });

  it("黙ったままの前の送信は、続きの送信が打ち切る", async () => {
    let wake = (): void => undefined;
    async function* stuck(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 5000);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const first = piece(0, stuck());
    await expect.poll(() => asked()).toEqual({ state: "receiving", offset: 5000 });
    expect(expectOk(await piece(5000, inPieces(bytes.subarray(5000))))).toMatchObject({ state: "attached" });
    expect(expectOk(await first)).toMatchObject({ state: "receiving" });
    wake();
    expect((await list()).files).toMatchObject([{ sha256: hashOf(bytes) }]);
  });

  it("言った大きさより多く送れば断る", async () => {
    const answer = expectOk(await piece(0, inPieces(bytes), { size: 1000 }));
    expect(answer).toMatchObject({ state: "refused" });
    expect(await inQuarantine()).toEqual([]);
  });

  it("二つのファイルを同時に送っても、混ざらない", async () => {
    const other = pdfFile({ size: 40_000, catalog: "/Other true" });
    const [one, two] = await Promise.all([
      piece(0, inPieces(bytes, 1000)),
      piece(0, inPieces(other, 700), { id: "0190c0de-0000-4000-8000-000000000002", size: other.byteLength }),
    ]);
    expect([expectOk(one).state, expectOk(two).state]).toEqual(["attached", "attached"]);
    const hashes = (await list()).files.map(({ sha256 }) => sha256).sort();
    expect(hashes).toEqual([hashOf(bytes), hashOf(other)].sort());
  });

  it("よその会社の送信の番号は、有ることも見えない", async () => {
    expectOk(await piece(0, inPieces(bytes.subarray(0, 100))));
    const stranger = await logIn(portal, "yoshikawa@yoshikawa.example.jp");
    const theirs = await start(stranger);
    const seen = await uploadProgress(stranger, portal.services, { ...theirs, uploadId });
    expect(refusalOf(seen)).toEqual({ kind: "notFound" });
    expect(refusalOf(await piece(100, inPieces(bytes.subarray(100)), { by: stranger }))).toEqual({
      kind: "notFound",
    });
  });
});

describe("申請と凍結", () => {
  it("証明書が足りない間は申請できず、添付すれば申請でき、控えに名前と大きさとハッシュが残る", async () => {
    const { version } = await rowOf(applicant, own.applicationId);
    const refusal = refusalOf(await fileApplication(applicant, { ...own, version }));
    expect(refusal).toMatchObject({
      kind: "notReady",
      findings: [{ check: "attachmentMissing", field: certificate }],
    });
    const bytes = pdfFile();
    await attached(bytes, { kind: certificate, fileName: "日工機証.pdf" });
    await attached(pngFile(), { fileName: "図.png" });
    expect((await findings()).map(({ check, severity }) => [check, severity])).toEqual([
      ["attachmentUnscanned", "warning"],
      ["attachmentUnscanned", "warning"],
    ]);
    await file(applicant, own);
    expect(await filedAttachments(applicant, own.applicationId, 1)).toMatchObject([
      {
        kind: certificate,
        kindName: "工業会等の証明書（写し）",
        fileName: "日工機証.pdf",
        size: bytes.byteLength,
        sha256: hashOf(bytes),
      },
      { kind: "other", fileName: "図.png" },
    ]);
  });

  it("申請の後は添付も取り除きもできず、提出先の局だけが開けて、開いたことが残る", async () => {
    const id = await attached(pdfFile(), { kind: certificate });
    const reviewer = await logIn(portal, "tohoku-reviewer");
    const elsewhere = await logIn(portal, "kobe-reviewer");
    const open = (by: UseCaseContext) =>
      downloadFiledAttachment(by, portal.services.storage, {
        applicationId: own.applicationId,
        attachmentId: id,
      });
    expect(refusalOf(await open(reviewer))).toEqual({ kind: "notFound" });
    await file(applicant, own);
    expect(refusalOf(await attach(pdfFile()))).toMatchObject({ kind: "stale" });
    expect(refusalOf(await removeAttachment(applicant, { ...own, attachmentId: id }))).toMatchObject({
      kind: "stale",
    });
    expect(expectOk(await open(reviewer)).fileName).toBe("書類.pdf");
    expect(refusalOf(await open(elsewhere))).toEqual({ kind: "notFound" });
    const noted = portal.services.database.reader.select().from(auditEntries).all();
    expect(noted.filter(({ action }) => action === "attachment.download")).toMatchObject([
      { subjectId: id, actorRole: expect.stringContaining("reviewer") },
    ]);
  });

  it("差し戻されれば差し替えられ、前の提出の控えは変わらない", async () => {
    const first = await attached(pdfFile(), { kind: certificate, fileName: "古い証明書.pdf" });
    await file(applicant, own);
    const reviewer = await logIn(portal, "tohoku-reviewer");
    const application = await current(reviewer, own.applicationId);
    expectOk(await acceptApplication(reviewer, { ...application, acceptedOn: date("2026-12-01") }));
    expectOk(
      await returnForCorrection(reviewer, {
        ...(await current(reviewer, own.applicationId)),
        comments: [
          { section: "equipment", field: "equipment", kind: "wrong", text: "証明書の型式が違います。" },
        ],
      }),
    );
    await attached(pngFile(), { kind: certificate, fileName: "新しい証明書.png", replaces: first });
    await file(applicant, own);
    expect((await filedAttachments(applicant, own.applicationId, 1)).map(({ fileName }) => fileName)).toEqual(
      ["古い証明書.pdf"],
    );
    expect((await filedAttachments(applicant, own.applicationId, 2)).map(({ fileName }) => fileName)).toEqual(
      ["新しい証明書.png"],
    );
    const old = { applicationId: own.applicationId, attachmentId: first };
    expect(expectOk(await downloadFiledAttachment(reviewer, portal.services.storage, old)).fileName).toBe(
      "古い証明書.pdf",
    );
  });

  it("点検の後に添付が変わったら、点検していない一覧では申請しない", async () => {
    const id = await attached(pdfFile(), { kind: certificate });
    const { version } = await rowOf(applicant, own.applicationId);
    const [filed, removed] = await Promise.all([
      fileApplication(applicant, { ...own, version }),
      removeAttachment(applicant, { ...own, attachmentId: id }),
    ]);
    expect([filed.ok, removed.ok].filter(Boolean)).toHaveLength(1);
  });

  it("保管した中身が変えられていたら渡さない", async () => {
    const bytes = pdfFile();
    const id = await attached(bytes);
    const sha256 = hashOf(bytes);
    await writeFile(join(portal.dataDir, "files", sha256.slice(0, 2), sha256), "偽の中身");
    await expect(
      downloadOwnAttachment(applicant, portal.services.storage, { ...own, attachmentId: id }),
    ).rejects.toThrow("読めません");
  });
});
