/**
 * 外の四つ（法人インフォメーション、国税庁、メールの受け手、連携先）が、つながるが答えない十分の間。
 * 下書きから認定までは止まらず、戻ってから五分の内に、たまった仕事が全部終わる。
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import { certificateHistory } from "#app/usecases/certification/issued-certificate.server.ts";
import { confirmClient, registerClient } from "#app/usecases/sharing/manage-clients.server.ts";
import { setSharingConsent } from "#app/usecases/sharing/sharing-consent.server.ts";
import { startWorker, type Worker } from "#app/worker.server.ts";
import { keptFacts } from "#db/queries/company-facts.ts";
import { type SmtpSink, startSmtpSink } from "#test/adapters/mail/smtp-sink.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { type FakeDirectories, startFakeDirectories } from "#test/support/fake-directories.ts";
import { type FaultProxy, startFaultProxy } from "#test/support/fault-proxy.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { acceptAndPropose, current, expectOk, startAndFile } from "#test/support/procedure.ts";
import { createTestClock, type TestClock } from "#test/support/test-clock.ts";

const COMPANY = "7990001000001";

let clock: TestClock;
let directories: FakeDirectories;
let sink: SmtpSink;
let partner: Server;
const told: string[] = [];
const proxies: FaultProxy[] = [];
let portal: TestServices;
let worker: Worker;

const portOf = (url: string): number => Number(new URL(url).port);
const behindProxy = async (port: number): Promise<number> => {
  const proxy = await startFaultProxy(port);
  proxies.push(proxy);
  return proxy.port;
};

beforeAll(async () => {
  clock = createTestClock("2026-12-01T01:00:00.000Z");
  directories = await startFakeDirectories();
  sink = await startSmtpSink();
  partner = createServer((request, response) => {
    told.push(String(request.headers["webhook-id"]));
    request.resume().on("end", () => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => {
    partner.listen(0, "127.0.0.1", resolve);
  });
  const registry = `http://127.0.0.1:${await behindProxy(portOf(directories.address))}`;
  const webhook = await behindProxy((partner.address() as AddressInfo).port);
  portal = await startTestServices({
    clock,
    environment: {
      ...directories.environment,
      GBIZINFO_BASE_URL: `${registry}/hojin`,
      NTA_BASE_URL: `${registry}/nta/4`,
      SMTP_URL: `smtp://127.0.0.1:${await behindProxy(portOf(sink.url))}`,
    },
  });
  const registered = await registerClient(await logIn(portal, "administrator-1"), {
    name: "連携先",
    scopes: ["plans.basic"],
    webhookUrl: `http://127.0.0.1:${webhook}/hook`,
    intentKey: "partner",
  });
  const clientId = expectOk(registered)?.clientId ?? "";
  expectOk(await confirmClient(await logIn(portal, "administrator-2"), clientId));
  worker = startWorker(portal.services);
}, 60_000);
afterAll(async () => {
  for (const proxy of proxies) await proxy.close();
  await worker.stop();
  await portal.close();
  await sink.close();
  await directories.close();
  await new Promise((resolve) => {
    partner.close(resolve);
  });
});

const backlog = (): number =>
  portal.services.database.raw
    .prepare("select count(*) from outbox where state <> 'done'")
    .pluck()
    .get() as number;

it("固まった相手を待たずに認定と通知書まで進み、戻ってから五分でたまった仕事が終わる", async () => {
  const applicant = await logIn(portal, "takahashi@aoba.example.jp");
  const manager = await logIn(portal, "tohoku-manager");
  for (const proxy of proxies) proxy.hang();

  const own = await startAndFile(applicant, manufacturing.answers);
  expectOk(await setSharingConsent(applicant, { ...own, given: true }));
  portal.services.wakeWorker();
  clock.advance({ minutes: 5 });
  await acceptAndPropose(await logIn(portal, "tohoku-reviewer"), own.applicationId);
  expectOk(await certifyPlan(manager, portal.services.pdf, await current(manager, own.applicationId)));
  portal.services.wakeWorker();
  // 相手が答えない間も、通知書は相手を待つ仕事の後ろに並ばない。
  await expect
    .poll(
      async () =>
        (await certificateHistory(portal.services.database, own.applicationId)).editions[0]?.document ?? null,
      { timeout: 20_000 },
    )
    .not.toBeNull();
  expect(sink.deliveries).toHaveLength(0);
  clock.advance({ minutes: 5 });

  for (const proxy of proxies) proxy.recover();
  for (let halfMinutes = 0; halfMinutes < 10 && backlog() > 0; halfMinutes += 1) {
    clock.advance({ minutes: 0.5 });
    await worker.drain();
  }
  expect(backlog()).toBe(0);
  expect(sink.deliveries.length).toBeGreaterThanOrEqual(3);
  expect(told.length).toBeGreaterThanOrEqual(1);
  expect((await keptFacts(portal.services.database, COMPANY))?.facts?.name).toBe("株式会社青葉精密製作所");
}, 120_000);
