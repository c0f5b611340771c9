/** アカウントの停止と再開: 二人で決め、ログインと生きているログインに及び、同じ流れで元に戻る。 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setCookie } from "#app/http/session-cookie.server.ts";
import { loader as adminPage } from "#app/routes/admin/accounts.tsx";
import { action as staffAction, loader as staffPage } from "#app/routes/admin/staff.tsx";
import { action as companyAction, loader as companyPage } from "#app/routes/applicant/accounts.tsx";
import { askAccountChange, openCompanyAccounts } from "#app/usecases/accounts/account-changes.server.ts";
import { decideAccessChange } from "#app/usecases/accounts/decide-access-change.server.ts";
import { resolveSession } from "#app/usecases/accounts/resolve-session.server.ts";
import { signIn } from "#app/usecases/accounts/sign-in.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { readAudit } from "#app/usecases/operations/read-audit.server.ts";
import { accountIdOf, arrive, logIn, logInStaff } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { companyKeyOf, expectOk, refusalOf } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";

const aoba = "7990001000001";
let portal: TestServices;
let prime: UseCaseContext;
let other: UseCaseContext;
let admin: UseCaseContext;
let second: UseCaseContext;

const arriveMember = () => arrive(portal, "oda@aoba.example.jp");
const cookieOf = (token: string) => ({
  Cookie: setCookie(portal.services.origin, "session", token).split(";")[0] ?? "",
});
const kindNow = async (token: string) => (await resolveSession(portal.services, token)).actor.kind;
const changesNow = async (context: UseCaseContext, company = aoba) =>
  expectOk(await openCompanyAccounts(context, company)).changes;
const waiting = async (context: UseCaseContext) => {
  const [change] = (await changesNow(context)).filter(({ outcome }) => outcome === null);
  if (change === undefined) throw new Error("求めがありません。");
  return change;
};
const ask = (context: UseCaseContext, accountId: string, stop: boolean, reason = "退職したため") =>
  askAccountChange(context, { accountId, stop, reason });

beforeAll(async () => {
  portal = await startTestServices();
  prime = await logIn(portal, "takahashi@aoba.example.jp");
  other = await logIn(portal, "hayasaka@aoba.example.jp");
  admin = await logIn(portal, "administrator-1");
  second = await logIn(portal, "administrator-2");
});
afterAll(() => portal.close());

describe("会社のプライムが、自社のメンバーを止める", () => {
  let token: string;
  let memberId: string;
  beforeEach(async () => {
    token = expectOk(await arriveMember()).token;
    memberId = accountIdOf((await resolveSession(portal.services, token)).actor);
  });

  it("求めただけでは変わらず、本人は確かめられず、別のプライムが確かめると、ログインもその次の操作も断られる", async () => {
    expectOk(await ask(prime, memberId, true));
    const change = await waiting(prime);
    expect(change.mayConfirm).toBe(false);
    expect(refusalOf(await decideAccessChange(prime, change.id, "confirmed"))).toMatchObject({
      kind: "invalid",
    });
    expect(await kindNow(token)).toBe("applicant");
    expectOk(await decideAccessChange(other, change.id, "confirmed"));
    expect(await kindNow(token)).toBe("visitor");
    expect(refusalOf(await arriveMember())).toEqual({ kind: "stopped" });
    expect(refusalOf(await decideAccessChange(admin, change.id, "rejected"))).toMatchObject({
      kind: "stale",
    });

    expectOk(await ask(other, memberId, false, "復職したため"));
    expectOk(await decideAccessChange(admin, (await waiting(other)).id, "confirmed"));
    expect(await kindNow(token), "終わったログインは戻らない").toBe("visitor");
    expect(await kindNow(expectOk(await arriveMember()).token)).toBe("applicant");
  });

  it("同じ求めを二度送っても一つだけで、取りやめれば何も変わらない", async () => {
    expectOk(await ask(prime, memberId, true));
    expectOk(await ask(other, memberId, true));
    const open = (await changesNow(prime)).filter(({ outcome }) => outcome === null);
    expect(open).toHaveLength(1);
    expectOk(await decideAccessChange(prime, open[0]?.id ?? "", "rejected"));
    expect(await kindNow(token)).toBe("applicant");
  });

  it("他社の人、メンバー、役割の無い職員は、見ることも求めることも決めることもできない", async () => {
    expectOk(await ask(prime, memberId, true));
    const { id } = await waiting(prime);
    const stranger = await logIn(portal, "sakiyama@seishin.example.jp");
    expect(refusalOf<unknown>(await openCompanyAccounts(stranger, aoba))).toEqual({ kind: "notFound" });
    expect(refusalOf(await ask(stranger, memberId, true))).toEqual({ kind: "notFound" });
    expect(refusalOf(await decideAccessChange(stranger, id, "confirmed"))).toEqual({ kind: "notFound" });
    expect(refusalOf(await decideAccessChange(stranger, "無い求め", "confirmed"))).toEqual({
      kind: "notFound",
    });
    const member = portal.context((await resolveSession(portal.services, token)).actor);
    expect(refusalOf(await ask(member, accountIdOf(prime.actor), true))).toMatchObject({
      reason: "primeOnly",
    });
    const reviewer = await logIn(portal, "tohoku-reviewer");
    expect(refusalOf(await ask(reviewer, memberId, true))).toMatchObject({ reason: "role" });
    expectOk(await decideAccessChange(prime, id, "rejected"));
  });

  it("画面は、求めを残し、理由の無いものは欄で断り、メンバーには 403、他社の物には 404 を返す", async () => {
    const headers = cookieOf(expectOk(await arrive(portal, "takahashi@aoba.example.jp")).token);
    const params = { company: aoba };
    const path = `/c/${aoba}/accounts?account=${memberId}`;
    const send = (form: Record<string, string>) =>
      load(companyAction, portal.loadContext, path, { headers, params, form });
    expect(await send({ do: "stop", accountReason: "" })).toMatchObject({
      data: { errors: { accountReason: [expect.any(String)] } },
      init: { status: 422 },
    });
    const asked = await send({ do: "stop", accountReason: "退職" });
    expect(asked instanceof Response && asked.headers.get("Location")).toBe(`/c/${aoba}/accounts?done=asked`);
    const { id } = await waiting(prime);
    expect(await load(companyPage, portal.loadContext, path, { headers, params })).toMatchObject({
      page: {
        chosen: { id: memberId },
        changes: expect.arrayContaining([
          expect.objectContaining({ id, mayConfirm: false, state: "waiting" }),
        ]) as unknown,
      },
    });
    await send({ decide: id, outcome: "rejected" });
    const asMember = await load(companyPage, portal.loadContext, path, { headers: cookieOf(token), params });
    expect(asMember instanceof Response && asMember.status).toBe(403);
    const strange = await load(companyPage, portal.loadContext, path, {
      headers: cookieOf(expectOk(await arrive(portal, "sakiyama@seishin.example.jp")).token),
      params,
    });
    expect(strange instanceof Response && strange.status).toBe(404);
  });
});

describe("管理者が、職員とプライムのアカウントを止める", () => {
  it("職員は、別の管理者が確かめると使えなくなり、止められる本人は確かめられない", async () => {
    const reviewer = await logIn(portal, "tohoku-reviewer");
    const accountId = accountIdOf(reviewer.actor);
    expectOk(await ask(admin, accountId, true, "異動したため"));
    expect(refusalOf(await ask(admin, accountIdOf(admin.actor), true))).toMatchObject({ kind: "invalid" });
    const { rows } = expectOk(await readAudit(await logIn(portal, "auditor")));
    const asked = rows.find(({ action }) => action === "accounts.askChange");
    expectOk(await decideAccessChange(second, asked?.subjectId ?? "", "confirmed"));
    await expect(logIn(portal, "tohoku-reviewer")).rejects.toThrow("stopped");
  });

  it("プライムは、管理者が求め、会社の別のプライムか別の管理者が確かめる", async () => {
    const accountId = accountIdOf(other.actor);
    expect(refusalOf(await ask(prime, accountId, true))).toMatchObject({ kind: "invalid" });
    expectOk(await ask(admin, accountId, true, "乗っ取りのおそれ"));
    const { id } = await waiting(admin);
    expect(refusalOf(await decideAccessChange(other, id, "confirmed"))).toMatchObject({ kind: "invalid" });
    expectOk(await decideAccessChange(second, id, "confirmed"));
    expect(refusalOf(await arrive(portal, "hayasaka@aoba.example.jp"))).toEqual({ kind: "stopped" });
  });

  it("画面は、確認を待つ求めを会社とともに示し、番号の誤りは 400、知らない会社は 404 で欄に示す", async () => {
    const identity = { name: "管理 三郎", email: "admin-3@example.jp", groups: ["role:administrator"] };
    const third = await logInStaff(portal, "admin-3", identity);
    const member = await logIn(portal, "oda@aoba.example.jp");
    expectOk(await ask(third, accountIdOf(member.actor), true));
    const { token } = expectOk(
      await signIn(portal.context({ kind: "visitor" }), {
        issuer: portal.services.identity.staff.issuer,
        subject: "admin-3",
        authenticatedAt: portal.services.clock.now(),
        claims: { kind: "staff", ...identity },
      }),
    );
    const open = (query: string) =>
      load(adminPage, portal.loadContext, `/admin/accounts${query}`, { headers: cookieOf(token) });
    expect(await open("")).toMatchObject({
      data: { waiting: [{ href: `/admin/accounts?number=${companyKeyOf(prime)}`, mayConfirm: false }] },
    });
    expect(await open("?number=123")).toMatchObject({
      data: { number: "123", fault: expect.any(String) as string },
      init: { status: 400 },
    });
    expect(await open("?number=1111111111111")).toMatchObject({ init: { status: 404 } });
    expect(await open(`?number=${aoba}`)).toMatchObject({
      data: { fault: null, page: { companyName: "株式会社青葉精密製作所" } },
    });
    const person = `/admin/staff?person=${accountIdOf(second.actor)}`;
    const headers = cookieOf(token);
    const sent = await load(staffAction, portal.loadContext, person, {
      headers,
      form: { do: "stop", accountReason: "異動" },
    });
    expect(sent instanceof Response && sent.headers.get("Location")).toBe("/admin/staff?done=asked");
    expect(await load(staffPage, portal.loadContext, person, { headers })).toMatchObject({
      changes: [{ what: "アカウントを止める", subject: "加藤 学", state: "waiting" }, { state: "confirmed" }],
    });
  });
});
