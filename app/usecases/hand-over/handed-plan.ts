/** 引き継いだ計画の行。版ごとの申請と認定も含む。 */
import { startOfTokyoDay } from "#app/domain/calendar/tokyo.ts";
import { completeCertificate } from "#app/domain/hand-over/complete-record.ts";
import type { PlanRecords, RecordOf } from "#app/domain/hand-over/records.ts";
import type { PlanEvent } from "#app/domain/plan-life/plan-events.ts";
import type { Staged, Staging } from "#db/hand-over-staging.ts";
import type { BulkRows } from "#db/repositories/pack-rows.ts";
import { handedRows, handOverActor, type Handing } from "./handed-application.ts";

export const noRows: Required<BulkRows> = {
  accounts: [],
  assignments: [],
  companies: [],
  applications: [],
  sections: [],
  sectionVersions: [],
  submissions: [],
  submissionFacts: [],
  events: [],
  comments: [],
  certifications: [],
  certificateEditions: [],
  certificateRevocations: [],
  issuedDocuments: [],
  plans: [],
  planVersions: [],
  planEvents: [],
  declineNotices: [],
};

/** 下ごしらえの計画。files は、先に保管する PDF と目録。 */
export type StagedPlan = PlanRecords & {
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
};

export function stagedPlan(staging: Staging, row: Pick<Staged<"plans">, "key" | "record">): StagedPlan {
  const given = staging.children("certificates", row.key).map(({ record }) => record);
  return {
    plan: row.record,
    versions: staging.children("versions", row.key).map(({ record }) => record),
    certificates: given.map((record) => completeCertificate(record, record.size)),
    files: given.flatMap(({ file, sha256, manifestFile, manifestSha256 }) => [
      ...(file === null || sha256 === null ? [] : [{ path: file, sha256 }]),
      ...(manifestFile === null || manifestSha256 === null
        ? []
        : [{ path: manifestFile, sha256: manifestSha256 }]),
    ]),
  };
}

/** @param companies 計画と版の事業者の、ポータルの行 */
export function handedPlanRows(
  handing: Handing,
  { plan, versions, certificates }: PlanRecords,
  companies: ReadonlyMap<string, RecordOf<"companies">>,
): Partial<BulkRows> {
  const [first, last] = [versions[0], versions.at(-1)];
  if (first === undefined || last === undefined) return {};
  const createdAt = startOfTokyoDay(first.certifiedOn);
  const applications = versions.flatMap((version, index) => {
    const { application, office } = version;
    const company = companies.get(version.company ?? plan.company);
    const before = versions[index - 1];
    if (application === null || office === null || company === undefined) return [];
    return [
      handedRows(handing, {
        version: { ...version, application, office },
        certificates: certificates.filter((one) => one.version === version.version),
        company,
        base: before === undefined ? null : { version: before.version, number: before.number },
      }),
    ];
  });
  return {
    applications: applications.flatMap((one) => one.applications),
    submissions: applications.flatMap((one) => one.submissions),
    submissionFacts: applications.flatMap((one) => one.submissionFacts),
    events: applications.flatMap((one) => one.events),
    certifications: applications.flatMap((one) => one.certifications),
    certificateEditions: applications.flatMap((one) => one.certificateEditions),
    issuedDocuments: applications.flatMap((one) => one.issuedDocuments),
    certificateRevocations: revocationRows(plan, last),
    plans: [
      {
        id: plan.id,
        companyKey: plan.company,
        origin: plan.origin,
        guidelineId: last.guideline,
        officeCode: last.office,
        startMonth: last.startMonth,
        endMonth: last.endMonth,
        currentVersion: plan.currentVersion,
        number: last.number,
        certifiedOn: first.certifiedOn,
        ended: plan.ended,
        version: 1,
        createdAt,
        updatedAt: startOfTokyoDay(plan.ended?.on ?? last.certifiedOn),
      },
    ],
    planVersions: versions.map((version) => ({
      planId: plan.id,
      version: version.version,
      applicationId: version.application,
      kind: version.kind,
      number: version.number,
      certifiedOn: version.certifiedOn,
      startMonth: version.startMonth,
      endMonth: version.endMonth,
      createdAt: startOfTokyoDay(version.certifiedOn),
    })),
    planEvents: planEventRows(handing, plan, versions),
  };
}

/** 取消しは、いまの版の認定通知書に及ぶ（法第18条第2項）。 */
function revocationRows(
  { ended }: RecordOf<"plans">,
  { application }: RecordOf<"versions">,
): NonNullable<BulkRows["certificateRevocations"]> {
  if (ended?.kind !== "revoked" || application === null) return [];
  return [
    {
      applicationId: application,
      reason: ended.reason,
      revokedOn: ended.on,
      revokedBy: handOverActor.id,
      revokedByName: handOverActor.name,
      createdAt: startOfTokyoDay(ended.on),
    },
  ];
}

function planEventRows(
  { madeBy }: Handing,
  { id: planId, ended }: RecordOf<"plans">,
  versions: readonly RecordOf<"versions">[],
): BulkRows["planEvents"] {
  const happened: readonly { readonly event: PlanEvent; readonly at: string }[] = [
    ...versions.map((version) => ({
      event: certifiedEvent(version),
      at: startOfTokyoDay(version.certifiedOn),
    })),
    ...(ended?.kind === "revoked"
      ? [
          {
            event: { type: "plan.revoked.v1" as const, data: { on: ended.on, reason: ended.reason } },
            at: startOfTokyoDay(ended.on),
          },
        ]
      : []),
  ];
  return happened.map(({ event, at }, index) => ({
    planId,
    sequence: index + 1,
    type: event.type,
    data: event.data,
    actorId: handOverActor.id,
    actorName: madeBy,
    at,
  }));
}

function certifiedEvent({
  kind,
  version,
  number,
  certifiedOn,
  application,
}: RecordOf<"versions">): PlanEvent {
  const data = { version, number, certifiedOn };
  if (application === null) return { type: "plan.enteredFromPaper.v1", data };
  return {
    type: kind === "change" ? "plan.changed.v1" : "plan.certified.v1",
    data: { ...data, applicationId: application },
  };
}
