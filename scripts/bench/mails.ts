/** 大勢に送るメールの速さ。手元の SMTP の受け手へ送り、その間に入れた一つずつのメールの待ちも計る。 */
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { readConfig } from "#app/config.server.ts";
import { composeMail } from "#app/domain/notification/mail-text.ts";
import { startWorker } from "#app/worker.server.ts";
import { mailJobDraft } from "#app/usecases/notifications/mail-job.ts";
import { sendInBulk } from "#app/usecases/notifications/send-in-bulk.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { warn, withServices } from "../command.ts";
import { percentiles, round } from "./load.ts";

export type MailPlan = {
  /** 大勢への通数。 */
  readonly count: number;
  /** 一分あたりの上限。 */
  readonly perMinute: number;
};

/** 一つずつのメールの数と、入れる間（ミリ秒）。 */
const SINGLES = 10;
const SINGLE_EVERY_MS = 300;
const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** 受け取った宛先と、その時刻（performance の時計）だけを覚える受け手。 */
async function startSink() {
  const arrived = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      stream.resume();
      stream.on("end", () => {
        for (const { address } of session.envelope.rcptTo) arrived.set(address, performance.now());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    arrived,
    url: `smtp://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  };
}

const letter = (toAddress: string) => ({
  side: "applicant" as const,
  toName: "計画の担当者",
  toAddress,
  ...composeMail("調査へのご協力のお願い", "計画の担当者", ["次の画面から回答してください。"]),
});

async function sendSingle(context: UseCaseContext, toAddress: string): Promise<void> {
  const job = { ...letter(toAddress), applicationId: null, template: "bench" };
  await applyWritePlan(context.database, {
    actor: { id: "system:bench", name: "システム", role: "system" },
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({ result: null, audit: [], outbox: [mailJobDraft(`bench:${toAddress}`, job)] }),
  });
}

/** 一つずつのメールを、間を空けて入れる。 @returns 入れた宛先と時刻 */
async function sendSingles(context: UseCaseContext, wake: () => void, name: string): Promise<Asked> {
  const asked = new Map<string, number>();
  for (let turn = 0; turn < SINGLES; turn += 1) {
    const address = `${name}${turn}@example.jp`;
    asked.set(address, performance.now());
    await sendSingle(context, address);
    wake();
    await wait(SINGLE_EVERY_MS);
  }
  return asked;
}

type Asked = ReadonlyMap<string, number>;

/** 入れてから届くまで（ミリ秒）。 */
function waitsOf(asked: Asked, arrived: ReadonlyMap<string, number>) {
  const { p50, p95 } = percentiles(
    [...asked].map(([address, at]) => (arrived.get(address) ?? Number.NaN) - at),
  );
  return { p50, p95 };
}

/** @returns 一秒に送れた数と、その間の一つずつのメールが届くまでの時間（ミリ秒） */
export async function mailSpeed({ count, perMinute }: MailPlan): Promise<object> {
  const dataDir = await mkdtemp(join(tmpdir(), "portal-bench-"));
  const sink = await startSink();
  const environment = {
    NODE_ENV: "production",
    DEMO: "1",
    DATA_DIR: dataDir,
    LOG_LEVEL: "error",
    SMTP_URL: sink.url,
    MAIL_BULK_PER_MINUTE: String(perMinute),
  };
  const none = { p50: 0, p95: 0 };
  const result = { perSecond: 0, seconds: 0, enqueueMs: 0, singleMs: { alone: none, during: none } };
  try {
    await withServices(readConfig(environment), async (services) => {
      const context = {
        ...services,
        actor: { kind: "system", job: "bench" },
        requestId: "bench",
      } satisfies UseCaseContext;
      const worker = startWorker(services);
      const alone = await sendSingles(context, services.wakeWorker, "alone");
      await worker.drain();
      await worker.stop();
      result.singleMs.alone = waitsOf(alone, sink.arrived);

      const begun = performance.now();
      const people = Array.from({ length: count }, (_, index) => letter(`bulk${index}@example.jp`));
      await sendInBulk(context, "bench", people);
      result.enqueueMs = round(performance.now() - begun);
      warn(`${count} 通を列に入れました。送ります。`);
      const started = performance.now();
      const busy = startWorker(services);
      const during = await sendSingles(context, services.wakeWorker, "during");
      await busy.drain();
      await busy.stop();
      const last = Math.max(...people.map(({ toAddress }) => sink.arrived.get(toAddress) ?? started));
      result.seconds = round((last - started) / 1_000);
      result.perSecond = round(count / ((last - started) / 1_000));
      result.singleMs.during = waitsOf(during, sink.arrived);
    });
    const received = sink.arrived.size;
    if (received !== count + 2 * SINGLES) throw new Error(`${received} 通しか届いていません。`);
    return {
      machine: { cpus: availableParallelism(), node: process.versions.node },
      mails: count,
      perMinute,
      ...result,
    };
  } finally {
    await sink.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
