/** 取り直した GビズID への引継ぎ: 二人で決め、古いアカウントを閉じ、会社の物は欠けずに続く。 */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoApplicants } from "#app/adapters/identity/embedded/demo-applicants.ts";
import { emptyListQuery } from "#app/domain/worklist/list-query.ts";
import { setCookie } from "#app/http/session-cookie.server.ts";
import { action as relinkAction, loader as relinkPage } from "#app/routes/admin/relink.tsx";
import { loader as companyHome } from "#app/routes/applicant/company.tsx";
import {
  askAccountChange,
  openCompanyAccounts,
  waitingAccountChanges,
} from "#app/usecases/accounts/account-changes.server.ts";
import { decideAccessChange } from "#app/usecases/accounts/decide-access-change.server.ts";
import { askRelink, openRelink } from "#app/usecases/accounts/relink-account.server.ts";
import { resolveSession } from "#app/usecases/accounts/resolve-session.server.ts";
import { signIn } from "#app/usecases/accounts/sign-in.server.ts";
import { listCompany } from "#app/usecases/applications/list-company.server.ts";
import { openSection } from "#app/usecases/applications/open-section.server.ts";
import { downloadCertificate } from "#app/usecases/certification/download-certificate.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { openMessages } from "#app/usecases/messages/open-messages.server.ts";
import { sendMessage } from "#app/usecases/messages/send-message.server.ts";
import { openNoticeChoices, saveNoticeChoices } from "#app/usecases/notifications/notice-choices.server.ts";
import { readAudit } from "#app/usecases/operations/read-audit.server.ts";
import { listWork } from "#app/usecases/review/list-work.server.ts";
import { currentCompanyTables } from "#db/company-tables.ts";
import { certifiedPlan } from "#test/support/certified.ts";
import { accountIdOf, arrive, logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { companyKeyOf, expectOk, refusalOf, start } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";

let portal: TestServices;
let first: UseCaseContext;
let second: UseCaseContext;

/** そのログイン ID の人の属性（と sub）を変えて、ログインする。 */
async function enter(loginId: string, changes: Parameters<typeof arrive>[2] = {}) {
  const entered = await arrive(portal, loginId, changes);
  if (!entered.ok) throw new Error(`ログインを断られました: ${entered.error.kind}`);
  const { token } = entered.value;
  return { token, context: portal.context((await resolveSession(portal.services, token)).actor) };
}
const subjectOf = (loginId: string): string =>
  demoApplicants.find((one) => one.loginId === loginId)?.subject ?? "";
const cookieOf = (token: string) => ({
  Cookie: setCookie(portal.services.origin, "session", token).split(";")[0] ?? "",
});
const ask = (accountId: string, successorId: string, context = first) =>
  askRelink(context, { accountId, successorId, reason: "代表者の交代の届けがあり、登記で確かめた" });
/** いま決まっていない、ただ一つの求め。 */
const waiting = () => {
  const [change] = expectOk(waitingAccountChanges(first));
  if (change === undefined) throw new Error("求めがありません。");
  return change;
};
const confirm = (context: UseCaseContext) => decideAccessChange(context, waiting().id, "confirmed");

beforeAll(async () => {
  portal = await startTestServices();
  first = await logIn(portal, "administrator-1");
  second = await logIn(portal, "administrator-2");
});
afterAll(() => portal.close());

describe("法人の、同じ法人番号の新しいアカウント", () => {
  const loginId = "takahashi@aoba.example.jp";
  const renewed = {
    rep_last_nm: "髙橋",
    rep_first_nm: "新一",
    user_first_nm: "新一",
    email: "new@aoba.example.jp",
  };
  let old: Awaited<ReturnType<typeof enter>>;
  let next: Awaited<ReturnType<typeof enter>>;
  beforeAll(async () => {
    old = await enter(loginId);
    next = await enter(loginId, { subject: "90001", ...renewed });
  });
  const oldId = () => accountIdOf(old.context.actor);
  const nextId = () => accountIdOf(next.context.actor);

  it("画面は、候補と違いを示し、理由の無い求めは欄で断り、求めれば会社の画面へ戻る", async () => {
    const staff = await signIn(portal.context({ kind: "visitor" }), {
      issuer: portal.services.identity.staff.issuer,
      subject: "administrator-3",
      authenticatedAt: portal.services.clock.now(),
      claims: { kind: "staff", name: "三", email: "a@example.jp", groups: ["role:administrator"] },
    });
    const headers = cookieOf(expectOk(staff).token);
    const place = { headers, params: { account: oldId() } };
    const open = (query = "") =>
      load(relinkPage, portal.loadContext, `/admin/accounts/x/relink${query}`, place);
    const send = (form: Record<string, string>) =>
      load(relinkAction, portal.loadContext, "/admin/accounts/x/relink", { ...place, form });
    expect(await open()).toMatchObject({
      data: {
        sole: false,
        moving: 0,
        candidates: [
          {
            id: nextId(),
            fault: null,
            same: expect.arrayContaining([
              expect.objectContaining({ label: "代表者の氏名", words: "違います" }),
              expect.objectContaining({ label: "住所", words: "同じ" }),
            ]) as unknown,
          },
        ],
      },
    });
    expect(await open("?number=1111111111111")).toMatchObject({ init: { status: 400 } });
    expect(await send({ successor: nextId(), reason: "" })).toMatchObject({
      data: { typed: { successor: nextId() }, errors: { reason: [expect.any(String)] } },
      init: { status: 422 },
    });
    const sent = await send({ successor: nextId(), reason: "交代", company: companyKeyOf(next.context) });
    expect(sent instanceof Response && sent.headers.get("Location")).toBe(
      `/admin/accounts?number=${companyKeyOf(next.context)}&done=asked`,
    );
    expectOk(await decideAccessChange(first, waiting().id, "rejected"));
  });

  it("求めた人は決められず、別の管理者が確かめると、古いアカウントだけが閉じ、会社の下書きは続く", async () => {
    const draft = await start(old.context);
    expectOk(await ask(oldId(), nextId()));
    expectOk(await ask(oldId(), nextId()));
    expect(expectOk(waitingAccountChanges(first)), "同じ求めは一つだけ").toHaveLength(1);
    expect(refusalOf(await confirm(first))).toMatchObject({ kind: "invalid" });
    expect(refusalOf(await confirm(next.context)), "会社の人は決められない").toEqual({ kind: "notFound" });
    expectOk(await confirm(second));
    expect((await resolveSession(portal.services, old.token)).actor.kind).toBe("visitor");
    expect(refusalOf(await arrive(portal, loginId))).toEqual({ kind: "replaced" });
    expectOk(await openSection(next.context, { ...draft, section: "company" }));
  });

  it("閉じたアカウントは、もう引き継げず、再び使えるようにもできない", async () => {
    expect(refusalOf(await ask(oldId(), nextId()))).toMatchObject({
      errors: { successor: [expect.any(String)] },
    });
    const resumed = await askAccountChange(first, { accountId: oldId(), stop: false, reason: "戻す" });
    expect(refusalOf(resumed)).toMatchObject({ errors: { account: [expect.any(String)] } });
  });

  it.each<[string, () => Promise<string>]>([
    ["ほかの会社", async () => accountIdOf((await logIn(portal, "sakiyama@seishin.example.jp")).actor)],
    ["職員", async () => accountIdOf((await logIn(portal, "tohoku-reviewer")).actor)],
    [
      "身元を確かめないエントリー",
      async () => accountIdOf((await enter(loginId, { subject: "90003", account_type: "1" })).context.actor),
    ],
    ["プライムに対するメンバー", async () => accountIdOf((await logIn(portal, "oda@aoba.example.jp")).actor)],
    ["同じアカウント", async () => nextId()],
    ["無いアカウント", async () => "無い"],
  ])("引き継ぐ先が%sなら断る", async (_who, successor) => {
    expect(refusalOf(await ask(nextId(), await successor()))).toMatchObject({
      errors: { successor: [expect.any(String)] },
    });
  });

  it("求めてから引き継ぐ先が止められたら、確かめても何も変わらない", async () => {
    const third = await enter(loginId, { subject: "90004", ...renewed });
    expectOk(await ask(nextId(), accountIdOf(third.context.actor)));
    const relink = waiting();
    expectOk(
      await askAccountChange(first, {
        accountId: accountIdOf(third.context.actor),
        stop: true,
        reason: "疑い",
      }),
    );
    const stop = expectOk(waitingAccountChanges(first)).find(({ kind }) => kind === "stopAccount");
    expectOk(await decideAccessChange(second, stop?.id ?? "", "confirmed"));
    expect(refusalOf(await decideAccessChange(second, relink.id, "confirmed"))).toMatchObject({
      errors: { decide: [expect.stringContaining("止められて") as string] },
    });
    expect((await resolveSession(portal.services, next.token)).actor.kind).toBe("applicant");
    expectOk(await decideAccessChange(second, relink.id, "rejected"));
  });

  it("管理者でない人は、見ることも求めることもできない", async () => {
    const auditor = await logIn(portal, "auditor");
    expect(refusalOf<unknown>(await openRelink(auditor, nextId(), ""))).toMatchObject({ kind: "forbidden" });
    expect(refusalOf(await ask(nextId(), oldId(), auditor))).toMatchObject({ kind: "forbidden" });
  });
});

describe("個人事業主の、新しい管理番号のアカウント", () => {
  const loginId = "minato@sakura.example.jp";
  const newKey = "1000000090005";
  const number = { corporate_number: newKey, email: "new@sakura.example.jp" };

  it("生年月日の違う人には引き継げず、分からなければ引き継げる", async () => {
    const own = await enter(loginId);
    const other = await logIn(portal, "shimada@kissa.example.jp");
    expect(refusalOf(await ask(accountIdOf(own.context.actor), accountIdOf(other.actor)))).toMatchObject({
      errors: { successor: [expect.stringContaining("生年月日") as string] },
    });
    const unknown = await enter(loginId, {
      subject: "90006",
      corporate_number: "1000000090006",
      birthday_ymd: "",
    });
    const { candidates } = expectOk(
      await openRelink(first, accountIdOf(own.context.actor), companyKeyOf(unknown.context)),
    );
    expect(candidates).toMatchObject([{ fault: null, same: { birthDate: null, userName: true } }]);
  });

  it("下書き、申請、認定、連絡、知らせの受け方がみな移り、前の番号のリンクは移り、跡が残る", async () => {
    const certified = await certifiedPlan(portal, loginId);
    const { applicant, applicationId, companyKey: oldKey } = certified;
    const draft = await start(applicant);
    const reviewer = await logIn(portal, "tohoku-reviewer");
    expectOk(await sendMessage(reviewer, { applicationId, intent: "m", about: "", text: "設備の年度は？" }));
    const { choices, version } = expectOk(openNoticeChoices(applicant));
    expectOk(await saveNoticeChoices(applicant, { version, posted: { ...choices, messages: "none" } }));
    const helper = { account_type: "3", parent_id: subjectOf(loginId), user_first_nm: "助" };
    const member = await enter(loginId, { subject: "90007", ...helper });
    const next = await enter(loginId, { subject: "90005", ...number });
    expect(companyKeyOf(next.context)).toBe(newKey);
    expect(expectOk(await listCompany(next.context, newKey)).applications).toEqual([]);

    expectOk(await ask(accountIdOf(applicant.actor), accountIdOf(next.context.actor)));
    expectOk(await confirm(second));

    const home = expectOk(await listCompany(next.context, newKey));
    expect(home.applications.map(({ id }) => id).toSorted()).toEqual(
      [applicationId, draft.applicationId].toSorted(),
    );
    expect(home.certifications.map(({ applicationId: id }) => id)).toEqual([applicationId]);
    expectOk(
      await openSection(next.context, {
        companyKey: newKey,
        applicationId: draft.applicationId,
        section: "company",
      }),
    );
    expect(expectOk(await openMessages(next.context, applicationId)).messages).toHaveLength(1);
    expect(expectOk(openNoticeChoices(next.context)).choices).toMatchObject({ messages: "none" });
    const { storage } = portal.services;
    expectOk(
      await downloadCertificate(next.context, storage, { companyKey: newKey, number: certified.number }),
    );
    const found = expectOk(await listWork(reviewer, { ...emptyListQuery, q: newKey }));
    expect(found.items.map(({ id }) => id)).toEqual([applicationId]);

    // 古い番号の属性のままのメンバーも、ログインし直しても、同じ会社のまま。
    expect((await resolveSession(portal.services, member.token)).actor).toMatchObject({ companyKey: newKey });
    const again = await enter(loginId, { subject: "90007", ...helper });
    expect(companyKeyOf(again.context)).toBe(newKey);
    expect(expectOk(await openCompanyAccounts(first, oldKey)).accounts).toMatchObject([
      { active: false, replaced: true, mayAsk: false },
    ]);

    const old = await load(companyHome, portal.loadContext, `/c/${oldKey}?from=mail`, {
      headers: cookieOf(next.token),
      params: { company: oldKey },
    });
    expect(old instanceof Response && old.headers.get("Location")).toBe(`/c/${newKey}?from=mail`);
    const { rows } = expectOk(await readAudit(await logIn(portal, "auditor")));
    const moved = rows.filter(({ action }) => action === "accounts.moveApplication");
    expect(moved.map(({ subjectId }) => subjectId).toSorted()).toEqual(
      [applicationId, draft.applicationId].toSorted(),
    );
    const { reader } = portal.services.database;
    const left = currentCompanyTables(reader)
      .filter((name) => name !== "accounts")
      .flatMap((name) =>
        reader.all(sql`select company_key from ${sql.identifier(name)} where company_key = ${oldKey}`),
      );
    expect(left).toEqual([]);
  });
});
