/** 表に無いアドレス。枠と行き先を出せるよう、外枠の loader を通る経路に受けて 404 にする。 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { action, loader } from "#app/routes/public/not-found.tsx";
import routes from "#app/routes.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { load } from "#test/support/route-call.ts";

let portal: TestServices;
beforeAll(async () => {
  portal = await startTestServices();
});
afterAll(() => portal.close());

it("どの経路にも当たらないアドレスを受ける経路がある", () => {
  expect(routes.filter(({ path }) => path === "*")).toMatchObject([{ file: "routes/public/not-found.tsx" }]);
});

it.each([
  ["開く", loader, {}],
  ["送る", action, { form: { any: "value" } }],
] as const)("表に無いアドレスを%sと、ページが無いことを示す", async (_, call, options) => {
  const answer = await load(call, portal.loadContext, "/none/such", options);
  expect(answer).toMatchObject({ status: 404 });
  expect(await (answer as Response).json()).toMatchObject({ title: "ページが見つかりません" });
});
