/** 認定通知書の作成の連なり。どこで落ちても、番号は一つ、PDF は一つ、知らせは一通。 */
import { spawn } from "node:child_process";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DocumentSigner } from "#app/adapters/signing/signer-port.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { contextFor } from "#app/http/guard.server.ts";
import { readConfig } from "#app/config.server.ts";
import { readCertificateCode } from "#app/domain/certification/certificate-code.ts";
import { createServices, type Services } from "#app/services.server.ts";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import { certificateHistory } from "#app/usecases/certification/issued-certificate.server.ts";
import { startWorker } from "#app/worker.server.ts";
import { certificationOf } from "#db/queries/certifications.ts";
import { mailsOf } from "#db/queries/operations.ts";
import { numberSeries, outbox } from "#db/schema/index.ts";
import { signatureOf, textOf } from "#test/pdf/pdf-inspection.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices, testOrigin } from "#test/support/portal-services.ts";
import { acceptAndPropose, current, expectOk, startAndFile } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const START = "2026-12-01T01:00:00.000Z";
/** 落ちた働き手の借りが切れた後。 */
const LATER = "2026-12-01T02:00:00.000Z";
const LIMIT = 120_000;

let portal: TestServices;
let applicationId: string;
const copies: string[] = [];

/** 起案まで進んだ所の写し。 */
let undecided: string;

/** 認定したところまで進め、働き手はまだ動かさない。 */
beforeAll(async () => {
  portal = await startTestServices({ clock: createTestClock(START) });
  const applicant = await logIn(portal, "takahashi@aoba.example.jp");
  const own = await startAndFile(applicant, manufacturing.answers);
  applicationId = own.applicationId;
  await acceptAndPropose(await logIn(portal, "tohoku-reviewer"), applicationId);
  portal.services.database.raw.pragma("wal_checkpoint(TRUNCATE)");
  undecided = await copied();
  const manager = await logIn(portal, "tohoku-manager");
  expectOk(await certifyPlan(manager, portal.services.pdf, await current(manager, applicationId)));
  portal.services.database.raw.pragma("wal_checkpoint(TRUNCATE)");
}, 60_000);
afterAll(async () => {
  await portal.close();
  await Promise.all(copies.map((folder) => rm(folder, { recursive: true, force: true })));
});

async function copied(from = portal.dataDir): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "portal-chain-"));
  copies.push(folder);
  await cp(from, folder, { recursive: true });
  return folder;
}

const servicesIn = (dataDir: string, now: string): Services =>
  createServices(
    readConfig({ NODE_ENV: "test", DATA_DIR: dataDir, LOG_LEVEL: "silent", COMPANY_DIRECTORY: "off" }),
    {
      origin: testOrigin,
      pdfWorker: null,
      editionWorker: null,
      clock: createTestClock(now),
    },
  );

/** 子の process を、指した段で落ちるまで動かす。 */
const runUntil = (
  script: "issue-until.ts" | "decide-until.ts",
  ...given: readonly string[]
): Promise<NodeJS.Signals | null> =>
  new Promise((resolve, reject) => {
    const file = join(import.meta.dirname, script);
    const child = spawn(process.execPath, ["--import", "tsx", file, ...given], {
      cwd: join(import.meta.dirname, "../../.."),
      stdio: "ignore",
    });
    child.once("error", reject);
    child.once("close", (_code, signal) => resolve(signal));
  });

async function drained(services: Services): Promise<void> {
  const worker = startWorker(services);
  await worker.drain();
  await worker.stop();
}

/** 番号は一つ、PDF は一つ、知らせは一通。待っている仕事も、書きかけもない。 */
async function expectExactlyOne(dataDir: string, services: Services): Promise<void> {
  const { database } = services;
  // 外の口から会社の事実を引く仕事は、通知書の道とは別に進む。
  const jobs = database.reader
    .select()
    .from(outbox)
    .all()
    .filter(({ topic }) => topic !== "fetchCompanyFacts");
  expect(jobs.filter(({ state }) => state !== "done")).toEqual([]);
  expect(certificationSeries(services)).toMatchObject([{ last: 1 }]);
  const { editions } = await certificateHistory(database, applicationId);
  expect(editions).toMatchObject([{ edition: 1, state: { kind: "issued" } }]);
  expect(await storedFiles(dataDir, services)).toEqual({ signed: 1, manifests: 1, staged: 0 });
  const mails = (await mailsOf(database, applicationId)).filter(({ template }) => template === "certified");
  expect(mails).toHaveLength(1);
  const kept = await readdir(join(dataDir, "mail"));
  expect(kept.filter((name) => name.includes(mails[0]?.messageId.slice(1, 40) ?? "-"))).toHaveLength(1);
}

