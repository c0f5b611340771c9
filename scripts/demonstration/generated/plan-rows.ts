/** 作った計画を、データベースの行にする。ポータルの手続が残すのと同じ行を残す。 */
import { hash } from "node:crypto";
import { certificateCode, CODE_RANDOM_BYTES } from "#app/domain/certification/certificate-code.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import type { PlanDocument } from "#app/domain/plan/document.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import { planMonths } from "#app/domain/plan-life/plan-months.ts";
import type { Routing } from "#app/domain/plan/plan-routing.ts";
import { firstVersionRows } from "#db/plan-rows.ts";
import type { BulkRows } from "#db/repositories/pack-rows.ts";
import type { GeneratedCompany } from "./companies.ts";
import type { History } from "./history.ts";

export type PlanRows = Pick<
  BulkRows,
  | "applications"
  | "sections"
  | "sectionVersions"
  | "submissions"
  | "events"
  | "comments"
  | "certifications"
  | "certificateEditions"
  | "plans"
  | "planVersions"
  | "planEvents"
  | "declineNotices"
>;

/** 申請の前に、下書きを書いていた日数。 */
const WRITING_DAYS = 6;
const DAY = 86_400_000;
const before = (at: string): string => new Date(Date.parse(at) - WRITING_DAYS * DAY).toISOString();

const sectionRows = (
  id: string,
  company: GeneratedCompany,
  answers: RawAnswers,
  at: string,
): Pick<PlanRows, "sections" | "sectionVersions"> => {
  const typed = Object.entries(answers).map(([section, raw]) => ({
    applicationId: id,
    section,
    answers: raw,
    version: 1,
  }));
  const by = company.account.id;
  return {
    sections: typed.map((row) => ({ ...row, updatedBy: by, updatedAt: at })),
    sectionVersions: typed.map((row) => ({
      ...row,
      savedBy: by,
      savedByName: company.contactName,
      savedAt: at,
      channel: "form",
    })),
  };
};

const createdEvent = (id: string, company: GeneratedCompany, at: string): PlanRows["events"][number] => ({
  applicationId: id,
  sequence: 1,
  type: "application.created.v1",
  data: { kind: "new" },
  actorId: company.account.id,
  actorName: company.contactName,
  at,
});

export function draftRows(draft: {
  readonly id: string;
  readonly company: GeneratedCompany;
  readonly editionId: string;
  readonly answers: RawAnswers;
  readonly at: string;
}): PlanRows {
  const { id, company, editionId, answers, at } = draft;
  return {
    applications: [
      {
        ...emptyApplication,
        id,
        companyKey: company.key,
        companyName: company.name,
        editionId,
        createdBy: company.account.id,
        createdAt: at,
        updatedAt: at,
      },
    ],
    ...sectionRows(id, company, answers, at),
    events: [createdEvent(id, company, at)],
    submissions: [],
    comments: [],
    certifications: [],
    certificateEditions: [],
    plans: [],
    planVersions: [],
    planEvents: [],
    declineNotices: [],
  };
}

/** まとめて入れる行は、どれも同じ列を持つ。 */
const emptyApplication = {
  kind: "new",
  status: "draft",
  version: 1,
  receiptNumber: null,
  officeCode: null,
  ministry: null,
  industryCode: null,
  guidelineId: null,
  prefecture: null,
  editionId: null,
  submissionSequence: 0,
  filedAt: null,
  acceptedOn: null,
  assigneeId: null,
  proposal: null,
  pause: null,
  planId: null,
  baseVersion: null,
  baseNumber: null,
} as const;

