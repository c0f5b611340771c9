/** 一日のまとめ: 業務日の朝に一人一通、件数とリンクだけを送り、言うことが無ければ送らない。 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loader as rootLoader } from "#app/root.tsx";
import { action as companyAction } from "#app/routes/applicant/notifications.tsx";
import { action as staffAction } from "#app/routes/reviewer/notifications.tsx";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { openMessages } from "#app/usecases/messages/open-messages.server.ts";
import { sendMessage } from "#app/usecases/messages/send-message.server.ts";
import { awaitingBadge, readAwaiting } from "#app/usecases/notifications/awaiting.server.ts";
import { openNoticeChoices, saveNoticeChoices } from "#app/usecases/notifications/notice-choices.server.ts";
import { acceptApplication } from "#app/usecases/review/accept-application.server.ts";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { nameSubstitute } from "#app/usecases/review/substitutes.server.ts";
import { startWorker } from "#app/worker.server.ts";
import { recentMails } from "#db/queries/operations.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { accountIdOf, logIn, logInStaff } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import {
  acceptAndPropose,
  current,
  expectOk,
  file,
  refusalOf,
  startAndFile,
} from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { applicantCookie, staffCookie } from "#test/support/session-cookies.ts";
import { createTestClock, type TestClock } from "#test/support/test-clock.ts";

let clock: TestClock;
let portal: TestServices;
let applicant: UseCaseContext;
let reviewer: UseCaseContext;
let manager: UseCaseContext;
let own: Awaited<ReturnType<typeof startAndFile>>;

/** 火曜日の朝。 */
beforeEach(async () => {
  clock = createTestClock("2026-12-01T08:00:00+09:00");
  portal = await startTestServices({ clock });
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  reviewer = await logIn(portal, "tohoku-reviewer");
  manager = await logIn(portal, "tohoku-manager");
  own = await startAndFile(applicant, manufacturing.answers);
});
afterEach(() => portal.close());

async function work(workers = 1): Promise<void> {
  const running = Array.from({ length: workers }, () => startWorker(portal.services));
  await Promise.all(running.map((worker) => worker.drain()));
  await Promise.all(running.map((worker) => worker.stop()));
}

const digests = async () =>
  (await recentMails(portal.services.database, 200)).filter(({ template }) => template === "digest");
const digestTo = async (address: string): Promise<string | undefined> =>
  (await digests()).find(({ toAddress }) => toAddress === address)?.body;
const choose = async (who: UseCaseContext, changed: Readonly<Record<string, string>>) => {
  const { version, choices } = expectOk(openNoticeChoices(who));
  return saveNoticeChoices(who, { version, posted: { ...choices, ...changed } });
};

const REVIEWER = "tohoku-reviewer@staff.example.jp";
const MANAGER = "tohoku-manager@staff.example.jp";
const CONTACT = "soumu@aoba.example.jp";

