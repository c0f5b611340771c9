/** 認定通知書の真正性の確認。 */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VERIFY_LIMIT } from "#app/domain/access/request-limit.ts";
import { writtenCode } from "#app/domain/certification/certificate-code.ts";
import { verdictOfFile } from "#app/domain/certification/verdict.ts";
import { examineFile, MAX_CHECKED_BYTES } from "#app/usecases/certification/examine-file.server.ts";
import { issuedEdition } from "#app/usecases/certification/issued-certificate.server.ts";
import { verifyByCode, verifyFile } from "#app/usecases/certification/verify-certificate.server.ts";
import { createRandom } from "../../../scripts/demonstration/generated/random.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const clock = createTestClock("2026-12-01T01:00:00.000Z");
let portal: TestServices;
let certified: Certified;
let issued: Uint8Array;
let code: string;

beforeAll(async () => {
  portal = await startTestServices({ clock });
  certified = await certifiedPlan(portal);
  ({ bytes: issued, code } = await certified.latest());
}, 60_000);
afterAll(() => portal.close());

const visitor = () => portal.context({ kind: "visitor" });
let visitors = 0;
/** 試験ごとに別の所から来る。 */
const somewhere = () => `198.51.${(visitors += 1)}.1`;

async function* inPieces(bytes: Uint8Array, size = 16_384): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.byteLength; from += size) yield bytes.subarray(from, from + size);
}
const check = (bytes: Uint8Array, size?: number) => verifyFile(visitor(), somewhere(), inPieces(bytes, size));

const paper = () => ({
  number: certified.number,
  edition: 1,
  certifiedOn: "2026-12-01",
  name: "株式会社青葉精密製作所",
  signatory: "東北経済産業局長",
  oldPlatform: false,
});

describe("発行した通知書", () => {
  it("符号では、紙に書いてあることだけを示して有効と答える", async () => {
    for (const typed of [code, writtenCode(code), writtenCode(code).toLowerCase()])
      expect(await verifyByCode(visitor(), somewhere(), typed)).toEqual({
        ok: true,
        value: { kind: "valid", paper: paper() },
      });
  });

  it.each([1, 5, 6, 7, 1000, 1_000_000])("ファイルが %d バイトずつ届いても、有効と答える", async (size) => {
    expect(await check(issued, size)).toEqual({ ok: true, value: { kind: "valid", paper: paper() } });
  });
});

describe("変えられた通知書", () => {
  it("どの一バイトを変えても、有効とは答えない（乱数で 10,000 通り）", async () => {
    const examined = await examineFile(inPieces(issued));
    if (!examined.ok) throw new Error("読めません。");
    const edition = await issuedEdition(
      portal.services.database,
      certified.applicationId,
      1,
      date("2026-12-01"),
    );
    const byHash = (sha256: string) => (sha256 === edition?.sha256 ? edition : undefined);
    expect(verdictOfFile(examined.value, byHash, edition).kind).toBe("valid");
    const random = createRandom(20261201);
    const changed = Buffer.from(issued);
    const verdicts = new Map<string, number>();
    for (let round = 0; round < 10_000; round += 1) {
      const at = random.integer(0, changed.byteLength - 1);
      const before = changed[at] ?? 0;
      changed[at] = before ^ random.integer(1, 255);
      const sha256 = createHash("sha256").update(changed).digest("hex");
      const { kind } = verdictOfFile({ sha256, earlierEndings: [] }, byHash, edition);
      verdicts.set(kind, (verdicts.get(kind) ?? 0) + 1);
      changed[at] = before;
    }
    expect([...verdicts]).toEqual([["changed", 10_000]]);
  });

  it("窓口に送っても、変えられたと答える（乱数で 40 通り）", async () => {
    const random = createRandom(7);
    for (let round = 0; round < 40; round += 1) {
      const changed = Buffer.from(issued);
      const at = random.integer(0, changed.byteLength - 1);
      changed[at] = (changed[at] ?? 0) ^ random.integer(1, 255);
      const answer = await check(changed);
      // 符号の印そのものが崩れたときは、どの通知書か分からない。
      expect(["changed", "unknown"]).toContain(answer.ok ? answer.value.kind : "refused");
    }
  });

  it("後ろに頁を書き足すと、書き足されたと答える", async () => {
    const appended = Buffer.concat([issued, Buffer.from("99 0 obj\n<< /Type /Page >>\nendobj\n%%EOF\n")]);
    expect(await check(appended, 777)).toEqual({ ok: true, value: { kind: "changed", appended: true } });
  });

  it("符号を写しただけの、よその PDF も、変えられたと答える", async () => {
    const forged = Buffer.from(`%PDF-1.3\n(keieiryoku-certificate:${writtenCode(code)})\n%%EOF\n`);
    expect(await check(forged, 11)).toEqual({ ok: true, value: { kind: "changed", appended: false } });
  });
});

describe("発行していない物", () => {
  it("知らない符号と、関わりのない PDF は、記録にないと答える", async () => {
    const { certificateCode } = await import("#app/domain/certification/certificate-code.ts");
    const other = certificateCode(new Uint8Array(24).fill(3));
    expect(await verifyByCode(visitor(), somewhere(), other)).toEqual({
      ok: true,
      value: { kind: "unknown" },
    });
    expect(await check(Buffer.from("%PDF-1.7\n%%EOF\n"))).toEqual({ ok: true, value: { kind: "unknown" } });
  });

  it("打ち間違い、空のファイル、大きすぎるファイルは、理由を答える", async () => {
    expect(await verifyByCode(visitor(), somewhere(), "ABC")).toEqual({
      ok: false,
      error: { kind: "code", fault: "shape" },
    });
    const mistyped = (code.startsWith("2") ? "3" : "2") + code.slice(1);
    expect(await verifyByCode(visitor(), somewhere(), mistyped)).toEqual({
      ok: false,
      error: { kind: "code", fault: "typo" },
    });
    expect(await check(new Uint8Array())).toEqual({ ok: false, error: { kind: "file", fault: "empty" } });
    expect(await check(new Uint8Array(MAX_CHECKED_BYTES + 1), 1_000_000)).toEqual({
      ok: false,
      error: { kind: "file", fault: "tooLarge" },
    });
  });
});

describe("当て推量", () => {
  it(`同じ所から ${VERIFY_LIMIT.times} 回を越えると止め、期間が過ぎればまた受ける`, async () => {
    const neighbours = (index: number) => `203.0.113.${index % 250}`;
    for (let time = 0; time < VERIFY_LIMIT.times; time += 1)
      expect((await verifyByCode(visitor(), neighbours(time), code)).ok).toBe(true);
    clock.advance({ minutes: 4 });
    expect(await verifyByCode(visitor(), neighbours(200), code)).toEqual({
      ok: false,
      error: { kind: "tooMany", retryAfter: 360 },
    });
    expect((await verifyFile(visitor(), neighbours(201), inPieces(issued))).ok).toBe(false);
    expect((await verifyByCode(visitor(), "203.0.114.1", code)).ok).toBe(true);
    clock.advance({ minutes: 6 });
    expect((await verifyByCode(visitor(), neighbours(1), code)).ok).toBe(true);
  });
});
