/** 速さを計る命令が、短い形で終わりまで動き、約束した形の JSON だけを標準出力に出す。 */
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "../..");
const positive = z.number().positive();
const speed = { pagesPerSecond: positive, p50: positive, p95: positive, p99: positive };

const report = z.strictObject({
  machine: z.strictObject({ cpus: positive, node: z.string().startsWith("24.") }),
  plans: z.literal(200),
  seconds: z.literal(1),
  rate: z.literal(20),
  lookup: z.strictObject({ ...speed, rate: positive }),
  list: z.strictObject(speed),
  search: z.strictObject(speed),
  record: z.strictObject(speed),
  sectionPage: z.strictObject({ ...speed, bytesFirstVisit: positive, bytesNextVisit: positive }),
  sectionSave: z.strictObject(speed),
  certificate: z.strictObject({
    coldMs: positive,
    warmMsMedian: positive,
    signMsMedian: positive,
    bytes: positive.max(60_000),
  }),
  form: z.strictObject({ warmMsMedian: positive, pages: z.number().int().positive() }),
});

const latencies = { p50: positive, p95: positive, p99: positive };
const typical = { p50: positive, p95: positive };
const resident = z.strictObject({ before: positive, after: positive });

const certificateReport = z.strictObject({
  machine: z.strictObject({ cpus: positive, node: z.string() }),
  count: z.literal(40),
  seconds: z.literal(1),
  rate: z.literal(10),
  press: z.strictObject({
    threads: positive,
    renderMs: z.strictObject(typical),
    signMs: z.strictObject(typical),
    perSecond: positive,
    bytes: z.strictObject({ p50: positive, max: positive.max(60_000) }),
    residentMb: resident,
  }),
  decision: z.strictObject({ count: positive, readyMs: z.strictObject(latencies) }),
  issue: z.strictObject({
    perSecond: positive,
    cpuMsPerLetter: positive,
    residentMb: z.array(positive).min(2),
  }),
  pages: z.strictObject({ alone: z.strictObject(latencies), during: z.strictObject(latencies) }),
});

const benchFolders = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith("portal-bench-"));

const benchOutput = async (...args: readonly string[]): Promise<unknown> => {
  const command = ["--import", "tsx", "scripts/bench/bench.ts", ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root, timeout: 170_000 });
  return JSON.parse(stdout);
};

it("認定通知書40通の短い形で、描画から記録までの全部の数が正の数の JSON を出し、一時のデータを残さない", async () => {
  const before = benchFolders();
  certificateReport.parse(
    await benchOutput("certificates", "--count", "40", "--seconds", "1", "--rate", "10"),
  );
  expect(benchFolders()).toEqual(before);
});

it("計画200件・1秒の短い形で、全部の数が正の数の JSON を出し、一時のデータを残さない", async () => {
  const before = benchFolders();
  const figures = report.parse(await benchOutput("--plans", "200", "--seconds", "1", "--rate", "20"));
  for (const { p50, p95, p99 } of [
    figures.lookup,
    figures.list,
    figures.search,
    figures.record,
    figures.sectionPage,
    figures.sectionSave,
  ]) {
    expect(p50).toBeLessThanOrEqual(p95);
    expect(p95).toBeLessThanOrEqual(p99);
  }
  expect(figures.sectionPage.bytesNextVisit).toBeLessThan(figures.sectionPage.bytesFirstVisit);
  expect(benchFolders()).toEqual(before);
});
