/**
 * `npm run -s bench -- certificates [--count 1000] [--seconds 8] [--rate 20]`
 * 認定通知書の速さ: 作成器だけの速さ、outbox を通して記録するまでの速さ、その間の画面の速さ、決裁してから出来上がるまで。
 */
import { readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { and, count, eq, lte } from "drizzle-orm";
import { databaseFile } from "#app/services.server.ts";
import { type Database, openDatabase } from "#db/client.ts";
import { documentAt } from "#db/queries/certifications.ts";
import { issuedDocuments, outbox } from "#db/schema/index.ts";
import { CommandRefusal, warn } from "../command.ts";
import { type Client, createClient } from "./http-client.ts";
import { type Latencies, type LoadPlan, openLoop, percentiles, round, type Visit } from "./load.ts";
import { logIn } from "./log-in.ts";
import { expectStatus, readVersionedForm } from "./page-form.ts";
import { type PortalProcess, startPortalProcess } from "./portal-process.ts";
import { pressSpeed } from "./press.ts";
import { officials, prepareCertificates, releaseCertificates } from "./waiting-certificates.ts";

export type CertificatePlan = LoadPlan & { readonly count: number };

/** 決裁を計る数の上限と、作る通知書の数に対する割合。 */
const DECISIONS = { most: 30, share: 0.1 } as const;
const POLL_MS = 20;
const KILOBYTE_PER_MEGABYTE = 1000;
/** 記憶を計る間隔（通）。 */
const RESIDENT_EVERY = 1000;
/** Linux の /proc の時間の刻み（ミリ秒）。 */
const TICK_MS = 10;

export async function certificateSpeed(plan: CertificatePlan): Promise<object> {
  const dataDir = await mkdtemp(join(tmpdir(), "portal-bench-"));
  process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));
  warn(`認定通知書 ${plan.count} 通分の計画を用意します。`);
  const { notices, proposed, records } = await prepareCertificates(dataDir, {
    count: plan.count,
    decisions: Math.min(DECISIONS.most, Math.ceil(plan.count * DECISIONS.share)),
  });
  warn("作成器だけの速さを計ります。");
  const press = await pressSpeed(notices);
  const portal = await startPortalProcess(dataDir);
  const client = createClient(portal.origin);
  const database = openDatabase(databaseFile(dataDir));
  try {
    const reviewer = await logIn(client, "/login/staff", officials.reviewer);
    const manager = await logIn(client, "/login/staff", officials.manager);
    const visit = visiting(client, reviewer, records);
    while (dueJobs(database) > 0) await sleep(POLL_MS);
    await openLoop(visit, { ...plan, seconds: Math.min(3, plan.seconds) });
    warn("ほかに仕事のないときの画面を計ります。");
    const alone = await openLoop(visit, plan);
    warn("画面を開きながら、決裁してから通知書が出来上がるまでを計ります。");
    const decision = await decisions({ client, manager, database, proposed, visit, plan });
    warn(`${plan.count} 通を放します。`);
    const issued = await issuing({ database, portal, visit, plan });
    return {
      machine: { cpus: availableParallelism(), node: process.versions.node },
      ...plan,
      press,
      decision,
      issue: issued.speed,
      pages: { alone, during: issued.pages },
    };
  } finally {
    database.close();
    client.close();
    await portal.stop();
  }
}

/** 審査の一覧と記録を、代わる代わる開く。 */
function visiting(client: Client, cookie: string, records: readonly string[]): Visit {
  let turn = 0;
  return async () => {
    turn += 1;
    const path = turn % 2 === 0 ? "/review" : `/review/applications/${records[turn % records.length] ?? ""}`;
    expectStatus(await client.ask({ path, cookie }), 200, path);
  };
}

/** 画面のとおりに認定し、記録に載るまでを計る。その間、ほかの人は画面を開き続ける。 */
async function decisions(given: {
  readonly client: Client;
  readonly manager: string;
  readonly database: Database;
  readonly proposed: readonly string[];
  readonly visit: Visit;
  readonly plan: LoadPlan;
}): Promise<{ readonly count: number; readonly readyMs: Latencies }> {
  const { client, manager, database, proposed, visit, plan } = given;
  const done = { yes: false };
  const pages = (async () => {
    while (!done.yes) await openLoop(visit, { seconds: 1, rate: plan.rate });
  })();
  const times: number[] = [];
  for (const id of proposed) {
    const path = `/review/applications/${id}/certify`;
    const form = (await readVersionedForm(client, manager, path)).toString();
    const started = performance.now();
    const answer = await client.ask({ method: "POST", path, cookie: manager, form });
    expectStatus(answer, 302, path);
    while ((await documentAt(database, id, "certificationNotice", 1)) === undefined) await sleep(POLL_MS);
    times.push(performance.now() - started);
  }
  done.yes = true;
  await pages;
  if (times.length === 0)
    throw new CommandRefusal("決裁を待つ申請がありません。--count を増やしてください。");
  return { count: times.length, readyMs: percentiles(times) };
}

/** 一度に放した仕事が、全部記録に載るまで。画面は、始まってから plan.seconds の間だけ計る。 */
async function issuing(given: {
  readonly database: Database;
  readonly portal: PortalProcess;
  readonly visit: Visit;
  readonly plan: CertificatePlan;
}) {
  const { database, portal, visit, plan } = given;
  const before = issuedCount(database);
  const done = (): number => issuedCount(database) - before;
  const resident = [residentMb(portal.pid)];
  releaseCertificates(database, new Date().toISOString());
  while (done() === 0) await sleep(POLL_MS);
  const [started, busy] = [performance.now(), cpuMs(portal.pid)];
  const finished = (async () => {
    while (done() < plan.count) {
      if (done() >= resident.length * RESIDENT_EVERY) resident.push(residentMb(portal.pid));
      await sleep(POLL_MS);
    }
    return performance.now();
  })();
  const pages = await openLoop(visit, plan);
  const seconds = ((await finished) - started) / 1000;
  resident.push(residentMb(portal.pid));
  return {
    pages,
    speed: {
      perSecond: round(plan.count / seconds),
      cpuMsPerLetter: round((cpuMs(portal.pid) - busy) / plan.count),
      residentMb: resident,
    },
  };
}

const issuedCount = (database: Database): number =>
  database.reader
    .select({ total: count() })
    .from(issuedDocuments)
    .where(eq(issuedDocuments.kind, "certificationNotice"))
    .get()?.total ?? 0;

/** 始まってよいのに、まだ終わっていない仕事。 */
const dueJobs = (database: Database): number =>
  database.reader
    .select({ total: count() })
    .from(outbox)
    .where(and(eq(outbox.state, "waiting"), lte(outbox.availableAt, new Date().toISOString())))
    .get()?.total ?? 0;

/** その過程が占める記憶（MB）。Linux だけで分かる。 */
function residentMb(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) / KILOBYTE_PER_MEGABYTE);
  } catch {
    return null;
  }
}

/** その過程が使った計算の時間（ミリ秒）。画面を返した分も含む。 */
function cpuMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return Number.NaN;
  }
}
