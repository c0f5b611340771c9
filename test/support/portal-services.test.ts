import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { currentRulebook, today } from "#app/usecases/context.ts";
import { startTestServices } from "./portal-services.ts";
import { createTestClock } from "./test-clock.ts";

it("組ごとに別のデータベースを持ち、規則集が入っていて、閉じれば何も残らない", async () => {
  const clock = createTestClock("2026-12-01T14:59:00.000Z");
  const [one, other] = await Promise.all([startTestServices({ clock }), startTestServices()]);
  expect(one.dataDir).not.toBe(other.dataDir);
  const context = one.context({ kind: "visitor" });
  expect(currentRulebook(context).rulebook.edition.effectiveFrom).toBe("2026-04-01");
  expect(today(context)).toBe("2026-12-01");
  clock.advance({ minutes: 1 });
  expect(today(context)).toBe("2026-12-02");
  await Promise.all([one.close(), other.close()]);
  expect([one.dataDir, other.dataDir].filter((folder) => existsSync(folder))).toEqual([]);
});
