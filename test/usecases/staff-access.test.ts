/** 職員の権限: 二人で決める対応、すぐ効く取上げ、招かれた人だけのログイン。本番の決まりで動かす。 */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "#app/config.server.ts";
import { readStaffClaims } from "#app/adapters/identity/staff-claims.ts";
import { loader as staffPage } from "#app/routes/admin/staff.tsx";
import { action as groupsAction, loader as groupsPage } from "#app/routes/admin/staff-groups.tsx";
import { askAccessChange, openStaffGroups } from "#app/usecases/accounts/access-changes.server.ts";
import { decideAccessChange } from "#app/usecases/accounts/decide-access-change.server.ts";
import { resolveSession } from "#app/usecases/accounts/resolve-session.server.ts";
import { signIn } from "#app/usecases/accounts/sign-in.server.ts";
import { inviteStaff, openStaff, withholdRole } from "#app/usecases/accounts/staff-people.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { setCookie } from "#app/http/session-cookie.server.ts";
import { accessChanges } from "#db/schema/index.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";

let portal: TestServices;
const people: Record<"first" | "second" | "reviewer", { token: string; context: UseCaseContext }> =
  {} as never;

/** 発行者から戻った職員。 */
async function arrive(subject: string, groups: readonly string[]) {
  const claims = readStaffClaims({ name: subject, email: `${subject}@Example.JP`, groups });
  if (!claims.ok) throw new Error(JSON.stringify(claims.error));
  return signIn(portal.context({ kind: "visitor" }), {
    issuer: "https://idp.example.jp/",
    subject,
    authenticatedAt: portal.services.clock.now(),
    claims: claims.value,
  });
}
async function enter(subject: string, groups: readonly string[]) {
  const { token } = expectOk(await arrive(subject, groups));
  const { actor } = await resolveSession(portal.services, token);
  return { token, context: portal.context(actor) };
}
/** そのログインの、いまの役割。 */
async function rolesNow(token: string): Promise<readonly string[]> {
  const { actor } = await resolveSession(portal.services, token);
  return actor.kind === "staff"
    ? actor.assignments.map(({ role, officeCode }) => `${role}@${officeCode ?? ""}`)
    : [];
}
const ask = (
  context: UseCaseContext,
  kind: "addGroup" | "removeGroup" | "restoreRole",
  groupName: string,
  role: string,
  officeCode = "",
) => askAccessChange(context, { kind, groupName, role, officeCode, reason: "人事異動のため" });
const latest = async (context: UseCaseContext) => {
  const [change] = expectOk(await openStaffGroups(context)).changes;
  if (change === undefined) throw new Error("求めがありません。");
  return change;
};

const asked = {
  kind: "addGroup",
  subject: "G",
  role: "auditor",
  officeCode: "",
  reason: "異動",
  askedBy: "me",
  askedByName: "私",
  askedAt: "2026-12-01T00:00:00.000Z",
} as const;

beforeAll(async () => {
  portal = await startTestServices({
    environment: {
      STAFF_GROUP_NAMES: "table",
      STAFF_JOINING: "invited",
      STAFF_ADMINISTRATOR_GROUP: "PORTAL-ADMIN",
    },
  });
  people.first = await enter("admin-1", ["PORTAL-ADMIN"]);
  people.second = await enter("admin-2", ["PORTAL-ADMIN"]);
});
afterAll(() => portal.close());

it("本番では、対応の表だけに従い、招きが要る。デモと開発では、そうでない", () => {
  const production = {
    NODE_ENV: "production",
    ORIGIN: "https://portal.example.jp",
    ...Object.fromEntries(
      ["GBIZID", "STAFF"].flatMap((name) => [
        [`${name}_ISSUER`, "https://idp.example.jp/"],
        [`${name}_CLIENT_ID`, "c"],
        [`${name}_CLIENT_SECRET`, "s"],
      ]),
    ),
    SIGNING_KEY_FILE: "k",
    SIGNING_CERTIFICATE_FILE: "c",
  };
  const strict = { namedGroups: false, openJoining: false, administratorGroup: null };
  expect(readConfig(production).staffAccess).toEqual(strict);
  expect(readConfig({ NODE_ENV: "production", DEMO: "1" }).staffAccess).toMatchObject({
    namedGroups: true,
    openJoining: true,
  });
});

describe("招かれた職員だけのログイン", () => {
  it("招いていない人は、本人と確かめられても入れず、断ったことが残る", async () => {
    expect(refusalOf(await arrive("stranger", ["METI-TOHOKU"]))).toEqual({ kind: "notInvited" });
    const { people: all } = expectOk(await openStaff(people.first.context));
    expect(all.map(({ name }) => name)).toEqual(["admin-1", "admin-2"]);
  });

  it("招けば、初めてのログインで一度だけ使われ、二度目からは招きが無くても入れる", async () => {
    expectOk(await inviteStaff(people.first.context, " Reviewer-1@example.jp "));
    people.reviewer = await enter("reviewer-1", ["METI-TOHOKU"]);
    expect(await rolesNow(people.reviewer.token), "招きは役割を付けない").toEqual([]);
    expect(expectOk(await openStaff(people.first.context)).invitations).toEqual([]);
    expectOk(await arrive("reviewer-1", ["METI-TOHOKU"]));
  });

  it("同じメールアドレスを名乗る別の人（sub）は、使われた招きでは入れない", async () => {
    const claims = readStaffClaims({ name: "別人", email: "reviewer-1@example.jp", groups: [] });
    if (!claims.ok) throw new Error("属性が読めません");
    const other = await signIn(portal.context({ kind: "visitor" }), {
      issuer: "https://idp.example.jp/",
      subject: "someone-else",
      authenticatedAt: portal.services.clock.now(),
      claims: claims.value,
    });
    expect(refusalOf(other)).toEqual({ kind: "notInvited" });
  });
});

