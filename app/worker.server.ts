/** outbox の働き手。取引の後の仕事（メール、認定通知書、申請書と受付票）を順に行い、失敗はだんだん間を空けてやり直す。 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { claimJobs, enqueueEach, type Job, postponeJob, returnJobs } from "#db/repositories/outbox-jobs.ts";
import { sweepBuckets } from "#db/repositories/request-buckets.ts";
import { PermanentMailFault } from "./adapters/mail/mailer-port.ts";
import { tokyoDay } from "./domain/calendar/tokyo.ts";
import { digestDay } from "./domain/notification/digest-schedule.ts";
import { holidaysOf } from "./domain/rulebook/holidays.ts";
import type { Services } from "./services.server.ts";
import { scanAttachment } from "./usecases/attachments/scan-attachment.server.ts";
import { sweepAttachments } from "./usecases/attachments/sweep-attachments.server.ts";
import { issueCertificate } from "./usecases/certification/issue-certificate.server.ts";
import { issueLetter } from "./usecases/certification/issue-letter.server.ts";
import { ISSUE_CONFIRMATION, issueConfirmation } from "./usecases/confirmations/issue-confirmation.server.ts";
import type { UseCaseContext } from "./usecases/context.ts";
import {
  digestJob,
  planDigests,
  planDigestsJob,
  sendDigest,
} from "./usecases/notifications/digest-jobs.server.ts";
import { mailJob } from "./usecases/notifications/mail-job.ts";
import { sendMail } from "./usecases/notifications/send-mail.server.ts";
import { createSteadyLane } from "./usecases/operations/steady-lane.server.ts";
import { keepAuditHead } from "./usecases/operations/keep-audit-head.server.ts";
import { createBulkLane } from "./usecases/operations/bulk-lane.server.ts";
import { runExport, sweepExports } from "./usecases/review/background-exports.server.ts";
import { FETCH_FACTS, fetchCompanyFacts } from "./usecases/companies/fetch-company-facts.server.ts";
import { paperKinds } from "./usecases/papers/paper.ts";
import { PUBLISH_MONTH, publishJob, publishMonth, waitingMonths } from "./usecases/publication/publish-month.server.ts"; // prettier-ignore
import { REMIND_PLAN_ENDS, remindPlanEnds, remindPlanEndsJob } from "./usecases/plans/remind-plan-ends.server.ts"; // prettier-ignore
import { REMIND_REPORTS, remindJob, remindReports } from "./usecases/reports/remind-reports.server.ts";
import { performReplay } from "./usecases/rulebook/perform-replay.server.ts";
import { SPREAD_SURVEY, spreadJob, spreadSurvey } from "./usecases/surveys/spread-survey.server.ts";
import { notifyClient } from "./usecases/sharing/notify-client.server.ts";
import { NOTIFY_CLIENT } from "#db/repositories/keep-sharing.ts";
import { storeFiledPaper } from "./usecases/papers/store-filed-paper.server.ts";

/** 一つの仕事を抱えていてよい時間。過ぎたら別の働き手が引き取る。 */
const LEASE_MS = 120_000;
const IDLE_MS = 5_000;
const DAY_MS = 86_400_000;
/** 同時に作る通知書の数。描く糸が、署名と保管を待たずに次を描けるだけ。 */
const LETTERS_AT_ONCE = 4;
/**
 * n 回目の失敗の後に待つ時間。使い切ったら操作者の画面に出す。
 * 外の相手が十分止まっても、戻ってから五分の内に終わるよう、はじめの間は四分より長く空けない。
 */
const RETRY_AFTER_MS = [5_000, 30_000, 120_000, 240_000, 240_000, 240_000, 3_600_000, 14_400_000] as const;

const certificateJob = z.object({ applicationId: z.string(), edition: z.number().int().default(1) });
const letterJob = z.object({ applicationId: z.string() });
const confirmationJob = z.object({ confirmationId: z.string() });
const paperJob = z.object({
  applicationId: z.string(),
  sequence: z.number().int(),
  kind: z.enum(paperKinds),
});
const replayJob = z.object({ replayId: z.string(), from: z.number().int() });
const exportJob = z.object({ exportId: z.string() });
const clientJob = z.object({ clientId: z.string(), change: z.number().int() });
const factsJob = z.object({ corporateNumber: z.string() });
const headJob = z.object({ day: z.string() });
const scanJob = z.object({ attachmentId: z.string(), uploadId: z.string() });

