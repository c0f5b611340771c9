/** 通知書を作る列: 何通かを並べて作り、どれも一度だけ行い、止まる時は手を付けていない仕事を返す。 */
import { afterEach, beforeEach, expect, it } from "vitest";
import { createSteadyLane, type SteadyLane } from "#app/usecases/operations/steady-lane.server.ts";
import { claimJobs, enqueueEach, type Job, returnJobs } from "#db/repositories/outbox-jobs.ts";
import { outbox } from "#db/schema/index.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";

const LEASED_UNTIL = "2026-12-01T01:02:00.000Z";

let portal: TestServices;
beforeEach(async () => {
  portal = await startTestServices();
});
afterEach(() => portal.close());

const now = () => portal.services.clock.now();
const enqueue = (keys: readonly string[]): void =>
  enqueueEach(
    portal.services.database,
    keys.map((key) => ({ topic: "issueCertificate", key, payload: {} })),
    now(),
  );
const keys = (count: number) => Array.from({ length: count }, (_, index) => `letter-${index}`);
const jobs = () => portal.services.database.reader.select().from(outbox).all();

/** 本物の outbox から借りる列。attempt だけを渡す。 */
function laneOf(atOnce: number, attempt: (job: Job) => Promise<void>): SteadyLane {
  const { database } = portal.services;
  const finished: Job[] = [];
  const taken = () => finished.splice(0);
  return createSteadyLane({
    atOnce,
    claim: (limit) => claimJobs(database, "letters", now(), LEASED_UNTIL, limit, taken()),
    attempt: (job) => attempt(job).then(() => void finished.push(job)),
    giveBack: (untouched) => returnJobs(database, { finished: taken(), untouched }, now()),
  });
}

/** 一つずつ手で終わらせる仕事。 */
function byHand() {
  const going = new Map<string, () => void>();
  const begun: string[] = [];
  return {
    begun,
    going,
    attempt: (job: Job): Promise<void> => {
      begun.push(job.key);
      return new Promise((resolve) => {
        going.set(job.key, () => {
          going.delete(job.key);
          resolve();
        });
      });
    },
  };
}

it.each([1, 2, 4])("%d 通まで並べて作り、多くも少なくもなく、どれも一度だけ行う", async (atOnce) => {
  enqueue(keys(23));
  const seen: string[] = [];
  let [going, most] = [0, 0];
  const lane = laneOf(atOnce, async ({ key }) => {
    seen.push(key);
    going += 1;
    most = Math.max(most, going);
    await new Promise((resolve) => setImmediate(resolve));
    going -= 1;
  });
  await Promise.all([lane.run(), lane.run()]);
  expect(most).toBe(atOnce);
  expect(seen.toSorted()).toEqual(keys(23).toSorted());
  expect(jobs().every(({ state, attempts }) => state === "done" && attempts === 1)).toBe(true);
});

it("一通が長く掛かっていても、後から来た仕事を待たせない", async () => {
  enqueue(["slow"]);
  const hand = byHand();
  const lane = laneOf(2, hand.attempt);
  const all = lane.run();
  await expect.poll(() => hand.begun).toEqual(["slow"]);
  enqueue(["quick"]);
  void lane.run();
  await expect.poll(() => hand.begun).toEqual(["slow", "quick"]);
  for (const end of hand.going.values()) end();
  await all;
  expect(jobs().map(({ state }) => state)).toEqual(["done", "done"]);
});

it("止まる時は、手を付けた仕事を終え、借りただけの仕事は数えずに返すので、次の働き手が直ちに行う", async () => {
  enqueue(keys(8));
  const hand = byHand();
  const lane = laneOf(2, hand.attempt);
  void lane.run();
  await expect.poll(() => hand.begun).toHaveLength(2);
  const stopped = lane.stop();
  for (const end of hand.going.values()) end();
  await stopped;
  const [begun, untouched] = [jobs().slice(0, 2), jobs().slice(2)];
  expect(begun.map(({ state }) => state)).toEqual(["done", "done"]);
  for (const job of untouched) expect(job).toMatchObject({ state: "waiting", attempts: 0, leaseUntil: null });

  const next: string[] = [];
  await laneOf(2, async ({ key }) => void next.push(key)).run();
  expect(next.toSorted()).toEqual(keys(8).slice(2));
});

it("借りが切れて別の働き手が引き取った仕事は、返さない", async () => {
  enqueue(["late"]);
  const { database } = portal.services;
  const claimed = await claimJobs(database, "letters", now(), LEASED_UNTIL, 1);
  const later = "2026-12-01T01:10:00.000Z";
  await claimJobs(database, "letters", LEASED_UNTIL, later, 1);
  await returnJobs(database, { finished: [], untouched: claimed }, now());
  expect(jobs()).toMatchObject([{ attempts: 2, leaseUntil: later }]);
});
