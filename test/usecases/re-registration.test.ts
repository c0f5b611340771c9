/** GビズID の取り直し、代表者の交代、幾つものプライム: 会社の物は会社に付き、人は（発行者、sub）で分かれる。 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { resolveSession } from "#app/usecases/accounts/resolve-session.server.ts";
import { openSection } from "#app/usecases/applications/open-section.server.ts";
import { readAudit } from "#app/usecases/operations/read-audit.server.ts";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { accountIdOf, arrive, logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { companyKeyOf, expectOk, refusalOf, start } from "#test/support/procedure.ts";

const prime = "takahashi@aoba.example.jp";

let portal: TestServices;
let draft: OwnApplication;
let former: UseCaseContext;

/** そのログイン ID の人の属性を変えて、ログインする。 */
async function enter(loginId: string, subject: string, changes: Readonly<Record<string, unknown>> = {}) {
  const { token } = expectOk(await arrive(portal, loginId, { ...changes, subject }));
  return portal.context((await resolveSession(portal.services, token)).actor);
}
const opened = (context: UseCaseContext) => openSection(context, { ...draft, section: "company" });

beforeAll(async () => {
  portal = await startTestServices();
  former = await logIn(portal, prime);
  draft = await start(former);
});
afterAll(() => portal.close());

it("新しい代表者の新しいアカウント（別の sub）は別人になり、会社の下書きは続けて書ける", async () => {
  const next = await enter(prime, "90001", {
    rep_last_nm: "髙橋",
    rep_first_nm: "新一",
    email: "new@aoba.example.jp",
  });
  expect(accountIdOf(next.actor)).not.toBe(accountIdOf(former.actor));
  expect(companyKeyOf(next)).toBe(companyKeyOf(former));
  expectOk(await opened(next));
});

it("同じ会社の二人目のプライムも、同じ下書きを開ける", async () => {
  expectOk(await opened(await logIn(portal, "hayasaka@aoba.example.jp")));
});

it("親のプライムが取り直されたメンバーは、同じ人のまま続けられ、変わったことが監査に残る", async () => {
  const before = await logIn(portal, "oda@aoba.example.jp");
  const after = await enter("oda@aoba.example.jp", "80977", { parent_id: "90001" });
  expect(accountIdOf(after.actor)).toBe(accountIdOf(before.actor));
  expectOk(await opened(after));
  const { rows } = expectOk(await readAudit(await logIn(portal, "auditor")));
  expect(rows.map(({ details }) => details)).toContainEqual(
    expect.objectContaining({ changed: { parentSubject: { from: "80412", to: "90001" } } }),
  );
});

it("エントリーからプライムに上がった人は、同じ人のまま種別が変わり、監査に残る", async () => {
  const before = await logIn(portal, "kobayashi@mokko.example.jp");
  const after = await enter("kobayashi@mokko.example.jp", "81984", { account_type: "2" });
  expect(accountIdOf(after.actor)).toBe(accountIdOf(before.actor));
  expect(after.actor).toMatchObject({ accountType: "prime" });
  const { rows } = expectOk(await readAudit(await logIn(portal, "auditor")));
  expect(rows.map(({ details }) => details)).toContainEqual(
    expect.objectContaining({ changed: { accountType: { from: "entry", to: "prime" } } }),
  );
});

it("同じメールアドレスと氏名でも、法人番号の違う会社の人には見えない", async () => {
  const other = await enter(prime, "90002", { corporate_number: "6990001000002", name: "西神倉庫株式会社" });
  const theirs = { ...draft, companyKey: companyKeyOf(other) };
  expect(refusalOf(await openSection(other, { ...theirs, section: "company" }))).toEqual({
    kind: "notFound",
  });
});

it.each([
  ["屋号のある個人事業主", "shimada@kissa.example.jp", "喫茶しまだ"],
  ["屋号の無い個人事業主", "minato@sakura.example.jp", "湊 さくら"],
])("%sは、管理番号で会社の代わりの入れ物を持つ", async (_who, loginId, name) => {
  const context = await logIn(portal, loginId);
  const own = await start(context);
  const { companyName } = expectOk(await openSection(context, { ...own, section: "company" })).application;
  expect(companyName).toBe(name);
});
