/**
 * 実施時期の終わりの近い計画を、会社に知らせる。仕事は日ごとに一つ、メールは計画と終わりの月と何か月前かの鍵を持つので、
 * 働き手が二つでも、止まっていた後でも、同じ終わりを二度知らせない。知らせの受け方で、受け取らないことも選べる。
 */
import { setImmediate as yieldToOthers } from "node:timers/promises";
import { z } from "zod";
import { isCivilDate } from "#app/domain/calendar/civil-date.ts";
import { readChoices } from "#app/domain/notification/notice-kinds.ts";
import { type EndReminder, endReminderMail, endRemindersOn } from "#app/domain/plan-life/plan-reminder.ts";
import { noticeChoicesOf } from "#db/queries/notice-choices.ts";
import { plansEnding, type PlanRow } from "#db/queries/plans.ts";
import { remindedAmong } from "#db/queries/progress-reports.ts";
import { enqueueEach } from "#db/repositories/outbox-jobs.ts";
import type { UseCaseContext } from "../context.ts";
import type { MailJob } from "../notifications/mail-job.ts";
import { readReportPlan } from "../reports/report-plan.server.ts";

export const REMIND_PLAN_ENDS = "remindPlanEnds";
export const remindPlanEndsJob = z.object({ day: z.string().refine(isCivilDate) });

const CHUNK = 200;

export async function remindPlanEnds(
  context: UseCaseContext,
  { day }: z.output<typeof remindPlanEndsJob>,
): Promise<void> {
  for (const reminder of endRemindersOn(day)) {
    let after = "";
    while (true) {
      const plans: readonly PlanRow[] = plansEnding(context.database, reminder.endMonth, after, CHUNK);
      const last = plans.at(-1);
      if (last === undefined) break;
      await remind(context, plans, reminder);
      after = last.id;
      await yieldToOthers();
    }
  }
}

async function remind(
  context: UseCaseContext,
  plans: readonly PlanRow[],
  reminder: EndReminder,
): Promise<void> {
  const keyOf = ({ id }: PlanRow): string => `planEnd:${id}:${reminder.endMonth}:${reminder.months}`;
  const told = remindedAmong(context.database.reader, plans.map(keyOf));
  const mails = await Promise.all(
    plans
      .filter((plan) => !told.has(keyOf(plan)) && wants(context, plan))
      .map(async (plan) => {
        const { contact } = await readReportPlan(context, plan);
        if (contact.address === "") return null;
        return {
          topic: "bulkMail",
          lane: "bulk" as const,
          key: keyOf(plan),
          payload: {
            applicationId: null,
            side: "applicant",
            template: "planEnding",
            toName: contact.name,
            toAddress: contact.address,
            ...endReminderMail({
              toName: contact.name,
              number: plan.number,
              endMonth: reminder.endMonth,
              url: `${context.origin}/c/${plan.companyKey}/plans/${plan.id}`,
            }),
          } satisfies MailJob,
        };
      }),
  );
  enqueueEach(
    context.database,
    mails.filter((mail) => mail !== null),
    context.clock.now(),
  );
}

const wants = ({ database }: UseCaseContext, { companyKey }: PlanRow): boolean =>
  readChoices("company", noticeChoicesOf(database, "company", companyKey)?.choices ?? {}).ending !== "none";
