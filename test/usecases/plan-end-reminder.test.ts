/** 実施時期の終わりの知らせ: 六か月前と一か月前に一度ずつ、会社の受け方に従う。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endRemindersOn } from "#app/domain/plan-life/plan-reminder.ts";
import { openNoticeChoices, saveNoticeChoices } from "#app/usecases/notifications/notice-choices.server.ts";
import { remindPlanEnds } from "#app/usecases/plans/remind-plan-ends.server.ts";
import { findPlan } from "#db/queries/plans.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

it.each([
  ["2029-05-29", []],
  ["2029-05-30", [{ endMonth: "2029-11", months: 6 }]],
  ["2029-10-30", [{ endMonth: "2029-11", months: 1 }]],
] as const)("%s に知らせる終わりの月（11月に終わる計画）", (day, expected) => {
  expect(endRemindersOn(date(day)).filter(({ endMonth }) => endMonth === "2029-11")).toEqual(expected);
});

describe("知らせのメール", () => {
  let portal: TestServices;
  let certified: Certified;
  beforeAll(async () => {
    portal = await startTestServices({ clock: createTestClock("2026-12-01T01:00:00.000Z") });
    certified = await certifiedPlan(portal);
  }, 60_000);
  afterAll(() => portal.close());

  const queued = () =>
    portal.services.database.raw
      .prepare("select count(*) as mails from outbox where key like 'planEnd:%'")
      .pluck()
      .get();
  const remindAt = async (months: number): Promise<void> => {
    const plan = await findPlan(portal.services.database, certified.applicationId);
    const [year = 0, month = 0] = (plan?.endMonth ?? "").split("-").map(Number);
    const day = new Date(Date.UTC(year, month - months, 0)).toISOString().slice(0, 10);
    await remindPlanEnds(certified.manager, { day: date(day) });
  };

  it("六か月前の知らせは、何度仕事をしても一通だけ", async () => {
    await Promise.all([remindAt(6), remindAt(6)]);
    await remindAt(6);
    expect(queued()).toBe(1);
  });

  it("受け取らないと選んだ会社には、一か月前の知らせを送らない", async () => {
    const { version, choices } = expectOk(openNoticeChoices(certified.applicant));
    expectOk(
      await saveNoticeChoices(certified.applicant, { version, posted: { ...choices, ending: "none" } }),
    );
    await remindAt(1);
    expect(queued()).toBe(1);
  });
});