describe("職員へのまとめ", () => {
  it("朝 8 時 30 分より前には送らず、過ぎたら、待つもののある人にだけ一通送る", async () => {
    clock.set("2026-12-01T08:29:00+09:00");
    await work();
    expect(await digests()).toEqual([]);
    clock.set("2026-12-01T08:30:00+09:00");
    await work();
    expect((await digests()).map(({ toAddress }) => toAddress)).toEqual([REVIEWER]);
  });

  it("二つの働き手が同時に動いても、後でもう一度動いても、その日は一通だけ", async () => {
    clock.set("2026-12-01T09:00:00+09:00");
    await work(2);
    await work(2);
    expect(await digests()).toHaveLength(1);
    clock.set("2026-12-02T09:00:00+09:00");
    await work(2);
    expect((await digests()).map(({ subject }) => subject).toSorted()).toEqual([
      "【経営力向上計画】今日のまとめ（12月1日）",
      "【経営力向上計画】今日のまとめ（12月2日）",
    ]);
  });

  it.each([
    ["土曜日", "2026-12-05T10:00:00+09:00"],
    ["日曜日", "2026-12-06T10:00:00+09:00"],
    ["年末の閉庁日", "2026-12-29T10:00:00+09:00"],
    ["祝日", "2027-01-11T10:00:00+09:00"],
  ])("%s には送らない", async (_, instant) => {
    clock.set(instant);
    await work();
    expect(await digests()).toEqual([]);
  });

  it("件数とリンクだけで、会社名も受付番号も計画の中身も載せない", async () => {
    expectOk(
      await sendMessage(applicant, {
        applicationId: own.applicationId,
        intent: "m",
        about: "",
        text: "質問です。",
      }),
    );
    clock.set("2026-12-01T09:00:00+09:00");
    await work();
    const body = (await digestTo(REVIEWER)) ?? "";
    expect(body).toContain("受理を待つ申請: 1件\nhttp://localhost:3000/review?status=submitted");
    expect(body).toContain("まだ読んでいない連絡のある申請: 1件");
    for (const secret of ["青葉", own.receiptNumber, "質問です", "担当している申請"])
      expect(body).not.toContain(secret);
  });

  it("起案は、起案した人でない決裁者を待つ", async () => {
    clock.set("2026-12-01T09:30:00+09:00");
    await acceptAndPropose(reviewer, own.applicationId);
    await work();
    expect(await digestTo(MANAGER)).toContain("決裁を待つ起案: 1件");
    expect(await digestTo(REVIEWER)).toBeUndefined();
    expect([awaitingBadge(manager, 100), awaitingBadge(reviewer, 100)]).toEqual([1, 0]);
  });

  it("代決を任された人も、任された間は、決裁を待つ起案を知らされる", async () => {
    const groups = ["office:meti-tohoku:reviewer"];
    const claims = { sub: "tohoku-second", name: "工藤 明", email: "kudo@example.go.jp", groups };
    const deputy = await logInStaff(portal, "tohoku-second", claims);
    expectOk(
      await nameSubstitute(manager, {
        officeCode: "meti-tohoku",
        substituteId: accountIdOf(deputy.actor),
        fromDay: "2026-12-01",
        toDay: "2026-12-01",
        reason: "出張のため",
      }),
    );
    clock.set("2026-12-01T09:30:00+09:00");
    await acceptAndPropose(reviewer, own.applicationId);
    await work();
    expect(await digestTo("kudo@example.go.jp")).toContain("決裁を待つ起案: 1件");
    clock.set("2026-12-02T09:30:00+09:00");
    await work();
    expect((await digests()).filter(({ toName }) => toName === "工藤 明")).toHaveLength(1);
  });

  it("目安の日が近い申請と、過ぎた申請を、担当と決裁者に知らせる", async () => {
    const acceptedOn = date("2026-12-01");
    expectOk(
      await acceptApplication(reviewer, { ...(await current(reviewer, own.applicationId)), acceptedOn }),
    );
    const dueOf = (who: UseCaseContext) => {
      const { overdue, dueSoon } = expectOk(readAwaiting(who)).counts;
      return { overdue, dueSoon };
    };
    expect(dueOf(reviewer)).toEqual({ overdue: 0, dueSoon: 0 });
    clock.set("2026-12-21T09:00:00+09:00");
    expect([dueOf(reviewer), dueOf(manager)]).toEqual([
      { overdue: 0, dueSoon: 1 },
      { overdue: 0, dueSoon: 1 },
    ]);
    clock.set("2027-01-15T09:00:00+09:00");
    expect(dueOf(reviewer)).toEqual({ overdue: 1, dueSoon: 0 });
    await work();
    expect(await digestTo(REVIEWER)).toContain("処理の目安の日を過ぎた申請: 1件");
  });

  it("受け取らないと決めた種類は載せず、載せる物が無ければ送らない", async () => {
    expectOk(await choose(reviewer, { arrived: "none" }));
    clock.set("2026-12-01T09:00:00+09:00");
    await work();
    expect(await digests()).toEqual([]);
  });

  it("そのつど受けると決めれば、届いた時に送り、まとめには載せない", async () => {
    expectOk(await choose(reviewer, { arrived: "immediate" }));
    await startAndFile(applicant, manufacturing.answers);
    clock.set("2026-12-01T09:00:00+09:00");
    await work();
    const mails = await recentMails(portal.services.database, 200);
    const told = mails.filter(({ toAddress }) => toAddress === REVIEWER).map(({ template }) => template);
    expect(told).toEqual(["arrived"]);
  });
});

describe("申請者へのまとめ", () => {
  it("進み具合をまとめで受けても、差戻しはそのつど届く", async () => {
    expectOk(await choose(applicant, { progress: "daily", messages: "daily" }));
    const acceptedOn = date("2026-12-01");
    clock.set("2026-12-01T10:00:00+09:00");
    expectOk(
      await acceptApplication(reviewer, { ...(await current(reviewer, own.applicationId)), acceptedOn }),
    );
    expectOk(
      await returnForCorrection(reviewer, {
        ...(await current(reviewer, own.applicationId)),
        comments: [{ section: "company", field: "name", kind: "wrong", text: "商号を直してください。" }],
      }),
    );
    await work();
    const mails = await recentMails(portal.services.database, 200);
    const told = mails.filter(({ toAddress }) => toAddress === CONTACT).map(({ template }) => template);
    expect(told.toSorted()).toEqual(["filed", "returned"]);
    clock.set("2026-12-02T08:30:00+09:00");
    await work(2);
    const body = (await digestTo(CONTACT)) ?? "";
    expect(body).toContain("受理された申請: 1件\nhttp://localhost:3000/c/7990001000001");
    expect(body).not.toContain("青葉");
    clock.set("2026-12-03T08:30:00+09:00");
    await work();
    expect((await digests()).filter(({ toAddress }) => toAddress === CONTACT)).toHaveLength(1);
  });
});

