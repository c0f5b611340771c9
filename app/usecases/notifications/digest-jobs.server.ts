/**
 * 一日のまとめの仕事。日ごとに一つの planDigests が、人と会社ごとに一つの digest を入れ、
 * digest が一通のメールの仕事になる。どの仕事も日と宛先の鍵を持つので、二つの働き手が同時に動いても一通だけになる。
 */
import { z } from "zod";
import { isCivilDate } from "#app/domain/calendar/civil-date.ts";
import { applicantMailOf } from "#app/domain/notification/declared-mails.ts";
import { companyDigest, staffDigest } from "#app/domain/notification/digest.ts";
import { digestInstant, previousDigestDay } from "#app/domain/notification/digest-schedule.ts";
import type { MailText } from "#app/domain/notification/mail-text.ts";
import { type NoticeSubject, readChoices } from "#app/domain/notification/notice-kinds.ts";
import { holidaysOf } from "#app/domain/rulebook/holidays.ts";
import { accountById } from "#db/queries/accounts.ts";
import { latestSubmission } from "#db/queries/applications.ts";
import { companyEvents, companyUnread, lastDigestBefore } from "#db/queries/awaiting.ts";
import { companiesWithDigest, noticeChoicesOf, officials } from "#db/queries/notice-choices.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { enqueueEach } from "#db/repositories/outbox-jobs.ts";
import { staffActorOf } from "../accounts/staff-actor.server.ts";
import { actorStamp, currentRulebook, type UseCaseContext } from "../context.ts";
import { contactOf } from "../review/apply-command.server.ts";
import { awaitingOf } from "./awaiting.server.ts";
import { mailJobDraft } from "./mail-job.ts";

const day = z.string().refine(isCivilDate);
export const planDigestsJob = z.object({ day });
export const digestJob = z.object({
  day,
  /** 動きを数え始める瞬間と終わる瞬間（UTC の ISO 文字列）。 */
  from: z.string(),
  to: z.string(),
  subject: z.enum(["staff", "company"]),
  id: z.string(),
});

type DigestJob = z.output<typeof digestJob>;

/** その日のまとめの仕事を、人と会社ごとに一つずつ入れる。 */
export async function planDigests(
  context: UseCaseContext,
  job: z.output<typeof planDigestsJob>,
): Promise<void> {
  const { database } = context;
  const before = lastDigestBefore(database, job.day);
  const holidays = holidaysOf(currentRulebook(context).rulebook);
  const since = before !== null && isCivilDate(before) ? before : previousDigestDay(job.day, holidays);
  const window = { from: digestInstant(since), to: digestInstant(job.day) };
  const jobs = (subject: NoticeSubject, ids: readonly string[]) =>
    ids.map((id) => ({
      topic: "digest",
      key: `${job.day}:${subject}:${id}`,
      payload: { day: job.day, ...window, subject, id } satisfies DigestJob,
    }));
  enqueueEach(
    database,
    [...jobs("staff", officials(database)), ...jobs("company", companiesWithDigest(database))],
    context.clock.now(),
  );
}

type Letter = { readonly toName: string; readonly toAddress: string; readonly text: MailText };

/** 一人又は一社のまとめを、メールの仕事にする。言うことが無ければ何も入れない。 */
export async function sendDigest(context: UseCaseContext, job: DigestJob): Promise<void> {
  const letters = await (job.subject === "staff" ? toStaff(context, job) : toCompany(context, job));
  if (letters.length === 0) return;
  const key = `${job.day}:${job.subject}:${job.id}`;
  await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    intent: { action: "digest.send", key },
    rows: () => ({
      result: null,
      audit: [
        { action: "digest.send", subjectKind: job.subject, subjectId: job.id, details: { day: job.day } },
      ],
      outbox: letters.map(({ toName, toAddress, text }) =>
        mailJobDraft(`digest:${key}:${toAddress}`, {
          applicationId: null,
          side: job.subject === "staff" ? "office" : "applicant",
          template: "digest",
          toName,
          toAddress,
          ...text,
        }),
      ),
    }),
  });
}

async function toStaff(context: UseCaseContext, job: DigestJob): Promise<readonly Letter[]> {
  const [account, actor] = await Promise.all([
    accountById(context.database, job.id),
    staffActorOf(context, job.id),
  ]);
  if (actor === null || account === undefined || account.email === null) return [];
  const choices = readChoices("staff", noticeChoicesOf(context.database, "staff", job.id)?.choices ?? {});
  const { counts } = awaitingOf(context, actor);
  const text = staffDigest({ name: account.displayName, choices }, counts, {
    day: job.day,
    origin: context.origin,
  });
  return text === null ? [] : [{ toName: account.displayName, toAddress: account.email, text }];
}

/** 会社への知らせは、申請ごとの連絡先に送る。同じ連絡先の申請は一通にまとめる。 */
async function toCompany(context: UseCaseContext, job: DigestJob): Promise<readonly Letter[]> {
  const { database, origin } = context;
  const choices = readChoices("company", noticeChoicesOf(database, "company", job.id)?.choices ?? {});
  const events = companyEvents(database, job.id, job);
  const unread = companyUnread(database, job.id);
  const contacts = new Map<string, { readonly name: string; readonly applications: Set<string> }>();
  for (const id of new Set([...events.map(({ applicationId }) => applicationId), ...unread])) {
    const submission = await latestSubmission(database, id);
    if (submission === undefined) continue;
    const { name, address } = contactOf(submission);
    if (address === "") continue;
    const known = contacts.get(address) ?? { name, applications: new Set() };
    known.applications.add(id);
    contacts.set(address, known);
  }
  return [...contacts].flatMap(([toAddress, { name, applications }]) => {
    const moved = events
      .filter(({ applicationId }) => applications.has(applicationId))
      .flatMap(({ type }) => applicantMailOf(type) ?? []);
    const text = companyDigest(
      { name, companyKey: job.id, choices },
      { moved, unread: unread.filter((id) => applications.has(id)).length },
      { day: job.day, origin },
    );
    return text === null ? [] : [{ toName: name, toAddress, text }];
  });
}
