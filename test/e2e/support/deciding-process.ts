/**
 * 一人の職員の過程。deciding-at-once.test.ts が八つ立て、合図と同時に、同じ申請を同じ順に決めさせる。
 * 標準入力の一行目は仕事（JSON）、二行目は合図。標準出力に、申請ごとの答えを JSON で返す。
 */
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { createEditionWork } from "#app/adapters/edition-work/edition-work.server.ts";
import { createPdfRenderer } from "#app/adapters/pdf/pdf-renderer.server.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import type { Refusal } from "#app/usecases/refusals.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { openDatabase } from "#db/client.ts";
import { createRulebookLibrary } from "#db/queries/load-rulebook.ts";

export type DecidingWork = {
  readonly databaseFile: string;
  readonly actor: Actor;
  /** 今の瞬間。UTC の ISO 文字列。 */
  readonly at: string;
  readonly verb: "certify" | "return";
  readonly plans: readonly { readonly applicationId: string; readonly version: number }[];
};

/** 一件の答え。decided: 通った。refused: 断られた。thrown: 思わぬ誤り（データベースの混雑など）。 */
export type DecidingAnswer =
  | { readonly kind: "decided" }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "thrown"; readonly message: string };

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const nextLine = async (): Promise<string> => String((await lines.next()).value);

const work = JSON.parse(await nextLine()) as DecidingWork;
const database = openDatabase(work.databaseFile);
const context: UseCaseContext = {
  database,
  rulebooks: createRulebookLibrary(database),
  editionWork: createEditionWork(null),
  clock: { now: () => work.at },
  newId: randomUUID,
  origin: "http://localhost:3000",
  scanRule: "optional",
  staffAccess: { namedGroups: true, openJoining: true, administratorGroup: null },
  actor: work.actor,
  requestId: `race-${process.pid}`,
};
const pdf = createPdfRenderer({ threads: 0 });
context.rulebooks.on(work.at.slice(0, 10));
process.stdout.write("ready\n");
await nextLine();

const comments = [{ section: "company", field: "name", kind: "wrong" as const, text: "登記のとおりに" }];
const answers: DecidingAnswer[] = [];
for (const plan of work.plans) {
  try {
    const result = await (work.verb === "certify"
      ? certifyPlan(context, pdf, plan)
      : returnForCorrection(context, { ...plan, comments }));
    answers.push(result.ok ? { kind: "decided" } : { kind: "refused", refusal: result.error });
  } catch (thrown) {
    answers.push({ kind: "thrown", message: String(thrown) });
  }
}
database.close();
process.stdout.write(`${JSON.stringify(answers)}\n`, () => process.exit(0));
