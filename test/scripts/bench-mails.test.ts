/** 大勢へのメールの速さを計る道具が、全部を送り終え、約束した形の値を出す。 */
import { expect, it } from "vitest";
import { z } from "zod";
import { mailSpeed } from "../../scripts/bench/mails.ts";

const positive = z.number().positive();
const typical = z.strictObject({ p50: positive, p95: positive });

it(
  "一秒に送れた数と、一つずつのメールの、ひとりの時と大勢の間の待ちを出す",
  { timeout: 120_000 },
  async () => {
    const report = z.strictObject({
      machine: z.strictObject({ cpus: positive, node: z.string() }),
      mails: z.literal(20),
      perMinute: z.literal(100_000),
      perSecond: positive,
      seconds: positive,
      enqueueMs: positive,
      singleMs: z.strictObject({ alone: typical, during: typical }),
    });
    expect(report.safeParse(await mailSpeed({ count: 20, perMinute: 100_000 })).error).toBeUndefined();
  },
);
