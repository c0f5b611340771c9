/** 取込みはどこで止まっても、続きから行えば、止まらなかったときと同じ姿になる。書き出した一式は、そのまま取り込める。 */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leftOutTables, portalTables } from "#db/queries/portal-tables.ts";
import { exportFolder, importFolder } from "#test/support/hand-over.ts";
import { handOverSample, writeSample } from "#test/support/hand-over-folder.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { loadPlans } from "../../scripts/demonstration/generated/load-plans.ts";

/** 取込みの時刻と番号のほかは、同じになるはずの表。 */
const compared = portalTables
  .map(({ name }) => name)
  .filter(
    (name) => !["audit_entries", "hand_over_runs", "hand_over_findings", "rulebook_facts"].includes(name),
  );

const contentsOf = ({ services }: TestServices) => {
  const all = (sql: string) => services.database.raw.prepare(sql).all() as Record<string, unknown>[];
  const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted();
  return Object.fromEntries([
    ...[...compared, "application_listings", "listing_counts"].map((table) => [
      table,
      sorted(all(`select * from ${table}`)),
    ]),
    ["findings", sorted(all("select effect, file, line, field, code, reason from hand_over_findings"))],
    ["search", sorted(all("select rowid, grams from application_search"))],
  ]);
};

/** 取り込まない行もある一式。 */
const sample = () => {
  const given = handOverSample();
  given.companies.push({ ...given.companies[0] });
  given.certificates[3] = { ...given.certificates[3], number: "違う番号" };
  return given;
};

class Stopped extends Error {}

const coreFiles = ["companies", "users", "plans", "versions", "certificates"];
const coreOf = async (folder: string) =>
  Object.fromEntries(
    await Promise.all(
      coreFiles.map(async (name) => [name, await readFile(join(folder, `${name}.ndjson`), "utf8")] as const),
    ),
  );

describe("途中で止まった取込み", () => {
  let folder: string;
  let whole: Record<string, string[]>;
  let steps = 0;
  beforeAll(async () => {
    folder = await writeSample(sample());
    const test = await startTestServices();
    const imported = await importFolder(test, folder, { batch: 2, progress: () => void (steps += 1) });
    expect(imported).toMatchObject({ ok: true, value: { run: { state: "done" } } });
    whole = contentsOf(test);
    await test.close();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("どの束の後で止めても、続ければ同じ姿になる", async () => {
    expect(steps).toBeGreaterThan(10);
    for (let stop = 1; stop <= steps; stop += 2) {
      const test = await startTestServices();
      let done = 0;
      const stopping = importFolder(test, folder, {
        batch: 2,
        progress() {
          done += 1;
          if (done === stop) throw new Stopped();
        },
      });
      await expect(stopping).rejects.toBeInstanceOf(Stopped);
      const begun =
        test.services.database.raw.prepare("select count(*) from hand_over_runs").pluck().get() === 1;
      if (begun)
        expect(await importFolder(test, folder, { batch: 2 })).toMatchObject({
          ok: false,
          error: { kind: "unfinished" },
        });
      const finished = await importFolder(test, folder, { batch: 2, resume: begun });
      expect(finished).toMatchObject({ ok: true, value: { mismatches: [], run: { state: "done" } } });
      expect(contentsOf(test)).toEqual(whole);
      await test.close();
    }
  }, 120_000);

  it("下ごしらえのファイルを失っても、続ければ同じ計画になる", async () => {
    const test = await startTestServices();
    const stopping = importFolder(test, folder, {
      batch: 2,
      progress(step, done) {
        if (step === "plans" && done === 2) throw new Stopped();
      },
    });
    await expect(stopping).rejects.toBeInstanceOf(Stopped);
    await rm(join(test.dataDir, "hand-over"), { recursive: true });
    const finished = await importFolder(test, folder, { batch: 2, resume: true });
    expect(finished).toMatchObject({ ok: true, value: { mismatches: [] } });
    expect(contentsOf(test)["plan_versions"]).toEqual(whole["plan_versions"]);
    await test.close();
  });
});

describe("全部の書出し", () => {
  let first: TestServices;
  let folder: string;
  beforeAll(async () => {
    first = await startTestServices();
    await loadPlans(first.services, { plans: 120, seed: 11 });
    const given = await writeSample(handOverSample());
    expect(await importFolder(first, given)).toMatchObject({ ok: true });
    folder = await exportFolder(first);
  }, 60_000);
  afterAll(async () => {
    await first.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("空のポータルに取り込んで書き出すと、同じ記録になる", async () => {
    const second = await startTestServices();
    expect(await importFolder(second, folder)).toMatchObject({ ok: true, value: { mismatches: [] } });
    const again = await exportFolder(second);
    expect(await coreOf(again)).toEqual(await coreOf(folder));
    const [plan] = (await readFile(join(folder, "plans.ndjson"), "utf8")).split("\n");
    expect(JSON.parse(plan ?? "")).toMatchObject({ currentVersion: 1 });
    await second.close();
    await rm(again, { recursive: true });
  }, 60_000);

  it("引き継がないと決めた表のほかは、全部の表の全部の行が入る", async () => {
    const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as {
      files: { kind: string; rows: number }[];
    };
    const { raw } = first.services.database;
    const tables = raw
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\' and name not like '%\\_search%' escape '\\'",
      )
      .pluck()
      .all() as string[];
    const expected = tables.filter((name) => !Object.hasOwn(leftOutTables, name)).toSorted();
    const portal = manifest.files.filter(({ kind }) => kind.startsWith("portal:"));
    expect(portal.map(({ kind }) => kind.slice("portal:".length)).toSorted()).toEqual(expected);
    for (const { kind, rows } of portal.filter((one) => one.kind !== "portal:audit_entries"))
      expect([
        kind,
        raw
          .prepare(`select count(*) from ${kind.slice("portal:".length)}`)
          .pluck()
          .get(),
      ]).toEqual([kind, rows]);
  });

  it("連携先の秘密の値は書き出さない", async () => {
    const columns = portalTables.find(({ name }) => name === "api_clients")?.columns;
    expect(columns).toContain("name");
    expect(columns).not.toContain("secretHash");
    expect(columns).not.toContain("webhookSecret");
  });

  it("目録を失った一式は、途中までのものとして断る", async () => {
    const second = await startTestServices();
    await rm(join(folder, "manifest.json"));
    const refused = await importFolder(second, folder);
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: "faults", faults: [{ file: "manifest.json" }] },
    });
    await second.close();
  });
});
