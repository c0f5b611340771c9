/** 局の文例: 自分の局の人だけが読み、直し、消せる。先に直されていたら、後の人は断られる。 */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { officeTextBlocks, removeTextBlock, saveTextBlock } from "#app/usecases/review/text-blocks.server.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf } from "#test/support/procedure.ts";

let portal: TestServices;
let reviewer: UseCaseContext;
let manager: UseCaseContext;
let elsewhere: UseCaseContext;
beforeAll(async () => {
  portal = await startTestServices();
  reviewer = await logIn(portal, "tohoku-reviewer");
  manager = await logIn(portal, "tohoku-manager");
  elsewhere = await logIn(portal, "kobe-reviewer");
});
afterAll(() => portal.close());

const office = "meti-tohoku";
const fresh = { id: null, version: 0, officeCode: office };
const titles = async (context: UseCaseContext) =>
  expectOk(await officeTextBlocks(context)).map(({ title }) => title);

it("足した文例を、同じ局の人が読んで直し、消す。よその局の人には無い", async () => {
  expectOk(
    await saveTextBlock(reviewer, { ...fresh, title: "証明書の写し", body: "写しを添付してください。" }),
  );
  const [block] = expectOk(await officeTextBlocks(manager));
  if (block === undefined) throw new Error("文例がありません。");
  expect(block).toMatchObject({ title: "証明書の写し", updatedByName: "佐藤 亮", version: 1 });
  expect(await titles(elsewhere)).toEqual([]);

  const edit = {
    id: block.id,
    version: 1,
    officeCode: "",
    title: "証明書",
    body: "証明書を添付してください。",
  };
  expect(refusalOf(await saveTextBlock(elsewhere, edit))).toEqual({ kind: "notFound" });
  expect(refusalOf(await removeTextBlock(elsewhere, edit))).toEqual({ kind: "notFound" });
  expectOk(await saveTextBlock(manager, edit));
  expect(refusalOf(await saveTextBlock(reviewer, { ...edit, title: "別の題" }))).toMatchObject({
    kind: "stale",
    by: "阿部 恵子",
  });
  expect(await titles(reviewer)).toEqual(["証明書"]);
  expectOk(await removeTextBlock(reviewer, { id: block.id, version: 2 }));
  expect(await titles(manager)).toEqual([]);
});

it.each([
  ["題がない", { title: " ", body: "文" }, ["title"]],
  ["題が長い", { title: "あ".repeat(41), body: "文" }, ["title"]],
  ["文がない", { title: "題", body: " \n" }, ["body"]],
  ["文が長い", { title: "題", body: "あ".repeat(801) }, ["body"]],
])("%s文例は断られる", async (_name, typed, fields) => {
  const refusal = refusalOf(await saveTextBlock(reviewer, { ...fresh, ...typed }));
  expect(refusal.kind === "invalid" ? Object.keys(refusal.errors) : []).toEqual(fields);
});

it("よその局の文例を足すことはできず、局に属さない役割には画面がない", async () => {
  const typed = { ...fresh, title: "題", body: "文" };
  expect(refusalOf(await saveTextBlock(elsewhere, typed))).toEqual({ kind: "notFound" });
  for (const loginId of ["coordinator", "administrator-1", "auditor"])
    expect(refusalOf(await officeTextBlocks(await logIn(portal, loginId)))).toMatchObject({
      kind: "forbidden",
    });
});
