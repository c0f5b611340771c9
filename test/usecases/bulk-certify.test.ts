/** まとめて認定: 一件ずつの結果、同じ鍵の繰返し、権限。 */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { bulkDryRun, type Picked, runBulk } from "#app/usecases/review/bulk-command.server.ts";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { certifications } from "#db/schema/index.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk, refusalOf } from "#test/support/procedure.ts";
import { proposedPlans } from "#test/support/proposed-plans.ts";

let portal: TestServices;
let reviewer: UseCaseContext;
let manager: UseCaseContext;
let picked: readonly Picked[];
beforeEach(async () => {
  portal = await startTestServices();
  reviewer = await logIn(portal, "tohoku-reviewer");
  manager = await logIn(portal, "tohoku-manager");
  picked = await proposedPlans(portal, 4);
});
afterEach(() => portal.close());

const certified = () => portal.services.database.reader.select().from(certifications).all();
const run = async (context: UseCaseContext, key: string, some = picked) =>
  expectOk(await runBulk(context, portal.services.pdf, "certify", { picked: some, left: [], key })).map(
    ({ obstacle }) => obstacle,
  );

it("確かめるだけでは何も決まらない", async () => {
  const items = expectOk(await bulkDryRun(manager, portal.services.pdf, "certify", picked));
  expect(items.map(({ obstacle }) => obstacle)).toEqual([null, null, null, null]);
  expect(certified()).toEqual([]);
});

it("一件の断りはほかを止めず、不認定の起案は認定されない", async () => {
  const [first] = picked;
  if (first === undefined) throw new Error("申請がありません。");
  const proposal = { outcome: "decline", ground: "根拠が確かめられない" } as const;
  expectOk(await proposeDecision(reviewer, { ...first, ...proposal }));
  const now = [await current(manager, first.applicationId), ...picked.slice(1)];
  const [refused, ...rest] = await run(manager, "a", now);
  expect(refused).toContain("起案は「不認定」です。");
  expect(rest).toEqual([null, null, null]);
  expect(certified()).toHaveLength(3);
});

it("同じ鍵なら、続けて送っても同時に送っても、結果は同じで、認定は一件ずつ", async () => {
  const both = await Promise.all([run(manager, "a"), run(manager, "a")]);
  const done = [null, null, null, null];
  expect([...both, await run(manager, "a")]).toEqual([done, done, done]);
  expect(certified()).toHaveLength(4);
});

it("別の鍵で送れば、先に決まったことが一件ずつの理由になる", async () => {
  await run(manager, "a");
  const again = await run(manager, "b");
  expect(again.every((obstacle) => obstacle === "選んだ後に、ほかの人が変更しました。")).toBe(true);
  expect(certified()).toHaveLength(4);
});

it("審査担当はまとめて認定できず、よその局の決裁者には一件も見えない", async () => {
  const input = { picked, left: [], key: "a" };
  expect(refusalOf(await runBulk(reviewer, portal.services.pdf, "certify", input))).toMatchObject({
    kind: "forbidden",
  });
  const elsewhere = await logIn(portal, "kobe-manager");
  expect(expectOk(await runBulk(elsewhere, portal.services.pdf, "certify", input))).toEqual([]);
  expect(certified()).toEqual([]);
});
