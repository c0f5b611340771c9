/** 自分のログイン中の端末: 見て、一つ終え、全部終える。ほかの人の物には触れられない。 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { deviceOf } from "#app/domain/access/device.ts";
import { loader as rootLoader } from "#app/root.tsx";
import { action, loader } from "#app/routes/auth/sessions.tsx";
import { readAudit } from "#app/usecases/operations/read-audit.server.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { applicantCookie, staffCookie } from "#test/support/session-cookies.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const clock = createTestClock("2026-12-01T01:00:00.000Z");
let portal: TestServices;
beforeAll(async () => {
  portal = await startTestServices({ clock });
});
afterAll(() => portal.close());

const page = (cookie: string) =>
  load(loader, portal.loadContext, "/account/sessions", { headers: { Cookie: cookie } });
async function shown(cookie: string) {
  const answer = await page(cookie);
  if (answer instanceof Response) throw new Error(`移りました: ${answer.headers.get("Location")}`);
  return answer.sessions;
}
const end = (cookie: string, key: string) =>
  load(action, portal.loadContext, "/account/sessions", { headers: { Cookie: cookie }, form: { end: key } });
const signedIn = async (cookie: string) =>
  (await load(rootLoader, portal.loadContext, "/", { headers: { Cookie: cookie } })) as { account: unknown };

it.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
    "Windows の Edge",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
    "Windows の Chrome",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    "Mac の Safari",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile Safari/604.1",
    "iPhone の Chrome",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Linux の Firefox"],
  [
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
    "Android の Chrome",
  ],
  ["curl/8.0", ""],
  [null, ""],
])("%s は「%s」", (userAgent, words) => {
  expect(deviceOf(userAgent)).toBe(words);
});

it("ログインしていなければ、ログインへ進む", async () => {
  expect(await page("")).toMatchObject({ status: 302 });
});

it("自分のログインだけが見え、この端末が先頭にあり、ほかの一つを終えられる", async () => {
  const here = await applicantCookie(portal);
  clock.advance({ minutes: 5 });
  const there = await applicantCookie(portal);
  const other = await staffCookie(portal, "role:administrator");
  const list = await shown(here);
  expect(list.map(({ current, startedAt }) => [current, startedAt])).toEqual([
    [true, "令和8年12月1日 10時00分"],
    [false, "令和8年12月1日 10時05分"],
  ]);
  const [, second] = list;
  expect(await end(other, second?.key ?? ""), "ほかの人の物は、無いのと同じ").toMatchObject({ status: 404 });
  expect((await signedIn(there)).account).not.toBeNull();
  await end(here, second?.key ?? "");
  expect((await signedIn(there)).account, "次の要求から使えない").toBeNull();
  expect((await signedIn(here)).account).not.toBeNull();
  expect(await end(here, second?.key ?? "")).toMatchObject({ status: 404 });
});

it("すべての端末でログアウトすると、この端末も含めて使えず、監査に残る", async () => {
  const cookies = [
    await staffCookie(portal, "office:meti-tohoku:reviewer"),
    await staffCookie(portal, "office:meti-tohoku:reviewer"),
  ];
  const bystander = await staffCookie(portal, "office:meti-kanto:reviewer");
  const answer = await end(cookies[0] ?? "", "all");
  expect(answer).toMatchObject({ status: 302 });
  expect(answer.headers.get("Set-Cookie")).toMatch(/^session=;.*Max-Age=0/u);
  for (const cookie of cookies) expect((await signedIn(cookie)).account).toBeNull();
  expect((await signedIn(bystander)).account).not.toBeNull();
  const audit = expectOk(await readAudit(await logIn(portal, "auditor")));
  expect(audit.rows.map(({ action: what }) => what)).toEqual(
    expect.arrayContaining(["session.end", "session.endAll"]),
  );
});
