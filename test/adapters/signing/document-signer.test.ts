import { generateKeyPairSync, X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compactVerify, importX509 } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPdfRenderer } from "#app/adapters/pdf/pdf-renderer.server.ts";
import { createDocumentSigner } from "#app/adapters/signing/document-signer.server.ts";
import { openKeyFile } from "#app/adapters/signing/key-file.server.ts";
import type { DocumentSigner } from "#app/adapters/signing/signer-port.ts";
import { openTestKey, TEST_AUTHORITY_FILE } from "#app/adapters/signing/test-authority.server.ts";
import { rendered, signatureOf, textOf } from "#test/pdf/pdf-inspection.ts";
import { AOBA, CREATED_AT, noticeFor } from "#test/pdf/plan-fixtures.ts";
import { type Misbehaviour, startTimeStampAuthority } from "./time-stamp-authority.ts";

const NOW = "2026-11-01T00:00:00.000Z";
const statement = { signedAt: "2026-11-20T00:00:00.000Z", reason: "経営力向上計画の認定の通知" };
let folder: string;
let signer: DocumentSigner;
let unsigned: Uint8Array;

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "portal-signing-")), "signing");
  signer = createDocumentSigner({ key: () => openTestKey(folder, NOW), timestampUrl: null });
  const pdf = createPdfRenderer({ threads: 0 });
  unsigned = rendered(
    await pdf.render("certification-notice/v2", noticeFor(AOBA), { createdAt: CREATED_AT }),
  ).bytes;
  await pdf.close();
});
afterAll(() => rm(join(folder, ".."), { recursive: true, force: true }));

const authority = async () => new X509Certificate(await readFile(join(folder, TEST_AUTHORITY_FILE)));

describe("認定通知書の電子署名（PAdES B-B）", () => {
  it("pdfsig が、有効で、書類の全体に及ぶ署名と認める", async () => {
    const bytes = await signer.signPdf(unsigned, statement);
    expect(signer.level).toBe("B-B");
    expect(signatureOf(bytes)).toMatchObject({
      count: 1,
      type: "ETSI.CAdES.detached",
      hash: "SHA-256",
      valid: true,
      whole: true,
      signer: "試験用の署名者（本物ではありません）",
    });
  });

  it("署名者の証明書は試験用認証局が出したもので、どちらの名義にも試験用とある", async () => {
    const key = await openTestKey(folder, NOW);
    const [signerCertificate] = key.chain.map((der) => new X509Certificate(Buffer.from(der)));
    const ca = await authority();
    expect(signerCertificate?.checkIssued(ca)).toBe(true);
    expect(signerCertificate?.verify(ca.publicKey)).toBe(true);
    expect(ca.verify(ca.publicKey)).toBe(true);
    expect([ca.ca, signerCertificate?.ca]).toEqual([true, false]);
    for (const name of [ca.subject, signerCertificate?.subject]) expect(name).toContain("試験用");
  });

  it("元の PDF のバイト列は一つも変わらず、読める文字も同じ", async () => {
    const bytes = await signer.signPdf(unsigned, statement);
    expect(Buffer.from(bytes.subarray(0, unsigned.byteLength)).equals(unsigned)).toBe(true);
    expect(textOf(bytes)).toBe(textOf(unsigned));
    expect(bytes.byteLength).toBeLessThan(60_000);
  });

  it("同じ PDF と同じ日時からは、同じバイト列ができる", async () => {
    const [first, second] = [
      await signer.signPdf(unsigned, statement),
      await signer.signPdf(unsigned, statement),
    ];
    expect(Buffer.from(second).equals(first)).toBe(true);
  });

  it("後ろに書き足すと、署名は全体に及ばなくなる。中を変えると、無効になる", async () => {
    const bytes = await signer.signPdf(unsigned, statement);
    const appended = Buffer.concat([bytes, Buffer.from("\n% 書き足し\n%%EOF\n")]);
    expect(signatureOf(appended)).toMatchObject({ whole: false });
    const changed = Buffer.from(bytes);
    const place = changed.indexOf("/Producer");
    changed.write("/Producex", place, "latin1");
    expect(signatureOf(changed)).toMatchObject({ valid: false });
  });

  it.each([
    ["PDF でない物", Buffer.from("これは PDF ではない"), "PDF の終わり"],
    ["もう署名のある物", null, "もう署名の欄があります"],
  ])("%sには署名しない", async (_name, bytes, message) => {
    const given = bytes ?? (await signer.signPdf(unsigned, statement));
    await expect(signer.signPdf(given, statement)).rejects.toThrow(message);
  });
});

