/**
 * 八人の職員が、別々の過程から、一つのデータベースのファイルの同じ計画を同時に決める。
 * ほかの試験の時間を奪わないように、一つずつ走るブラウザーの試験の組に置く。
 * どの計画も一度だけ決まり、答えた決定は失われず、遅れた人はだれが何をしたかを知り、混雑の誤りを見る人はいない。
 */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseFile } from "#app/services.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { eventsOf, findApplication } from "#db/queries/applications.ts";
import { verifyAuditChain } from "#db/queries/verify-audit-chain.ts";
import { applicationListings, certifications, outbox, reviewComments } from "#db/schema/index.ts";
import { logInStaff } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { proposedPlans } from "#test/support/proposed-plans.ts";
import type { DecidingAnswer, DecidingWork } from "./support/deciding-process.ts";

const PROCESSES = 8;
const PLANS = 500;

let portal: TestServices;
let officials: readonly UseCaseContext[];
let plans: readonly { readonly applicationId: string; readonly version: number }[];

beforeAll(async () => {
  portal = await startTestServices();
  officials = await Promise.all(
    Array.from({ length: PROCESSES }, (_, index) =>
      logInStaff(portal, `staff-race-${index}`, {
        name: `職員 ${index + 1}`,
        email: `race-${index}@staff.example.jp`,
        groups: [`office:meti-tohoku:${verbOf(index) === "certify" ? "officeManager" : "reviewer"}`],
      }),
    ),
  );
  plans = await proposedPlans(portal, PLANS);
  await bundleProcess();
});
afterAll(async () => {
  await portal.close();
  await rm(decidingProcess);
});

const root = join(import.meta.dirname, "../..");
/** 八つの過程が、変換を待たずに立ち上がるように、一つに束ねた物。npm の物は束ねない。 */
const decidingProcess = join(root, "build", `deciding-process-${process.pid}.js`);

const bundleProcess = () =>
  build({
    entryPoints: [join(import.meta.dirname, "support/deciding-process.ts")],
    outfile: decidingProcess,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    logLevel: "warning",
  });

/** 決裁者は認定し、審査担当は差し戻す。 */
const verbOf = (index: number): DecidingWork["verb"] => (index % 2 === 0 ? "certify" : "return");

type Official = {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly lines: AsyncIterator<string>;
};

/** 職員の過程を立て、仕事を渡し、合図を待つところまで進める。 */
async function seat(index: number): Promise<Official> {
  const context = officials[index];
  if (context === undefined) throw new Error(`職員 ${index} がいません。`);
  const child = spawn(process.execPath, [decidingProcess], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const work: DecidingWork = {
    databaseFile: databaseFile(portal.dataDir),
    actor: context.actor,
    at: context.clock.now(),
    verb: verbOf(index),
    plans,
  };
  child.stdin.write(`${JSON.stringify(work)}\n`);
  expect((await lines.next()).value).toBe("ready");
  return { child, lines };
}

async function decideAll({ child, lines }: Official): Promise<readonly DecidingAnswer[]> {
  const ended = once(child, "exit");
  child.stdin.end("go\n");
  const { value } = await lines.next();
  await ended;
  return JSON.parse(String(value)) as readonly DecidingAnswer[];
}

it(`${PROCESSES}の過程が${PLANS}件を同時に決めても、決定は計画ごとに一つで、失われず、混雑の誤りは出ない`, async () => {
  const seated = await Promise.all(officials.map((_, index) => seat(index)));
  const answers = await Promise.all(seated.map(decideAll));

  const thrown = answers.flat().filter(({ kind }) => kind === "thrown");
  expect(thrown).toEqual([]);

  const { database } = portal.services;
  let certified = 0;
  for (const [position, { applicationId, version }] of plans.entries()) {
    const given = answers.map((one) => one[position]);
    const winner = given.findIndex((answer) => answer?.kind === "decided");
    const events = (await eventsOf(database, applicationId)).filter(({ type }) =>
      ["application.certified.v1", "application.returned.v1"].includes(type),
    );
    const decision = verbOf(winner) === "certify" ? "certified" : "returned";
    if (decision === "certified") certified += 1;
    const name = `職員 ${winner + 1}`;
    expect(events.map(({ type, actorName }) => ({ type, actorName }))).toEqual([
      { type: `application.${decision}.v1`, actorName: name },
    ]);
    expect(await findApplication(database, applicationId)).toMatchObject({
      status: decision,
      version: version + 1,
    });
    const told = {
      kind: "refused",
      refusal: {
        kind: "stale",
        subject: "application",
        by: name,
        what: `「${decision === "certified" ? "認定" : "差戻し"}」が行われています。`,
      },
    };
    expect(given.filter((_, index) => index !== winner)).toEqual(
      Array.from({ length: PROCESSES - 1 }, () => told),
    );
  }

  const stored = database.reader;
  const numbers = stored
    .select({ number: certifications.number })
    .from(certifications)
    .all()
    .map(({ number }) => Number(/第(\d+)号/u.exec(number)?.[1]))
    .toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: certified }, (_, index) => index + 1));
  expect(stored.select().from(reviewComments).all()).toHaveLength(PLANS - certified);
  const jobs = stored.select().from(outbox).all();
  expect(jobs.filter(({ topic }) => topic === "issueCertificate")).toHaveLength(certified);
  const listed = stored.select().from(applicationListings).all();
  expect(listed.filter(({ status }) => status === "certified")).toHaveLength(certified);
  expect((await verifyAuditChain(database)).broken).toBeNull();
});
