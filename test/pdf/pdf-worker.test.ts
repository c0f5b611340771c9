import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPdfRenderer } from "#app/adapters/pdf/pdf-renderer.server.ts";
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import { type BundledWorker, bundleWorker } from "#test/support/bundled-worker.ts";
import { rendered, textOf } from "./pdf-inspection.ts";
import { CREATED_AT, YOSHIKAWA, noticeFor } from "./plan-fixtures.ts";

let worker: BundledWorker;
let threaded: PdfRenderer;

beforeAll(async () => {
  worker = await bundleWorker("app/adapters/pdf/pdf-worker.ts");
  threaded = createPdfRenderer({ threads: 1, workerFile: worker.file });
}, 60_000);

afterAll(async () => {
  await threaded.close();
  worker.remove();
});

describe("作業スレッドでの印字", () => {
  test("過程の中で描いたものと同じバイト列が戻る", async () => {
    const inProcess = createPdfRenderer({ threads: 0 });
    const options = { createdAt: CREATED_AT };
    const direct = rendered(await inProcess.render("certification-notice/v2", noticeFor(YOSHIKAWA), options));
    const fromThread = rendered(
      await threaded.render("certification-notice/v2", noticeFor(YOSHIKAWA), options),
    );
    expect(fromThread.sha256).toBe(direct.sha256);
    expect(textOf(fromThread.bytes)).toContain("有限会社𠮷川建設");
  });

  test("断りも値として戻る", async () => {
    const outcome = await threaded.render("certification-notice/v2", {}, { createdAt: CREATED_AT });
    expect(outcome).toMatchObject({ ok: false, error: { kind: "invalidData" } });
  });

  test("描かずに、字形の無い文字だけを尋ねられる", async () => {
    expect(await threaded.missingCharacters("𠮷川≒😀\u202e😀")).toEqual([
      { character: "😀", codePoint: "U+1F600" },
      { character: "\u202e", codePoint: "U+202E" },
    ]);
  });

  test("同時に頼んでも、すべて自分の内容で戻る", async () => {
    const names = ["甲商店", "乙商店", "丙商店", "丁商店"];
    const outcomes = await Promise.all(
      names.map((name) =>
        threaded.render("certification-notice/v2", noticeFor({ ...YOSHIKAWA, name }), {
          createdAt: CREATED_AT,
        }),
      ),
    );
    for (const [index, outcome] of outcomes.entries()) {
      expect(textOf(rendered(outcome).bytes)).toContain(names[index]);
    }
  });

  test("作業スレッドだけが、画面を返す糸より低い優先度で動く", async () => {
    await threaded.render("certification-notice/v2", noticeFor(YOSHIKAWA), { createdAt: CREATED_AT });
    const niceness = (thread: string): number => {
      const stat = readFileSync(`/proc/self/task/${thread}/stat`, "utf8");
      return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16]);
    };
    const own = niceness(String(process.pid));
    const lower = readdirSync("/proc/self/task").filter((thread) => niceness(thread) > own);
    expect(lower).toHaveLength(1);
  });

  test("workerFile の無いスレッドは作れない", () => {
    expect(() => createPdfRenderer({ threads: 1 })).toThrow(/workerFile/u);
  });
});
