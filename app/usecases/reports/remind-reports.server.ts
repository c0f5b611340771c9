/**
 * 期限の近い報告を、計画の連絡先に一度だけ知らせる。仕事は日ごとに一つ、メールは計画と年ごとに一つの鍵を持つので、
 * 働き手が二つでも、止まっていた後でも、同じ期限を二度知らせない。
 */
import { setImmediate as yieldToOthers } from "node:timers/promises";
import { z } from "zod";
import { addDays, isCivilDate } from "#app/domain/calendar/civil-date.ts";
import { reminderMail } from "#app/domain/progress-report/reminder.ts";
import { findPlan } from "#db/queries/plans.ts";
import { type DueKey, duesBetween, remindedAmong } from "#db/queries/progress-reports.ts";
import { enqueueEach } from "#db/repositories/outbox-jobs.ts";
import type { UseCaseContext } from "../context.ts";
import type { MailJob } from "../notifications/mail-job.ts";
import { readReportPlan } from "./report-plan.server.ts";

export const REMIND_REPORTS = "remindReports";
export const remindJob = z.object({ day: z.string().refine(isCivilDate) });

/** 期限の何日前に知らせるか。 */
const DAYS_BEFORE = 30;
const CHUNK = 200;

export async function remindReports(
  context: UseCaseContext,
  { day }: z.output<typeof remindJob>,
): Promise<void> {
  const { reader } = context.database;
  const window = { from: day, to: addDays(day, DAYS_BEFORE) };
  let after: DueKey | null = null;
  while (true) {
    const dues: ReturnType<typeof duesBetween> = duesBetween(reader, window, after, CHUNK);
    const last = dues.at(-1);
    if (last === undefined) return;
    const told = remindedAmong(reader, dues.map(keyOf));
    const untold = dues.filter((due) => !told.has(keyOf(due)));
    const mails = await Promise.all(untold.map((due) => mailFor(context, due)));
    enqueueEach(
      context.database,
      mails.filter((mail) => mail !== null),
      context.clock.now(),
    );
    after = last;
    await yieldToOthers();
  }
}

type Due = { readonly planId: string; readonly year: number };
const keyOf = ({ planId, year }: Due): string => `report:${planId}:${year}`;

async function mailFor(context: UseCaseContext, { planId, year }: Due) {
  const plan = await findPlan(context.database, planId);
  if (plan === undefined) return null;
  const { contact, years } = await readReportPlan(context, plan);
  const due = years.find((one) => one.year === year);
  if (due === undefined || contact.address === "") return null;
  const url = `${context.origin}/c/${plan.companyKey}/plans/${planId}/reports/${year}`;
  return {
    topic: "bulkMail",
    lane: "bulk" as const,
    key: keyOf({ planId, year }),
    payload: {
      applicationId: null,
      side: "applicant",
      template: "reportDue",
      toName: contact.name,
      toAddress: contact.address,
      ...reminderMail({
        toName: contact.name,
        number: plan.number,
        closing: due.closing,
        dueOn: due.dueOn,
        url,
      }),
    } satisfies MailJob,
  };
}