describe("二人で決める対応", () => {
  it("求めただけでは変わらず、本人は確かめられず、別の管理者が確かめると生きたログインに及ぶ", async () => {
    const { first, second, reviewer } = people;
    expectOk(await ask(first.context, "addGroup", "METI-TOHOKU", "reviewer", "meti-tohoku"));
    const change = await latest(first.context);
    expect(change.mayConfirm).toBe(false);
    expect(refusalOf(await decideAccessChange(first.context, change.id, "confirmed"))).toMatchObject({
      kind: "invalid",
    });
    expect(await rolesNow(reviewer.token)).toEqual([]);
    expectOk(await decideAccessChange(second.context, change.id, "confirmed"));
    expect(await rolesNow(reviewer.token)).toEqual(["reviewer@meti-tohoku"]);
    expect(refusalOf(await decideAccessChange(second.context, change.id, "rejected"))).toMatchObject({
      kind: "stale",
    });
  });

  it("取りやめることは、求めた本人にもできる", async () => {
    expectOk(await ask(people.first.context, "addGroup", "METI-TOHOKU", "auditor"));
    expectOk(
      await decideAccessChange(people.first.context, (await latest(people.first.context)).id, "rejected"),
    );
    expect(await rolesNow(people.reviewer.token)).toEqual(["reviewer@meti-tohoku"]);
  });

  it("管理者でない職員は、見ることも求めることもできない", async () => {
    const { actor } = await resolveSession(portal.services, people.reviewer.token);
    const reviewer = portal.context(actor);
    for (const tried of [
      await openStaffGroups(reviewer),
      await ask(reviewer, "addGroup", "METI-TOHOKU", "administrator"),
      await inviteStaff(reviewer, "friend@example.jp"),
      await openStaff(reviewer),
    ])
      expect(refusalOf<unknown>(tried)).toMatchObject({ kind: "forbidden" });
  });

  it("一人が求めて同じ人が決めることは、データベースも受け付けない", () => {
    const { database } = portal.services;
    const alone = () =>
      database.transact((tx) => {
        tx.insert(accessChanges)
          .values({ ...asked, id: "alone" })
          .run();
        tx.update(accessChanges)
          .set({ outcome: "confirmed", decidedBy: asked.askedBy })
          .where(eq(accessChanges.id, "alone"))
          .run();
      });
    expect(alone).toThrow("access_changes needs a second person");
  });
});

describe("役割を外す", () => {
  const tohoku = { role: "reviewer", officeCode: "meti-tohoku" };

  it("外した役割は次の要求から効かず、ログインし直しても付かない", async () => {
    const { first, reviewer } = people;
    const accountId = reviewer.context.actor.kind === "staff" ? reviewer.context.actor.accountId : "";
    expect(refusalOf(await withholdRole(first.context, { accountId, ...tohoku, reason: "" }))).toMatchObject({
      errors: { reason: expect.anything() as unknown },
    });
    expectOk(await withholdRole(first.context, { accountId, ...tohoku, reason: "休職" }));
    expect(await rolesNow(reviewer.token)).toEqual([]);
    const again = await enter("reviewer-1", ["METI-TOHOKU"]);
    expect(await rolesNow(again.token)).toEqual([]);
  });

  it("戻すには二人が要り、対応を除けばグループの全員から外れる", async () => {
    const { first, second, reviewer } = people;
    const accountId = reviewer.context.actor.kind === "staff" ? reviewer.context.actor.accountId : "";
    expectOk(await ask(second.context, "restoreRole", accountId, "reviewer", "meti-tohoku"));
    expect(await rolesNow(reviewer.token)).toEqual([]);
    expectOk(await decideAccessChange(first.context, (await latest(first.context)).id, "confirmed"));
    expect(await rolesNow(reviewer.token)).toEqual(["reviewer@meti-tohoku"]);
    expectOk(await ask(first.context, "removeGroup", "METI-TOHOKU", "reviewer", "meti-tohoku"));
    expectOk(await decideAccessChange(second.context, (await latest(second.context)).id, "confirmed"));
    expect(await rolesNow(reviewer.token)).toEqual([]);
  });

  it("自分の役割は外せず、無い役割は外せない", async () => {
    const { first } = people;
    const accountId = first.context.actor.kind === "staff" ? first.context.actor.accountId : "";
    const mine = { accountId, role: "administrator", officeCode: "", reason: "試し" };
    expect(refusalOf(await withholdRole(first.context, mine))).toMatchObject({ kind: "invalid" });
    expect(refusalOf(await withholdRole(first.context, { ...mine, role: "auditor" }))).toMatchObject({
      kind: "notFound",
    });
  });
});

it("画面は、決まった対応と求めを示し、誤った行は欄で断る", async () => {
  const cookie = setCookie(portal.services.origin, "session", people.first.token).split(";")[0] ?? "";
  const headers = { Cookie: cookie };
  expect(await load(groupsPage, portal.loadContext, "/admin/staff/groups", { headers })).toMatchObject({
    named: false,
    changes: expect.arrayContaining([
      expect.objectContaining({ subject: "METI-TOHOKU → 審査担当（東北経済産業局）" }),
    ]) as unknown,
  });
  expect(await load(staffPage, portal.loadContext, "/admin/staff", { headers })).toMatchObject({
    openJoining: false,
  });
  const form = { groupName: "G", role: "reviewer", officeCode: "", reason: "異動" };
  expect(
    await load(groupsAction, portal.loadContext, "/admin/staff/groups", { headers, form }),
  ).toMatchObject({
    data: { typed: form, errors: { officeCode: ["審査担当と決裁者には、局を選んでください。"] } },
    init: { status: 422 },
  });
});