const certificationSeries = ({ database }: Services) =>
  database.reader
    .select()
    .from(numberSeries)
    .all()
    .filter(({ series }) => series.startsWith("certification:"));

/** 保管庫の認定通知書と目録と、脇に残った物。 */
async function storedFiles(dataDir: string, services: Services) {
  const files = (await readdir(join(dataDir, "files"), { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile(),
  );
  const staged = files.filter(({ parentPath }) => parentPath.endsWith("staged"));
  const contents = await Promise.all(files.map(({ name }) => services.storage.get(name)));
  const signed = contents.filter((bytes) => bytes !== null && Buffer.from(bytes).includes("/ByteRange"));
  const manifests = contents.filter(
    (bytes) => bytes !== null && Buffer.from(bytes).subarray(0, 2).equals(Buffer.from("ey")),
  );
  return { signed: signed.length, manifests: manifests.length, staged: staged.length };
}

describe("働き手が落ちたとき", () => {
  it.each([
    "描く前",
    "描いた後",
    "署名の後",
    "脇に置いた後",
    "PDF を保管した後",
    "目録を保管した後",
    "記録した後",
    "片付けた後",
    "知らせる前",
    "知らせた後",
  ])("%sに kill -9 しても、番号は一つ、PDF は一つ、知らせは一通", { timeout: LIMIT }, async (step) => {
    const dataDir = await copied();
    expect(await runUntil("issue-until.ts", dataDir, START, step)).toBe("SIGKILL");
    const services = servicesIn(dataDir, LATER);
    await drained(services);
    await expectExactlyOne(dataDir, services);
    await services.close();
  });
});

describe("決裁の途中で落ちたとき", () => {
  const certifyAgain = async (services: Services) => {
    const context = (actor: Actor) => contextFor(services, actor, "again");
    const manager = await logIn({ services, context }, "tohoku-manager");
    return certifyPlan(manager, services.pdf, await current(manager, applicationId));
  };

  it.each(["決裁の取引の前", "番号を引いた後、取引の終わる前"])(
    "%sに kill -9 すれば何も決まっておらず、決め直した番号は第1号で、PDF は一つ、知らせは一通",
    { timeout: LIMIT },
    async (step) => {
      const dataDir = await copied(undecided);
      expect(await runUntil("decide-until.ts", dataDir, START, step, applicationId)).toBe("SIGKILL");
      const services = servicesIn(dataDir, LATER);
      expect(await certificationOf(services.database, applicationId)).toBeUndefined();
      expect(certificationSeries(services)).toEqual([]);
      expectOk(await certifyAgain(services));
      await drained(services);
      await expectExactlyOne(dataDir, services);
      await services.close();
    },
  );

  it(
    "決裁の取引の後に kill -9 しても決定は残り、もう一度の決裁は断られ、番号は一つ、PDF は一つ、知らせは一通",
    { timeout: LIMIT },
    async () => {
      const dataDir = await copied(undecided);
      const step = "決裁の取引の後";
      expect(await runUntil("decide-until.ts", dataDir, START, step, applicationId)).toBe("SIGKILL");
      const services = servicesIn(dataDir, LATER);
      expect((await certifyAgain(services)).ok).toBe(false);
      await drained(services);
      await expectExactlyOne(dataDir, services);
      await services.close();
    },
  );
});

describe("署名が遅く、仕事の借りが切れたとき", () => {
  it("別の働き手が引き取り、遅れて終わった方と合わせても、番号は一つ、PDF は一つ、知らせは一通", async () => {
    const dataDir = await copied();
    const late = servicesIn(dataDir, START);
    const [signing, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow: DocumentSigner = {
      ...late.signer,
      async signPdf(...given) {
        signing.resolve();
        await released.promise;
        return late.signer.signPdf(...given);
      },
    };
    const slowWorker = startWorker({ ...late, signer: slow });
    await signing.promise;
    const services = servicesIn(dataDir, LATER);
    await drained(services);
    released.resolve();
    await slowWorker.drain();
    await slowWorker.stop();
    await expectExactlyOne(dataDir, services);
    await Promise.all([late.close(), services.close()]);
  });
});

describe("保管する所が一杯のとき", () => {
  it("書けない間は知らせず、空きができれば、番号は一つ、PDF は一つ、知らせは一通", async () => {
    const dataDir = await copied();
    const clock = createTestClock(START);
    const services = { ...servicesIn(dataDir, START), clock };
    const full = () => Promise.reject(Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC" }));
    const failing = startWorker({ ...services, storage: { ...services.storage, put: full } });
    await failing.drain();
    await failing.stop();
    const { editions } = await certificateHistory(services.database, applicationId);
    expect(editions[0]?.state).toMatchObject({ kind: "retrying", attempts: 1 });
    clock.advance({ minutes: 1 });
    await drained(services);
    await expectExactlyOne(dataDir, services);
    await services.close();
  });
});

describe("署名する所が答えないとき", () => {
  const broken: DocumentSigner = {
    level: "B-B",
    signPdf: () => Promise.reject(new Error("署名の鍵が、時間内に答えません。")),
    signManifest: () => Promise.reject(new Error("署名の鍵が、時間内に答えません。")),
  };

  it("間をだんだん空けてやり直し、その様子を隠さず、直れば一度で出来上がる", async () => {
    const dataDir = await copied();
    const clock = createTestClock(START);
    const services = { ...servicesIn(dataDir, START), clock };
    const failing = startWorker({ ...services, signer: broken });
    await failing.drain();
    const stateNow = async () =>
      (await certificateHistory(services.database, applicationId)).editions[0]?.state;
    expect(await stateNow()).toEqual({ kind: "retrying", attempts: 1, nextAt: "2026-12-01T01:00:05.000Z" });
    clock.set("2026-12-01T01:00:05.000Z");
    await failing.drain();
    expect(await stateNow()).toEqual({ kind: "retrying", attempts: 2, nextAt: "2026-12-01T01:00:35.000Z" });
    await failing.stop();
    expect(await mailsOf(services.database, applicationId)).not.toContainEqual(
      expect.objectContaining({ template: "certified" }),
    );

    clock.advance({ minutes: 1 });
    const worker = startWorker(services);
    await worker.drain();
    await worker.stop();
    expect(await stateNow()).toEqual({ kind: "issued" });
    await services.close();
  });

  it("やり直しを尽くせば、操作者を待っていることを示す", async () => {
    const dataDir = await copied();
    const clock = createTestClock(START);
    const services = { ...servicesIn(dataDir, START), clock };
    const failing = startWorker({ ...services, signer: broken });
    for (let time = 0; time < 10; time += 1) {
      await failing.drain();
      clock.advance({ hours: 5 });
    }
    await failing.stop();
    const { editions } = await certificateHistory(services.database, applicationId);
    expect(editions[0]?.state).toEqual({ kind: "stopped", attempts: 9 });
    await services.close();
  });
});

describe("出来上がった通知書", () => {
  it("確かめの符号と QR が刷られ、全体に及ぶ署名がある", async () => {
    const worker = startWorker(portal.services);
    await worker.drain();
    await worker.stop();
    const { editions } = await certificateHistory(portal.services.database, applicationId);
    const [edition] = editions;
    const bytes = await portal.services.storage.get(edition?.document?.sha256 ?? "");
    if (bytes === null) throw new Error("通知書がありません。");
    expect(signatureOf(bytes)).toMatchObject({ valid: true, whole: true });
    expect(bytes.byteLength).toBeLessThan(60_000);
    const printed = /符号([2-9A-Z-]{34})/u.exec(textOf(bytes))?.[1] ?? "";
    expect(readCertificateCode(printed)).toEqual({ ok: true, value: edition?.code });
    const certification = await certificationOf(portal.services.database, applicationId);
    expect(textOf(bytes)).toContain(certification?.number);
    const applicant = await logIn(portal, "takahashi@aoba.example.jp");
    const opened = expectOk(
      await openApplication(applicant, { companyKey: certification?.companyKey ?? "", applicationId }),
    );
    expect(opened.certificate.editions[0]).toMatchObject({ edition: 1, state: { kind: "issued" } });
  });
});
