/** 監査の鎖を外の控えと照らす命令と、一行をポータルなしで確かめる道具。 */
import { copyFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepAuditHead } from "#app/usecases/operations/keep-audit-head.server.ts";
import { noteInAudit } from "#app/usecases/operations/note-in-audit.server.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { runScript } from "./run-script.ts";

const limit = 60_000;
const at = ["--at", "2027-01-01T00:00:00Z"];
let portal: TestServices;
let folder: string;
/** 一つ目の控えの後のデータベース。 */
let older: string;

const act = async (count: number): Promise<void> => {
  const context = portal.context({ kind: "system", job: "test" });
  for (let n = 0; n < count; n += 1)
    await noteInAudit(context, "review.view", { kind: "application", id: `application-${n}` });
};
const keep = (day: string) =>
  keepAuditHead(portal.context({ kind: "system", job: "keepAuditHead" }), portal.services, day);
const database = () => portal.services.database.raw;
const lastSequence = (): number =>
  (database().prepare("select max(sequence) as last from audit_entries").get() as { last: number }).last;

beforeAll(async () => {
  portal = await startTestServices();
  folder = await mkdtemp(join(tmpdir(), "portal-audit-"));
  older = join(folder, "older.sqlite");
  await act(5);
  await keep("2026-12-01");
  await database().backup(older);
  await act(3);
  await keep("2026-12-02");
}, limit);
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true, force: true });
});

/** データの置き場の写し。 */
async function copied(name: string, change: (database: BetterSqlite3.Database, home: string) => unknown) {
  const home = join(folder, name);
  await cp(portal.dataDir, home, { recursive: true, filter: (path) => !path.includes("portal.sqlite") });
  await database().backup(join(home, "portal.sqlite"));
  const copy = new BetterSqlite3(join(home, "portal.sqlite"));
  copy.exec("drop trigger audit_entries_no_update; drop trigger audit_entries_no_delete;");
  await change(copy, home);
  copy.close();
  return home;
}

async function verified(home: string) {
  const { code, stdout, stderr } = await runScript("scripts/audit-verify.ts", at, { DATA_DIR: home });
  expect(stderr).toBe("");
  return { code, answer: JSON.parse(stdout) as Record<string, unknown> };
}

it("一日に一つだけ控え、控えたことも鎖に残す", async () => {
  const before = lastSequence();
  expect(await keep("2026-12-02")).toBeNull();
  expect(lastSequence()).toBe(before);
  const heads = await portal.services.auditHeads.list();
  expect(heads.map(({ day }) => day)).toEqual(["2026-12-01", "2026-12-02"]);
});

it("置いた後、残す前に倒れても、次は置いてある控えを残し、続きから控える", async () => {
  const context = portal.context({ kind: "system", job: "keepAuditHead" });
  const { auditHeads, signer } = portal.services;
  const falling = {
    signer,
    auditHeads: {
      list: () => auditHeads.list(),
      keep: async (day: string, jws: string) => {
        await auditHeads.keep(day, jws);
        throw new Error("電源が落ちた");
      },
    },
  };
  await expect(keepAuditHead(context, falling, "2026-12-03")).rejects.toThrow("電源が落ちた");
  const end = lastSequence();
  await act(2);
  expect(await keep("2026-12-03")).toMatchObject({ day: "2026-12-03", to: end });
  expect(await keep("2026-12-04")).toMatchObject({ from: end + 1 });
});

describe("audit:verify", () => {
  it("手を触れていなければ、行の数と控えの数を示して 0 で終わる", { timeout: limit }, async () => {
    const home = await copied("intact", () => undefined);
    expect(await verified(home)).toMatchObject({
      code: 0,
      answer: { verdict: "intact", rows: lastSequence(), keptHeads: 4, firstBadRow: null, badHeads: [] },
    });
  });

  it("書き換えた行を番号で名指す", { timeout: limit }, async () => {
    const home = await copied("changed", (copy) =>
      copy.exec("update audit_entries set actor_name = '別の人' where sequence = 4"),
    );
    expect(await verified(home)).toMatchObject({
      code: 1,
      answer: { verdict: "broken", firstBadRow: { sequence: 4, reason: "content" } },
    });
  });

  it(
    "切れ目のない末尾の切取りと、古いデータベースの書戻しは、控えから分かる",
    { timeout: limit },
    async () => {
      const home = await copied("older", (_, into) => copyFile(older, join(into, "portal.sqlite")));
      const { code, answer } = await verified(home);
      expect(code).toBe(1);
      expect(answer).toMatchObject({ verdict: "broken", firstBadRow: null });
      expect(answer["badHeads"]).toMatchObject([{ day: "2026-12-02", kind: "cut" }, {}, {}]);
    },
  );

  it("抜けた控えと、署名の合わない控えを、日で名指す", { timeout: limit }, async () => {
    const home = await copied("heads", async (_, into) => {
      await rm(join(into, "audit-heads/2026-12-02.jws"));
      const file = join(into, "audit-heads/2026-12-01.jws");
      const [header, , signature] = (await readFile(file, "utf8")).split(".");
      const forged = Buffer.from(JSON.stringify({ format: "keieiryoku-audit-head/v1" })).toString(
        "base64url",
      );
      await writeFile(file, `${header}.${forged}.${signature}`);
    });
    expect(await verified(home)).toMatchObject({
      code: 1,
      answer: { missingHeads: ["2026-12-01", "2026-12-02"], unsignedHeads: [{ day: "2026-12-01" }] },
    });
  });
});

describe("check-audit.mjs（一行を、ポータルに尋ねずに確かめる）", () => {
  const offline = (file: string) =>
    runScript(
      "scripts/check-audit.mjs",
      [file, "--ca", join(portal.dataDir, "signing/test-ca.pem"), ...at],
      {},
    );

  it("証明の行だけで合っていると分かり、行も道も変えれば合わない", { timeout: limit }, async () => {
    const home = await copied("proof", () => undefined);
    const made = await runScript("scripts/audit-verify.ts", ["--prove", "3", ...at], { DATA_DIR: home });
    expect(made.code).toBe(0);
    const file = join(folder, "proof.json");
    await writeFile(file, made.stdout);
    expect(await offline(file)).toMatchObject({ code: 0 });
    const proof = JSON.parse(made.stdout) as { row: Record<string, unknown>; path: { hash: string }[] };
    for (const changed of [
      { ...proof, row: { ...proof.row, actorName: "別の人" } },
      { ...proof, row: { ...proof.row, hash: "0".repeat(64) } },
      { ...proof, path: proof.path.slice(1) },
    ]) {
      await writeFile(file, JSON.stringify(changed));
      expect(await offline(file)).toMatchObject({ code: 1 });
    }
  });

  it("まだ控えていない行と、無い行の証明は断る", { timeout: limit }, async () => {
    await act(1);
    const home = await copied("unkept", () => undefined);
    for (const sequence of [lastSequence(), 999_999]) {
      const refused = await runScript("scripts/audit-verify.ts", ["--prove", String(sequence), ...at], {
        DATA_DIR: home,
      });
      expect(refused).toMatchObject({ code: 1, stdout: "" });
      expect(refused.stderr).toContain(`番号${sequence}の行`);
    }
  });
});