export function filedRows(plan: {
  readonly company: GeneratedCompany;
  readonly editionId: string;
  readonly answers: RawAnswers;
  readonly document: PlanDocument;
  readonly findings: readonly Finding[];
  readonly routing: Routing;
  readonly history: History;
  /** 受付番号。 */
  readonly number: string;
  readonly submissionIds: readonly string[];
  readonly commentIds: readonly string[];
  readonly notice: CertificationNotice | null;
}): PlanRows {
  const { company, editionId, routing, history, number } = plan;
  const { state } = history;
  const first = history.filings[0];
  if (first === undefined) throw new Error("申請のない歩みです。");
  const createdAt = before(first.at);
  let comment = 0;
  return {
    applications: [
      {
        ...emptyApplication,
        id: state.id,
        companyKey: company.key,
        companyName: company.name,
        status: state.status,
        version: state.version,
        receiptNumber: number,
        officeCode: state.officeCode,
        ministry: routing.ministry,
        industryCode: routing.industryCode,
        guidelineId: routing.guideline.id,
        prefecture: routing.prefecture,
        editionId,
        submissionSequence: state.submissionSequence,
        filedAt: first.at,
        acceptedOn: state.acceptedOn,
        assigneeId: state.assigneeId,
        proposal: state.proposal,
        createdBy: company.account.id,
        createdAt,
        updatedAt: history.updatedAt,
      },
    ],
    ...sectionRows(state.id, company, plan.answers, first.at),
    submissions: history.filings.map(({ sequence, at }, index) => ({
      id: plan.submissionIds[index] ?? "",
      applicationId: state.id,
      sequence,
      receiptNumber: number,
      editionId,
      answers: { ...plan.answers },
      document: plan.document,
      findings: plan.findings,
      routing,
      filedBy: company.account.id,
      filedByName: company.contactName,
      filedAt: at,
    })),
    events: [
      createdEvent(state.id, company, createdAt),
      ...history.steps.map(({ event, by, at }, index) => ({
        applicationId: state.id,
        sequence: index + 2,
        type: event.type,
        data:
          event.type === "application.filed.v1"
            ? { ...event.data, receiptNumber: number }
            : { ...event.data },
        actorId: by.id,
        actorName: by.name,
        at,
      })),
    ],
    comments: history.comments.flatMap(({ submissionSequence, comments, by, at }) =>
      comments.map((one) => ({
        id: plan.commentIds[comment++] ?? "",
        applicationId: state.id,
        submissionSequence,
        ...one,
        createdBy: by.id,
        createdAt: at,
      })),
    ),
    ...certificationRows(plan),
    ...lifeRows(plan),
    declineNotices: declineRows(plan),
  };
}

/** 確認の符号。種が同じなら同じ。 */
const codeOf = (applicationId: string): string =>
  certificateCode(hash("sha256", `code:${applicationId}`, "buffer").subarray(0, CODE_RANDOM_BYTES));

function certificationRows({
  company,
  editionId,
  routing,
  history: { state, certified },
  notice,
}: Parameters<typeof filedRows>[0]): Pick<PlanRows, "certifications" | "certificateEditions"> {
  if (notice === null || certified === null) return { certifications: [], certificateEditions: [] };
  return {
    certifications: [
      {
        applicationId: state.id,
        companyKey: company.key,
        number: notice.documentNumber,
        certifiedOn: certified.on,
        officeCode: routing.office.code,
        editionId,
        certifiedBy: certified.by.id,
        notice,
        createdAt: certified.at,
      },
    ],
    certificateEditions: [
      {
        applicationId: state.id,
        edition: 1,
        code: codeOf(state.id),
        notice: null,
        reason: "",
        createdBy: certified.by.id,
        createdByName: certified.by.name,
        createdAt: certified.at,
      },
    ],
  };
}

/** 認定の後の計画。 */
function lifeRows({
  company,
  answers,
  routing,
  history: { state, certified },
  notice,
}: Parameters<typeof filedRows>[0]): Pick<PlanRows, "plans" | "planVersions" | "planEvents"> {
  const months = planMonths(answers);
  if (notice === null || certified === null || months === null)
    return { plans: [], planVersions: [], planEvents: [] };
  const { plan, version, event } = firstVersionRows({
    application: {
      id: state.id,
      companyKey: company.key,
      guidelineId: routing.guideline.id,
      prefecture: routing.prefecture,
    },
    certification: {
      number: notice.documentNumber,
      certifiedOn: certified.on,
      officeCode: routing.office.code,
      createdAt: certified.at,
    },
    months,
  });
  const { by, at } = certified;
  return {
    plans: [plan],
    planVersions: [version],
    planEvents: [
      { planId: event.planId, sequence: 1, ...event.event, actorId: by.id, actorName: by.name, at },
    ],
  };
}

function declineRows({
  company,
  history: { state, declined },
  notice,
}: Parameters<typeof filedRows>[0]): PlanRows["declineNotices"] {
  if (notice === null || declined === null) return [];
  return [
    {
      applicationId: state.id,
      companyKey: company.key,
      number: notice.documentNumber,
      declinedOn: declined.on,
      code: codeOf(state.id),
      notice,
      createdAt: declined.at,
    },
  ];
}
