/** 認定通知書の見本を作る命令と、確かめる命令。 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signatureOf, textOf } from "#test/pdf/pdf-inspection.ts";
import { runScript } from "./run-script.ts";

const limit = 60_000;
let folder: string;
const inFolder = (name: string) => join(folder, name);
const sample = (name: string, out = inFolder("out")) =>
  runScript("scripts/certificate-sample.ts", ["--case", name, "--out", out], { DATA_DIR: inFolder("data") });
const offline = (...args: string[]) => runScript("scripts/check-manifest.mjs", args, {});
const at = ["--at", "2027-01-01T00:00:00Z"];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "portal-sample-"));
  const made = await sample("manufacturing-miyagi-type-A");
  expect(made.stderr).toBe("");
  expect(made.code).toBe(0);
}, limit);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("certificate:sample", () => {
  it("署名された認定通知書、様式、受付票を作る", async () => {
    const certificate = await readFile(inFolder("out/certificate.pdf"));
    expect(signatureOf(certificate)).toMatchObject({ valid: true, whole: true });
    expect(certificate.byteLength).toBeLessThan(60_000);
    expect(textOf(certificate)).toContain("東北経済産業局長");
    for (const file of ["application-form.pdf", "receipt.pdf"])
      expect(textOf(await readFile(inFolder(`out/${file}`)))).toContain("株式会社青葉精密製作所");
  });

  it("知らない例は、ある例を挙げて断る", { timeout: limit }, async () => {
    const refused = await sample("unknown", inFolder("none"));
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("manufacturing-miyagi-type-A");
  });
});

describe("certificate:check", () => {
  it("見本は発行の記録にないので、unknown と答える", { timeout: limit }, async () => {
    const { code, stdout } = await runScript(
      "scripts/certificate-check.ts",
      [inFolder("out/certificate.pdf")],
      { DATA_DIR: inFolder("data") },
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ verdict: "unknown" });
  });
});

describe("check-manifest.mjs（ポータルに尋ねない確認）", () => {
  const files = (pdf = "certificate.pdf", jws = "certificate.jws") => [
    inFolder(`out/${pdf}`),
    inFolder(`out/${jws}`),
    "--ca",
    inFolder("out/test-ca.pem"),
    ...at,
  ];

  it("目録の署名と PDF が合えば、紙に書いてあることを答える", { timeout: limit }, async () => {
    const { code, stdout } = await offline(...files());
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: "matches",
      edition: 1,
      certifiedOn: "2026-12-01",
      addressee: "株式会社青葉精密製作所",
      signer: expect.stringContaining("試験用の署名者"),
    });
  });

  it(
    "PDF の一バイト、目録の一文字、よその認証局、期限の外は、合わないと答える",
    { timeout: limit },
    async () => {
      const pdf = await readFile(inFolder("out/certificate.pdf"));
      pdf[100] = (pdf[100] ?? 0) ^ 1;
      await writeFile(inFolder("out/changed.pdf"), pdf);
      const jws = await readFile(inFolder("out/certificate.jws"), "ascii");
      const [header = "", payload = "", signature = ""] = jws.split(".");
      const swapped = (payload[20] === "A" ? "B" : "A") + payload.slice(21);
      await writeFile(
        inFolder("out/changed.jws"),
        `${header}.${payload.slice(0, 20)}${swapped}.${signature}`,
      );
      const other = inFolder("other");
      await runScript(
        "scripts/certificate-sample.ts",
        ["--case", "manufacturing-miyagi-type-A", "--out", other],
        { DATA_DIR: inFolder("other-data") },
      );
      const answers = await Promise.all([
        offline(...files("changed.pdf")),
        offline(...files("certificate.pdf", "changed.jws")),
        offline(
          inFolder("out/certificate.pdf"),
          inFolder("out/certificate.jws"),
          "--ca",
          join(other, "test-ca.pem"),
          ...at,
        ),
        offline(...files().slice(0, -1), "2099-01-01T00:00:00Z"),
      ]);
      expect(answers.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
      expect(answers.map(({ stdout }) => (JSON.parse(stdout) as { reason: string }).reason)).toEqual([
        expect.stringContaining("PDF のバイト列"),
        expect.stringContaining("署名が合いません"),
        expect.stringContaining("信頼する認証局"),
        expect.stringContaining("有効期間"),
      ]);
    },
  );

  it("引数が足りなければ、使い方を示す", { timeout: limit }, async () => {
    const { code, stderr } = await offline("a.pdf");
    expect(code).toBe(2);
    expect(stderr).toContain("使い方");
  });
});