describe("時刻認証局があるとき（PAdES B-T）", () => {
  const stamping = async (misbehaviour: Misbehaviour) => {
    const tsa = await startTimeStampAuthority(await openTestKey(folder, NOW), misbehaviour);
    const signerWithTime = createDocumentSigner({
      key: () => openTestKey(folder, NOW),
      timestampUrl: tsa.url,
    });
    return { tsa, level: signerWithTime.level, sign: () => signerWithTime.signPdf(unsigned, statement) };
  };

  it("タイムスタンプの入った署名を、pdfsig が有効で全体に及ぶと認める", async () => {
    const { tsa, level, sign } = await stamping("none");
    const bytes = await sign();
    await tsa.close();
    expect(level).toBe("B-T");
    expect(signatureOf(bytes)).toMatchObject({ valid: true, whole: true });
    const timeStampToken = "060b2a864886f70d010910020e";
    expect(Buffer.from(bytes).toString("latin1")).toContain(timeStampToken);
    expect(bytes.byteLength).toBeLessThan(60_000);
  });

  it.each([
    ["refuses", "断りました"],
    ["otherNonce", "この求めへの答えではありません"],
    ["otherMessage", "別の物に付いています"],
    ["error500", "500"],
  ] as const)("時刻認証局が誤る（%s）なら、署名を出さずに投げる", async (misbehaviour, message) => {
    const { tsa, sign } = await stamping(misbehaviour);
    await expect(sign()).rejects.toThrow(message);
    await tsa.close();
  });

  it("時刻認証局につながらなければ、署名を出さずに投げる", async () => {
    const { tsa, sign } = await stamping("none");
    await tsa.close();
    await expect(sign()).rejects.toThrow();
  });
});

describe("目録の署名（JWS）", () => {
  it("名目の証明書で、jose が確かめられる。一文字でも変えると確かめられない", async () => {
    const jws = await signer.signManifest({ number: "20261205東北第1号", sha256: "0".repeat(64) });
    const [der] = (await openTestKey(folder, NOW)).chain;
    const publicKey = await importX509(new X509Certificate(Buffer.from(der ?? [])).toString(), "RS256");
    const { payload, protectedHeader } = await compactVerify(jws, publicKey);
    expect(JSON.parse(Buffer.from(payload).toString("utf8"))).toEqual({
      number: "20261205東北第1号",
      sha256: "0".repeat(64),
    });
    expect(protectedHeader.x5c).toHaveLength(2);
    const [header = "", body = "", signature = ""] = jws.split(".");
    const changed = `${header}.${body.replace(/.$/u, (last) => (last === "0" ? "1" : "0"))}.${signature}`;
    await expect(compactVerify(changed, publicKey)).rejects.toThrow();
  });
});

describe("署名の鍵", () => {
  it("試験用の鍵は一度だけ作り、次からは同じ物を使う。同時に作り始めても一組になる", async () => {
    const another = join(folder, "..", "another");
    const opened = await Promise.all([1, 2, 3].map(() => openTestKey(another, NOW)));
    const names = opened.map(({ chain }) => Buffer.from(chain[0] ?? []).toString("hex"));
    expect(new Set(names).size).toBe(1);
    expect((await openTestKey(another, NOW)).chain).toEqual(opened[0]?.chain);
  });

  it("鍵と証明書が対でなければ開かない", async () => {
    await openTestKey(folder, NOW);
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const other = join(folder, "..", "other.pem");
    await writeFile(other, privateKey.export({ type: "pkcs8", format: "pem" }));
    await expect(openKeyFile({ key: other, certificates: join(folder, "test-signer.pem") })).rejects.toThrow(
      "対ではありません",
    );
  });

  it("開けなかった鍵は、次に署名する時に開き直す", async () => {
    let times = 0;
    const flaky = createDocumentSigner({
      key: () => {
        times += 1;
        return times === 1 ? Promise.reject(new Error("鍵の装置が答えません。")) : openTestKey(folder, NOW);
      },
      timestampUrl: null,
    });
    await expect(flaky.signPdf(unsigned, statement)).rejects.toThrow("答えません");
    expect(signatureOf(await flaky.signPdf(unsigned, statement)).valid).toBe(true);
  });
});
