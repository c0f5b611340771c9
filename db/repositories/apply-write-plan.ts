/** 書込みの計画を、一つの取引で全部行うか全く行わない。唯一の書込み口。 */
import { and, eq, max } from "drizzle-orm";
import type { Database, Transaction } from "../client.ts";
import {
  applicationEvents,
  applications,
  applicationSections,
  applicationSectionVersions,
  certificateEditions,
  certificateRevocations,
  certifications,
  consultationResults,
  consultations,
  declineNotices,
  documentDownloads,
  intents,
  issuedDocuments,
  mails,
  outbox,
  plans,
  revocationNotices,
  reviewComments,
  submissions,
} from "../schema/index.ts";
import type { PlannedRows, WriteOutcome, WritePlan } from "../write-plan.ts";
import { appendAudit } from "./append-audit.ts";
import { attachmentFactCount } from "../queries/attachments.ts";
import { confirmationFactCount } from "../queries/confirmation-attachments.ts";
import { drawNumber } from "./draw-number.ts";
import { settleJobs } from "./outbox-jobs.ts";
import { StaleVersion } from "./stale-version.ts";
import { keepSharing } from "./keep-sharing.ts";
import { writeApiClients } from "./api-clients.ts";
import { laneOf } from "../job-lane.ts";
import { keepListings } from "./keep-listings.ts";
import { writeReplayRows } from "./edition-replays.ts";
import { writeChecklistRows } from "./write-checklist-rows.ts";
import { writeConfirmationRows } from "./write-confirmation-rows.ts";
import { writeBounceRows } from "./write-bounce-rows.ts";
import { writeAttachmentRows } from "./write-attachment-rows.ts";
import { writeEditionRows } from "./write-edition-rows.ts";
import { writeIdentityRows } from "./write-identity-rows.ts";
import { writeMessageRows } from "./write-message-rows.ts";
import { writePlanRows } from "./write-plan-rows.ts";
import { writeOfficeRows } from "./write-office-rows.ts";
import { writeReportRows } from "./write-report-rows.ts";
import { keepReportDues } from "./keep-report-dues.ts";
import { writePublicationRows } from "./write-publication-rows.ts";
import { writeRelinkRows } from "./write-relink-rows.ts";
import { writeSurveyRows } from "./write-survey-rows.ts";
import { writeStaffRows } from "./write-staff-rows.ts";
import { writeViewRows } from "./write-view-rows.ts";

/**
 * @param plan 書込みの計画
 * @returns applied: 書いた。repeated: 同じ意図で前に書いた時の答え。stale: 版が動いていて何も書いていない
 */
export async function applyWritePlan<R>(database: Database, plan: WritePlan<R>): Promise<WriteOutcome<R>> {
  try {
    return database.transact((tx) => {
      if (plan.intent !== undefined) {
        const earlier = tx
          .select({ result: intents.result })
          .from(intents)
          .where(and(eq(intents.action, plan.intent.action), eq(intents.key, plan.intent.key)))
          .get();
        if (earlier !== undefined) return { kind: "repeated", result: earlier.result.value as R };
      }
      checkExpectations(tx, plan.expects);
      const numbers = Object.fromEntries(
        Object.entries(plan.draws ?? {}).map(([name, series]) => [name, drawNumber(tx, series)]),
      );
      const rows = plan.rows(numbers);
      writeIdentityRows(tx, plan, rows);
      writeStaffRows(tx, plan, rows);
      writeSurveyRows(tx, rows);
      writeRelinkRows(tx, plan, rows);
      writeRows(tx, plan, rows);
      writePlanRows(tx, plan, rows);
      writeAttachmentRows(tx, rows);
      writeEditionRows(tx, rows);
      writeReplayRows(tx, plan.at, rows);
      keepListings(tx, rows);
      writeApiClients(tx, rows);
      keepSharing(tx, plan.at, rows);
      writeViewRows(tx, plan.at, rows);
      writeOfficeRows(tx, plan, rows);
      writePublicationRows(tx, rows);
      writeReportRows(tx, plan, rows);
      keepReportDues(tx, rows);
      writeChecklistRows(tx, rows);
      writeMessageRows(tx, rows);
      writeBounceRows(tx, plan, rows);
      writeConfirmationRows(tx, plan, rows.confirmations ?? {});
      settleJobs(tx, plan.at, rows);
      appendAudit(tx, plan, rows.audit);
      if (plan.intent !== undefined)
        tx.insert(intents)
          .values({ ...plan.intent, result: { value: rows.result }, createdAt: plan.at })
          .run();
      return { kind: "applied", result: rows.result };
    });
  } catch (thrown) {
    if (thrown instanceof StaleVersion) return { kind: "stale", subject: thrown.subject, id: thrown.id };
    throw thrown;
  }
}

