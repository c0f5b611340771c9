/** 引き継いだ版の申請・提出・認定・通知書の行。認定の手続が残すのと同じ表に、同じ結び付きで残す。 */
import { tokyoDay, startOfTokyoDay } from "#app/domain/calendar/tokyo.ts";
import { registeredCompany } from "#app/domain/company-facts/provenance.ts";
import { handedAnswers } from "#app/domain/hand-over/handed-answers.ts";
import { handedRouting } from "#app/domain/hand-over/handed-routing.ts";
import { OLD_LETTER, oldNotice } from "#app/domain/hand-over/old-letter.ts";
import type { RecordOf } from "#app/domain/hand-over/records.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import type { LoadedRulebook } from "#db/queries/load-rulebook.ts";
import type { BulkRows } from "#db/repositories/pack-rows.ts";

export const handOverActor = { id: "system:hand-over", name: "引継ぎ", role: "system" } as const;

export type Handing = {
  readonly loaded: LoadedRulebook;
  /** 渡したシステムの名前。 */
  readonly madeBy: string;
  /** 取込みを始めた瞬間。 */
  readonly at: string;
};

export type HandedVersion = {
  readonly version: RecordOf<"versions"> & { readonly application: string; readonly office: string };
  readonly certificates: readonly RecordOf<"certificates">[];
  /** 認定を受けた時の事業者。 */
  readonly company: RecordOf<"companies">;
  /** 前の版の文書番号。新規なら null。 */
  readonly base: { readonly version: number; readonly number: string } | null;
};

type HandedRows = Pick<
  BulkRows,
  "applications" | "submissions" | "submissionFacts" | "events" | "certifications" | "certificateEditions"
> & { readonly issuedDocuments: NonNullable<BulkRows["issuedDocuments"]> };

export function handedRows(handing: Handing, handed: HandedVersion): HandedRows {
  const { version, company, base } = handed;
  const { rulebook, editionId } = handing.loaded;
  const id = version.application;
  const filedAt = version.filedAt ?? startOfTokyoDay(version.certifiedOn);
  const certifiedAt = startOfTokyoDay(version.certifiedOn);
  const answers = handedAnswers(version, company);
  const routing = handedRouting(rulebook, version, answers, company);
  return {
    applications: [
      {
        id,
        companyKey: company.key,
        kind: version.kind === "change" ? "change" : "new",
        status: "certified",
        version: 1,
        companyName: company.name,
        receiptNumber: version.receiptNumber,
        officeCode: version.office,
        ministry: routing.ministry,
        industryCode: version.industryCode,
        guidelineId: version.guideline,
        prefecture: routing.prefecture,
        editionId,
        submissionSequence: 1,
        filedAt,
        acceptedOn: version.acceptedOn,
        assigneeId: null,
        proposal: null,
        pause: null,
        planId: base === null ? null : version.plan,
        baseVersion: base?.version ?? null,
        baseNumber: base?.number ?? null,
        createdBy: handOverActor.id,
        createdAt: filedAt,
        updatedAt: certifiedAt,
      },
    ],
    submissions: [
      {
        id: `${id}-1`,
        applicationId: id,
        sequence: 1,
        receiptNumber: version.receiptNumber ?? "",
        editionId,
        answers: { ...answers },
        document: planDocument(rulebook, answers, tokyoDay(filedAt)),
        findings: [],
        routing,
        filedBy: handOverActor.id,
        filedByName: handing.madeBy,
        filedAt,
      },
    ],
    submissionFacts: [
      {
        applicationId: id,
        sequence: 1,
        registered: registeredCompany({ ...company, source: company.source ?? "" }),
        facts: null,
        fetchedAt: null,
      },
    ],
    events: [
      {
        applicationId: id,
        sequence: 1,
        type: "application.certified.v1",
        data: { certifiedOn: version.certifiedOn },
        actorId: handOverActor.id,
        actorName: handing.madeBy,
        at: certifiedAt,
      },
      {
        applicationId: id,
        sequence: 2,
        type: "application.handedOver.v1",
        data: {
          madeBy: handing.madeBy,
          content: version.content !== null,
          industryRevision: version.industryRevision,
        },
        actorId: handOverActor.id,
        actorName: handOverActor.name,
        at: handing.at,
      },
    ],
    ...letterRows(handing, handed, certifiedAt),
  };
}

function letterRows(
  { loaded, madeBy }: Handing,
  { version, certificates, company }: HandedVersion,
  certifiedAt: string,
): Pick<HandedRows, "certifications" | "certificateEditions" | "issuedDocuments"> {
  const id = version.application;
  const first = certificates[0]?.notice;
  return {
    certifications: [
      {
        applicationId: id,
        companyKey: company.key,
        number: version.number,
        certifiedOn: version.certifiedOn,
        officeCode: version.office,
        editionId: loaded.editionId,
        certifiedBy: handOverActor.id,
        notice: first ?? oldNotice(loaded.rulebook, version, version.office, company),
        createdAt: certifiedAt,
      },
    ],
    certificateEditions: certificates.map((record, index) => ({
      applicationId: id,
      edition: record.edition,
      code: record.code,
      notice: index === 0 ? null : record.notice,
      reason: record.reason ?? "",
      createdBy: handOverActor.id,
      createdByName: madeBy,
      createdAt: record.issuedAt,
    })),
    issuedDocuments: certificates.flatMap((record) =>
      record.sha256 === null
        ? []
        : [
            {
              id: `${id}-certificate-${record.edition}`,
              applicationId: id,
              companyKey: company.key,
              kind: "certificationNotice" as const,
              edition: record.edition,
              sha256: record.sha256,
              size: record.size ?? 0,
              templateVersion: record.template ?? OLD_LETTER,
              signatureLevel: record.signatureLevel,
              manifestSha256: record.manifestSha256,
              createdAt: record.issuedAt,
            },
          ],
    ),
  };
}