describe("見出しの数", () => {
  it("差戻しと未読の連絡を申請者に、次の手続を職員に示し、済めば消える", async () => {
    expect([
      awaitingBadge(applicant, 100),
      awaitingBadge(reviewer, 100),
      awaitingBadge(manager, 100),
    ]).toEqual([0, 1, 0]);
    const say = {
      applicationId: own.applicationId,
      intent: "m",
      about: "",
      text: "決算書の年度はいつですか。",
    };
    expectOk(await sendMessage(reviewer, say));
    expect(awaitingBadge(applicant, 100)).toBe(1);
    expectOk(await openMessages(applicant, own.applicationId));
    expect(awaitingBadge(applicant, 100)).toBe(0);
    expectOk(
      await returnForCorrection(reviewer, {
        ...(await current(reviewer, own.applicationId)),
        comments: [{ section: "company", field: "name", kind: "wrong", text: "商号を直してください。" }],
      }),
    );
    expect([awaitingBadge(applicant, 100), awaitingBadge(reviewer, 100)]).toEqual([1, 0]);
    await file(applicant, own);
    expect([awaitingBadge(applicant, 100), awaitingBadge(reviewer, 100)]).toEqual([0, 1]);
    expect(expectOk(readAwaiting(reviewer)).counts).toMatchObject({ arrived: 0, answered: 1 });
  });

  it("外枠の行き先に出る", async () => {
    const frame = await load(rootLoader, portal.loadContext, "/review", {
      headers: { Cookie: await staffCookie(portal, "office:meti-tohoku:reviewer") },
    });
    const awaiting = { href: "/review/awaiting", label: "自分を待つもの", count: 1 };
    expect(frame).toMatchObject({ nav: expect.arrayContaining([awaiting]) });
  });

  it("企画課と監査には、待つものの数がない", async () => {
    for (const person of ["coordinator", "auditor"]) {
      const other = await logIn(portal, person);
      expect(awaitingBadge(other, 100)).toBeNull();
      expect(refusalOf(readAwaiting(other))).toMatchObject({ kind: "forbidden" });
    }
  });
});

describe("受け方を変える", () => {
  const post = async (
    action: typeof staffAction,
    path: string,
    cookie: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly location: string | null }> => {
    const request = new Request(`http://localhost:3000${path}`, {
      method: "POST",
      headers: { Cookie: cookie },
      body: new URLSearchParams(fields),
    });
    const params = { company: "7990001000001" };
    const answer: unknown = await action({ request, params, context: portal.loadContext }).catch(
      (thrown: unknown) => thrown,
    );
    if (answer instanceof Response)
      return { status: answer.status, location: answer.headers.get("Location") };
    return { status: (answer as { init: ResponseInit }).init.status ?? 200, location: null };
  };
  const company = { own: "none", progress: "daily", messages: "none", surveys: "none", ending: "none" };

  it("会社の受け方は、画面から変えられ、差戻しと認定の知らせは止められない", async () => {
    const path = "/c/7990001000001/notifications";
    const cookie = await applicantCookie(portal);
    const fields = { version: "0", ...company, returned: "none", decided: "none" };
    expect(await post(companyAction, path, cookie, fields)).toEqual({
      status: 302,
      location: `${path}?done=saved`,
    });
    expect(expectOk(openNoticeChoices(applicant)).choices).toEqual({
      ...company,
      returned: "immediate",
      decided: "immediate",
    });
    expect((await post(companyAction, path, cookie, fields)).status).toBe(409);
    expect((await post(companyAction, path, cookie, { ...fields, version: "1", own: "weekly" })).status).toBe(
      422,
    );
  });

  it("職員の画面では、そのつどに無い種類をそのつどにはできない", async () => {
    const cookie = await staffCookie(portal, "office:meti-tohoku:reviewer");
    const fields = { version: "0", ...expectOk(openNoticeChoices(reviewer)).choices };
    const sent = (changed: Readonly<Record<string, string>>) =>
      post(staffAction, "/review/notifications", cookie, { ...fields, ...changed });
    expect((await sent({ due: "immediate" })).status).toBe(422);
    expect((await sent({ due: "none" })).status).toBe(302);
  });

  it("エントリーのアカウントは変えられない", async () => {
    const entry = await logIn(portal, "kobayashi@mokko.example.jp");
    expect(refusalOf(openNoticeChoices(entry))).toMatchObject({ reason: "accountType" });
  });
});

it("自分が起案した計画は、自分を待たない", async () => {
  const acceptedOn = date("2026-12-01");
  const propose = { outcome: "certify" as const, ground: "" };
  expectOk(await acceptApplication(manager, { ...(await current(manager, own.applicationId)), acceptedOn }));
  expectOk(await proposeDecision(manager, { ...(await current(manager, own.applicationId)), ...propose }));
  expect(expectOk(readAwaiting(manager)).counts.proposals).toBe(0);
});
