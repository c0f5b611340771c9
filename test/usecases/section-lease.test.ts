/** 区画の編集の占有: 名前が示され、期限で空き、引き継ぎは監査に残り、保存を止めない。 */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { LeaseMode } from "#app/domain/plan/section-lease.ts";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { releaseSectionLease } from "#app/usecases/applications/release-section-lease.server.ts";
import { saveSection } from "#app/usecases/applications/save-section.server.ts";
import { takeSectionLease } from "#app/usecases/applications/take-section-lease.server.ts";
import { watchSection } from "#app/usecases/applications/watch-section.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { auditEntries } from "#db/schema/index.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf, start } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const clock = createTestClock("2026-12-01T01:00:00.000Z");
let portal: TestServices;
let takahashi: UseCaseContext;
let oda: UseCaseContext;
let stranger: UseCaseContext;
let own: OwnApplication;
beforeAll(async () => {
  portal = await startTestServices({ clock });
  takahashi = await logIn(portal, "takahashi@aoba.example.jp");
  oda = await logIn(portal, "oda@aoba.example.jp");
  stranger = await logIn(portal, "sakiyama@seishin.example.jp");
});
beforeEach(async () => {
  own = await start(takahashi);
});
afterAll(() => portal.close());

const place = () => ({ ...own, section: "company" });
const take = async (context: UseCaseContext, tabId: string, mode: LeaseMode) =>
  expectOk(await takeSectionLease(context, { ...place(), tabId, mode }));
const holder = async () => expectOk(await watchSection(oda, place())).lease?.holderName ?? null;
const takeOvers = () =>
  takahashi.database.reader
    .select()
    .from(auditEntries)
    .all()
    .filter(
      (row) => row.action === "plan.takeOverSection" && row.subjectId === `${own.applicationId}/company`,
    );

it("編集している人の名前が、ほかの人に示される", async () => {
  expect((await take(takahashi, "a", "take")).kind).toBe("granted");
  expect(await take(oda, "b", "take")).toMatchObject({ kind: "held", sameAccount: false });
  expect(await holder()).toBe("髙橋 健一");
});

it("引き継ぐと前の人に知らされ、監査に残る", async () => {
  await take(takahashi, "a", "take");
  expect(await take(oda, "b", "takeOver")).toMatchObject({ kind: "granted", from: { tabId: "a" } });
  expect(await take(takahashi, "a", "renew")).toMatchObject({
    kind: "held",
    lease: { holderName: "小田 航" },
  });
  expect(takeOvers()).toMatchObject([{ actorName: "小田 航", details: { fromName: "髙橋 健一" } }]);
});

it("自分の別の画面からは、監査に残さず移る", async () => {
  await take(takahashi, "a", "take");
  expect(await take(takahashi, "b", "take")).toMatchObject({ kind: "granted", from: { tabId: "a" } });
  expect(await take(takahashi, "a", "renew")).toMatchObject({ kind: "held", sameAccount: true });
  expect(takeOvers()).toEqual([]);
});

it("延ばさないまま四十五秒たつと空き、延ばしている間は空かない", async () => {
  await take(takahashi, "a", "take");
  clock.advance({ minutes: 0.5 });
  await take(takahashi, "a", "renew");
  clock.advance({ minutes: 0.5 });
  expect((await take(oda, "b", "take")).kind).toBe("held");
  clock.advance({ minutes: 1 });
  expect(await holder()).toBeNull();
  expect((await take(oda, "b", "take")).kind).toBe("granted");
});

it("手放せるのは自分の画面の占有だけ", async () => {
  await take(takahashi, "a", "take");
  expectOk(await releaseSectionLease(oda, { ...place(), tabId: "a" }));
  expectOk(await releaseSectionLease(takahashi, { ...place(), tabId: "other" }));
  expect(await holder()).toBe("髙橋 健一");
  expectOk(await releaseSectionLease(takahashi, { ...place(), tabId: "a" }));
  expect(await holder()).toBeNull();
});

it("占有していなくても保存できる", async () => {
  await take(takahashi, "a", "take");
  expectOk(await saveSection(oda, { ...place(), expectedVersion: 1, answers: { name: "小田の社名" } }));
});

it("よその会社の人には、占有も内容も無いと答える", async () => {
  expect(refusalOf(await takeSectionLease(stranger, { ...place(), tabId: "x", mode: "take" })).kind).toBe(
    "notFound",
  );
  expect(refusalOf(await releaseSectionLease(stranger, { ...place(), tabId: "x" })).kind).toBe("notFound");
  expect(refusalOf(await watchSection(stranger, place())).kind).toBe("notFound");
});