export type Worker = {
  /** 待っている仕事がなくなるまで行う。 */
  drain(): Promise<void>;
  /** いまの仕事を終えて止まる。 */
  stop(): Promise<void>;
};

const shifted = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

export function startWorker(services: Services): Worker {
  const state = { stopped: false, day: "", digestDay: "" };

  const context = (job: Job): UseCaseContext => ({
    ...services,
    actor: { kind: "system", job: job.topic },
    requestId: `job-${job.id}`,
  });

  const perform = async (job: Job): Promise<void> => {
    switch (job.topic) {
      case "mail":
      case "bulkMail": {
        const host = new URL(services.origin).hostname;
        const messageId = `<${createHash("sha256").update(job.key).digest("hex")}@${host}>`;
        const mailer = job.topic === "mail" ? services.mailer : services.bulkMailer;
        return sendMail(context(job), mailer, {
          key: job.key,
          messageId,
          job: mailJob.parse(job.payload),
        });
      }
      case "planDigests":
        return planDigests(context(job), planDigestsJob.parse(job.payload));
      case "digest":
        return sendDigest(context(job), digestJob.parse(job.payload));
      case "issueCertificate":
        return issueCertificate(context(job), services, certificateJob.parse(job.payload));
      case "issueDeclineNotice":
        await issueLetter(context(job), services, "decline", letterJob.parse(job.payload).applicationId);
        return;
      case "issueRevocationNotice":
        await issueLetter(context(job), services, "revocation", letterJob.parse(job.payload).applicationId);
        return;
      case ISSUE_CONFIRMATION:
        await issueConfirmation(context(job), services, confirmationJob.parse(job.payload).confirmationId);
        return;
      case "storeFiledPaper":
        await storeFiledPaper(context(job), services, paperJob.parse(job.payload));
        return;
      case "replayEdition":
        return performReplay(context(job), replayJob.parse(job.payload));
      case "scanAttachment":
        return scanAttachment(context(job), services, scanJob.parse(job.payload));
      case NOTIFY_CLIENT:
        return notifyClient(context(job), clientJob.parse(job.payload));
      case FETCH_FACTS:
        return fetchCompanyFacts(context(job), services, factsJob.parse(job.payload));
      case PUBLISH_MONTH: {
        const published = await publishMonth(context(job), publishJob.parse(job.payload).month);
        if (!published.ok) throw new Error(`公表できません: ${published.error.kind}`);
        return;
      }
      case REMIND_PLAN_ENDS:
        return remindPlanEnds(context(job), remindPlanEndsJob.parse(job.payload));
      case REMIND_REPORTS:
        return remindReports(context(job), remindJob.parse(job.payload));
      case SPREAD_SURVEY:
        return spreadSurvey(context(job), spreadJob.parse(job.payload).surveyId);
      case "exportList":
        return runExport(context(job), services, exportJob.parse(job.payload));
      case "keepAuditHead":
        await keepAuditHead(context(job), services, headJob.parse(job.payload).day);
        return;
      case "sweepAttachments":
        services.log.info(await sweepAttachments(context(job), services), "添付の片付け");
        await sweepExports(context(job), services);
        await sweepBuckets(services.database, shifted(services.clock.now(), -DAY_MS));
        return;
      default:
        throw new Error(`知らない仕事: ${job.topic}`);
    }
  };

  /** 一日一度の仕事を入れる。何度入れても、その日の一つだけになる。 */
  const enqueueDaily = (): void => {
    const now = services.clock.now();
    const day = tokyoDay(now);
    if (state.day !== day)
      enqueueEach(
        services.database,
        [
          { topic: "keepAuditHead", key: day, payload: { day } },
          { topic: "sweepAttachments", key: day, payload: {} },
          { topic: REMIND_REPORTS, key: day, payload: { day } },
          { topic: REMIND_PLAN_ENDS, key: day, payload: { day } },
          ...waitingMonths(services)
            .filter(({ on }) => on <= day)
            .map(({ month }) => ({ topic: PUBLISH_MONTH, key: month, payload: { month } })),
        ],
        now,
      );
    state.day = day;
    const rulebook = services.rulebooks.on(day)?.rulebook;
    const due = rulebook === undefined ? null : digestDay(now, holidaysOf(rulebook));
    if (due === null || state.digestDay === due) return;
    enqueueEach(services.database, [{ topic: "planDigests", key: due, payload: { day: due } }], now);
    state.digestDay = due;
  };

  /** 終えたことを、まだ記していない仕事。次を借りる取引で記す。 */
  const finished: Record<Job["lane"], Set<Job>> = {
    single: new Set(),
    letters: new Set(),
    outside: new Set(),
    bulk: new Set(),
  };

  const attempt = async (job: Job): Promise<void> => {
    try {
      await perform(job);
      finished[job.lane].add(job);
    } catch (error) {
      services.log.error({ err: error, job: job.id, topic: job.topic }, "仕事の失敗");
      const delay = error instanceof PermanentMailFault ? undefined : RETRY_AFTER_MS[job.attempts - 1];
      const message = error instanceof Error ? error.message : String(error);
      const next = delay === undefined ? null : shifted(services.clock.now(), delay);
      await postponeJob(services.database, job.id, message, next);
    }
  };

  /** その列の終えた仕事を記す書込みを行う。書けなければ、次の書込みで記す。 */
  const noting = async <T>(
    lane: Job["lane"],
    write: (done: readonly Job[], now: string) => Promise<T>,
  ): Promise<T> => {
    const done = [...finished[lane]];
    const result = await write(done, services.clock.now());
    for (const job of done) finished[lane].delete(job);
    return result;
  };
  const claim = (lane: Job["lane"], limit: number): Promise<readonly Job[]> =>
    noting(lane, (done, now) => claimJobs(services.database, lane, now, shifted(now, LEASE_MS), limit, done));
  const giveBack = (lane: Job["lane"], untouched: readonly Job[]): Promise<void> =>
    noting(lane, (done, now) => returnJobs(services.database, { finished: done, untouched }, now));

  const inBackground = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => services.log.error({ err: error }, "働き手の失敗"));
  };

  const steadyLane = (lane: Job["lane"], atOnce: number, after?: () => void) =>
    createSteadyLane({
      atOnce,
      claim: (limit) => claim(lane, limit),
      attempt,
      giveBack: (untouched) => giveBack(lane, untouched),
      ...(after === undefined ? {} : { after }),
    });

  const outside = steadyLane("outside", 1);
  // 通知書を作り終えたら、列の終わりを待たずに知らせる。
  const tell = (): void => inBackground(outside.run());
  const inner = steadyLane("single", 1, tell);
  const letters = steadyLane("letters", LETTERS_AT_ONCE, tell);
  const bulk = createBulkLane({
    perMinute: services.config.bulkMailsPerMinute,
    claim: (limit) => claim("bulk", limit),
    // 次を借りるまで間が空くので、一通ごとに記す。
    attempt: (job) => attempt(job).then(() => giveBack("bulk", [])),
  });

  const round = async (): Promise<void> => {
    enqueueDaily();
    await Promise.all([inner.run(), letters.run(), outside.run(), bulk.run()]);
  };
  const wake = (): void => {
    if (!state.stopped) inBackground(round());
  };
  const timer = setInterval(wake, IDLE_MS).unref();

  services.onWork(wake);
  wake();
  return {
    async drain() {
      // 走っている一巡が見落とした仕事と、その中で入った仕事も拾うため、終わってからもう一巡する。
      await round();
      await round();
    },
    async stop() {
      state.stopped = true;
      clearInterval(timer);
      await Promise.all([inner.stop(), letters.stop(), outside.stop(), bulk.stop()]);
    },
  };
}
