import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { isEmptyDatabase } from "#db/queries/demonstration.ts";
import { createRulebookLibrary } from "#db/queries/load-rulebook.ts";
import { rulebookEditions } from "#db/schema/index.ts";
import { runScript } from "./run-script.ts";

const limit = 120_000;
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "portal-scripts-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const dataDir = (name: string): string => join(folder, name);
const opened = async <T>(
  name: string,
  read: (database: ReturnType<typeof openDatabase>) => T | Promise<T>,
) => {
  const database = openDatabase(join(dataDir(name), "portal.sqlite"));
  try {
    return await read(database);
  } finally {
    database.close();
  }
};

describe("npm run migrate", () => {
  it("二度行っても同じ形になる", { timeout: limit }, async () => {
    const env = { DATA_DIR: dataDir("migrated") };
    for (const time of [1, 2]) {
      const { code, stdout, stderr } = await runScript("scripts/migrate.ts", [], env);
      expect({ time, code, stderr }).toEqual({ time, code: 0, stderr: "" });
      expect(stdout).toContain("最新の形です");
    }
    expect(await opened("migrated", isEmptyDatabase)).toBe(true);
  });

  it("設定の誤りは、変数の名前と理由を言って終了コード 1 で断る", { timeout: limit }, async () => {
    const { code, stdout, stderr } = await runScript("scripts/migrate.ts", [], { PORT: "99999" });
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("設定が正しくありません");
    expect(stderr).toContain("PORT");
    expect(stderr).not.toContain("at ");
  });
});

describe("npm run rulebook:import", () => {
  it("一度目は公布済みの版として取り込み、二度目は何も足さない", { timeout: limit }, async () => {
    const env = { DATA_DIR: dataDir("imported") };
    const first = await runScript("scripts/import-rulebook.ts", [], env);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toContain("取り込みました");
    const second = await runScript("scripts/import-rulebook.ts", [], env);
    expect(second).toMatchObject({ code: 0, stderr: "" });
    expect(second.stdout).toContain("もう入っています");
    const rulebook = await opened("imported", (database) => createRulebookLibrary(database).on("2026-12-01"));
    expect(rulebook?.rulebook.edition.effectiveFrom).toBe("2026-04-01");
  });

  it("壊れた一式は、ファイルと行と理由を並べ、何も入れずに終了コード 1", { timeout: limit }, async () => {
    const broken = join(folder, "broken-rulebook");
    await cp(join(import.meta.dirname, "../../db/rulebook"), broken, { recursive: true });
    const file = join(broken, "prefectures.csv");
    await writeFile(file, (await readFile(file, "utf8")).replace("\n02,", "\n99,"));
    const { code, stdout, stderr } = await runScript("scripts/import-rulebook.ts", ["--from", broken], {
      DATA_DIR: dataDir("refused"),
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^規則集を取り込めません。/u);
    expect(stderr).toMatch(/^[\w-]+\.csv:\d+ .+$/mu);
    expect(
      await opened("refused", (database) => createRulebookLibrary(database).on("2026-12-01")),
    ).toBeNull();
  });
});

describe("次の版のファイル", () => {
  const env = { DATA_DIR: "" };
  const next = () => join(folder, "next-rulebook");
  beforeAll(async () => {
    env.DATA_DIR = dataDir("next");
    expect(await runScript("scripts/import-rulebook.ts", [], env)).toMatchObject({ code: 0 });
    const written = await runScript("scripts/export-rulebook.ts", ["--to", next()], env);
    expect(written).toMatchObject({ code: 0, stderr: "" });
    expect(written.stdout).toContain("書き出しました");
  }, limit);
  const editionsIn = () =>
    opened("next", (database) => database.reader.select().from(rulebookEditions).all());
  const changeNext = async (from: string, to: string) => {
    const file = join(next(), "period-choices.csv");
    await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
  };

  it("rulebook:export の一式は、元のファイルと一字も違わない", { timeout: limit }, async () => {
    const source = join(import.meta.dirname, "../../db/rulebook");
    for (const name of await readdir(source))
      expect(await readFile(join(next(), name), "utf8"), name).toBe(
        await readFile(join(source, name), "utf8"),
      );
  });

  it("rulebook:check は、公布前の点検を一つずつ示し、何も変えない", { timeout: limit }, async () => {
    const { stdout, code } = await runScript("scripts/check-rulebook.ts", ["--from", next()], env);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[○△] .+（[\d,]+ 件）$/mu);
    expect(stdout).not.toContain("×");
  });

  it(
    "rulebook:diff は違いを前と後で示し、rulebook:import は二つ目の一式を編集中の版にする",
    { timeout: limit },
    async () => {
      await changeNext("3年", "三年");
      const compared = await runScript("scripts/diff-rulebook.ts", ["current", next()], env);
      expect(compared).toMatchObject({ code: 0, stderr: "" });
      expect(compared.stdout).toContain("3年間（36か月） → 三年間（36か月）");
      expect(compared.stdout).toContain("全部で 1 行が違います。");

      const imported = await runScript("scripts/import-rulebook.ts", ["--from", next()], env);
      expect(imported).toMatchObject({ code: 0, stderr: "" });
      expect(imported.stdout).toContain("二人の管理者");
      const editions = await editionsIn();
      expect(editions.map(({ status }) => status).toSorted()).toEqual(["draft", "published"]);
      const draft = editions.find(({ status }) => status === "draft")?.id ?? "";

      await changeNext("4年", "四年");
      const again = ["--from", next(), "--draft", draft];
      expect(await runScript("scripts/import-rulebook.ts", again, env)).toMatchObject({
        code: 0,
        stderr: "",
      });
      expect(await editionsIn()).toHaveLength(2);
      const changed = await runScript("scripts/diff-rulebook.ts", [draft, next()], env);
      expect(changed.stdout).toContain("違いはありません。");
    },
  );

  it("公布した版に、命令で取り込むことはできない", { timeout: limit }, async () => {
    const published = (await editionsIn()).find(({ status }) => status === "published")?.id ?? "";
    const { code, stderr } = await runScript("scripts/import-rulebook.ts", ["--draft", published], env);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: "この版は「公布済み」のため、この操作はできません。\n",
    });
  });
});

describe("npm run seed", () => {
  it.each([[["--plans", "0"]], [["--many"]]])("%s は使い方を示して断る", { timeout: limit }, async (args) => {
    const { code, stderr } = await runScript("scripts/seed.ts", args, { DATA_DIR: dataDir("untouched") });
    expect(code).toBe(2);
    expect(stderr).toContain("使い方");
  });

  it("本番のデータベースには入れない", { timeout: limit }, async () => {
    const { code, stderr } = await runScript("scripts/seed.ts", ["--plans", "5"], {
      DATA_DIR: dataDir("production"),
      NODE_ENV: "production",
      ORIGIN: "https://portal.example.jp",
      GBIZID_ISSUER: "https://id.example.jp/",
      GBIZID_CLIENT_ID: "client",
      GBIZID_CLIENT_SECRET: "secret",
      STAFF_ISSUER: "https://staff.example.jp/",
      STAFF_CLIENT_ID: "client",
      STAFF_CLIENT_SECRET: "secret",
      SIGNING_KEY_FILE: "signer.key.pem",
      SIGNING_CERTIFICATE_FILE: "signer.pem",
    });
    expect(code).toBe(1);
    expect(stderr).toContain("本番のデータベースに見本のデータは入れません");
  });
});
