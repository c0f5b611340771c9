/** 大勢へのメール: 決めた速さで送り、その間も一つずつのメールを待たせない。 */
import { afterEach, beforeEach, expect, it } from "vitest";
import { BULK_AT_ONCE, createBulkLane } from "#app/usecases/operations/bulk-lane.server.ts";
import { mailJobDraft } from "#app/usecases/notifications/mail-job.ts";
import { sendInBulk } from "#app/usecases/notifications/send-in-bulk.server.ts";
import { startWorker } from "#app/worker.server.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { claimJobs, type Job } from "#db/repositories/outbox-jobs.ts";
import { type SmtpSink, startSmtpSink } from "#test/adapters/mail/smtp-sink.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { createTestClock } from "#test/support/test-clock.ts";

let sink: SmtpSink;
let portal: TestServices;
const begin = async (perMinute: number): Promise<void> => {
  portal = await startTestServices({
    clock: createTestClock("2026-12-06T10:00:00+09:00"),
    environment: { SMTP_URL: sink.url, MAIL_BULK_PER_MINUTE: String(perMinute) },
  });
};
beforeEach(async () => {
  sink = await startSmtpSink();
});
afterEach(async () => {
  await portal.close();
  await sink.close();
});

const system = () => portal.context({ kind: "system", job: "survey" });
const letter = (toAddress: string) => ({
  side: "applicant" as const,
  toName: "計画の担当者",
  toAddress,
  subject: "【経営力向上計画】調査へのご協力のお願い",
  body: "次の画面から回答してください。",
});
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => letter(`tantou${index}@aoba.example.jp`));
const single = (toAddress: string) =>
  applyWritePlan(portal.services.database, {
    actor: { id: "system:test", name: "システム", role: "system" },
    at: portal.services.clock.now(),
    requestId: "test",
    rows: () => ({
      result: null,
      audit: [],
      outbox: [
        mailJobDraft(`single:${toAddress}`, { ...letter(toAddress), applicationId: null, template: "filed" }),
      ],
    }),
  });
const delivered = () => sink.deliveries.map(({ recipients }) => recipients.join(","));

it("全部の人に一通ずつ届き、同じ用件をもう一度入れても増えない", async () => {
  await begin(100_000);
  await sendInBulk(system(), "survey-2026", people(30));
  await sendInBulk(system(), "survey-2026", people(30));
  const worker = startWorker(portal.services);
  await worker.drain();
  await sendInBulk(system(), "survey-2026", people(30));
  await worker.drain();
  await worker.stop();
  const sent = delivered();
  expect(sent.toSorted()).toEqual(
    people(30)
      .map(({ toAddress }) => toAddress)
      .toSorted(),
  );
});

it("大勢への列がゆっくり進む間も、後から入れた一つずつのメールは届く", { timeout: 90_000 }, async () => {
  // 一分に一通なので、初めの四通の次は四分後になる。
  await begin(1);
  await sendInBulk(system(), "survey-2026", people(100));
  const worker = startWorker(portal.services);
  await expect.poll(() => sink.deliveries.length, { timeout: 30_000 }).toBe(BULK_AT_ONCE);
  await single("soumu@aoba.example.jp");
  portal.services.wakeWorker();
  await expect.poll(delivered, { timeout: 30_000 }).toContain("soumu@aoba.example.jp");
  expect(sink.deliveries).toHaveLength(BULK_AT_ONCE + 1);
  // 待っている途中でも、すぐに止まる。
  await worker.stop();
});

it("どちらの列の仕事も、もう一方の列からは借りられない", async () => {
  await begin(100_000);
  await sendInBulk(system(), "survey-2026", people(3));
  await single("soumu@aoba.example.jp");
  const { database } = portal.services;
  const at = portal.services.clock.now();
  const topics = async (lane: Job["lane"]) =>
    (await claimJobs(database, lane, at, at, 10)).map(({ topic }) => topic);
  expect(await topics("single")).toEqual([]);
  expect(await topics("outside")).toEqual(["mail"]);
  expect(await topics("bulk")).toEqual(["bulkMail", "bulkMail", "bulkMail"]);
});

it("決めた速さより速くは進まない", async () => {
  await begin(100_000);
  await sendInBulk(system(), "survey-2026", people(20));
  const { database, clock } = portal.services;
  const claimed: number[] = [];
  const lane = createBulkLane({
    perMinute: 12_000,
    claim: (limit) => {
      claimed.push(performance.now());
      return claimJobs(database, "bulk", clock.now(), "2026-12-06T11:00:00.000Z", limit);
    },
    attempt: async () => undefined,
  });
  await lane.run();
  // 二十通は、四通ずつ五回。一回に二十ミリ秒ずつ空ける。
  expect(claimed).toHaveLength(6);
  expect((claimed.at(-1) ?? 0) - (claimed[0] ?? 0)).toBeGreaterThanOrEqual(99);
});