function checkExpectations(tx: Transaction, expects: WritePlan<unknown>["expects"]): void {
  for (const { id, version } of expects?.applications ?? []) {
    const row = tx
      .select({ version: applications.version })
      .from(applications)
      .where(eq(applications.id, id))
      .get();
    if (row?.version !== version) throw new StaleVersion("application", id);
  }
  for (const { id, version } of expects?.plans ?? []) {
    const row = tx.select({ version: plans.version }).from(plans).where(eq(plans.id, id)).get();
    if (row?.version !== version) throw new StaleVersion("plan", id);
  }
  for (const { applicationId, facts } of expects?.attachments ?? []) {
    if (attachmentFactCount(tx, applicationId) !== facts)
      throw new StaleVersion("application", applicationId);
  }
  for (const { confirmationId, facts } of expects?.confirmationAttachments ?? []) {
    if (confirmationFactCount(tx, confirmationId) !== facts)
      throw new StaleVersion("confirmation", confirmationId);
  }
  for (const { applicationId, section, version } of expects?.sections ?? []) {
    if (sectionVersion(tx, applicationId, section) !== version) throw new StaleVersion("section", section);
  }
}

const sectionVersion = (tx: Transaction, applicationId: string, section: string): number =>
  tx
    .select({ version: applicationSections.version })
    .from(applicationSections)
    .where(
      and(eq(applicationSections.applicationId, applicationId), eq(applicationSections.section, section)),
    )
    .get()?.version ?? 0;

function writeRows<R>(tx: Transaction, plan: WritePlan<R>, rows: PlannedRows<R>): void {
  for (const row of rows.newApplications ?? []) tx.insert(applications).values(row).run();
  for (const change of rows.changes ?? []) {
    const written = tx
      .update(applications)
      .set({ ...change.set, updatedAt: plan.at })
      .where(and(eq(applications.id, change.id), eq(applications.version, change.expectedVersion)))
      .run();
    if (written.changes !== 1) throw new StaleVersion("application", change.id);
  }
  for (const { row, expectedVersion, channel } of rows.sections ?? []) {
    if (sectionVersion(tx, row.applicationId, row.section) !== expectedVersion)
      throw new StaleVersion("section", row.section);
    tx.insert(applicationSections)
      .values({ ...row, version: expectedVersion + 1 })
      .onConflictDoUpdate({
        target: [applicationSections.applicationId, applicationSections.section],
        set: {
          answers: row.answers,
          version: expectedVersion + 1,
          updatedBy: row.updatedBy,
          updatedAt: row.updatedAt,
        },
      })
      .run();
    tx.insert(applicationSectionVersions)
      .values({
        applicationId: row.applicationId,
        section: row.section,
        version: expectedVersion + 1,
        answers: row.answers,
        savedBy: row.updatedBy,
        savedByName: plan.actor.name,
        savedAt: row.updatedAt,
        channel: channel ?? "form",
      })
      .run();
    tx.update(applications).set({ updatedAt: plan.at }).where(eq(applications.id, row.applicationId)).run();
  }
  for (const row of rows.submissions ?? []) tx.insert(submissions).values(row).run();
  for (const row of rows.comments ?? []) tx.insert(reviewComments).values(row).run();
  for (const row of rows.certifications ?? []) tx.insert(certifications).values(row).run();
  for (const row of rows.certificateEditions ?? []) tx.insert(certificateEditions).values(row).run();
  for (const row of rows.certificateRevocations ?? []) tx.insert(certificateRevocations).values(row).run();
  for (const row of rows.declineNotices ?? []) tx.insert(declineNotices).values(row).run();
  for (const row of rows.revocationNotices ?? []) tx.insert(revocationNotices).values(row).run();
  for (const row of rows.consultations ?? []) tx.insert(consultations).values(row).run();
  for (const row of rows.consultationResults ?? []) tx.insert(consultationResults).values(row).run();
  for (const row of rows.documents ?? []) tx.insert(issuedDocuments).values(row).run();
  for (const row of rows.downloads ?? []) tx.insert(documentDownloads).values(row).run();
  for (const row of rows.mails ?? []) tx.insert(mails).values(row).run();
  for (const { applicationId, event } of rows.events ?? []) {
    const last = tx
      .select({ sequence: max(applicationEvents.sequence) })
      .from(applicationEvents)
      .where(eq(applicationEvents.applicationId, applicationId))
      .get();
    tx.insert(applicationEvents)
      .values({
        applicationId,
        sequence: (last?.sequence ?? 0) + 1,
        type: event.type,
        data: { ...event.data },
        actorId: plan.actor.id,
        actorName: plan.actor.name,
        at: plan.at,
      })
      .run();
  }
  for (const row of rows.outbox ?? [])
    tx.insert(outbox)
      .values({
        topic: row.topic,
        key: row.key,
        lane: row.lane ?? laneOf(row.topic),
        applicationId: row.applicationId ?? null,
        payload: { ...row.payload },
        state: "waiting",
        attempts: 0,
        availableAt: plan.at,
        createdAt: plan.at,
      })
      .run();
}
