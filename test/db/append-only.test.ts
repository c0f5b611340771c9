/** 追記だけの表は、書き換えも削除も置き換えもできない。公布した版の事実も同じ。 */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import type { ConfirmationRows } from "#db/confirmation-rows.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { handOverFindings, handOverRuns, rulebookEditions, rulebookFacts } from "#db/schema/index.ts";
import {
  applicationRow,
  AT,
  audited,
  company,
  openTemporaryDatabase,
  planOf,
  seedCompany,
  type TemporaryDatabase,
} from "./temporary-database.ts";

let temporary: TemporaryDatabase;

const none = { given: 0, accepted: 0, known: 0, refused: 0 };
const noCounts = {
  kinds: { companies: none, users: none, plans: none, versions: none, certificates: none },
  findings: [],
  incomeGrowth: 0,
};

const factOf = (editionId: string) => ({
  editionId,
  factId: "offices/a",
  tableName: "offices",
  key: "a",
  position: 0,
  body: {},
  certainty: "seen",
  source: "s",
});

const sha256 = "c".repeat(64);
/** 確認を受けた投資計画の、追記だけの行の全部。 */
const confirmationRows: ConfirmationRows = {
  created: [
    {
      id: "confirmation-1",
      companyKey: company.key,
      companyName: "株式会社杜の都精機",
      type: "B",
      status: "confirmed",
      version: 3,
      answers: {},
      filingSequence: 1,
      createdBy: "account-1",
      createdAt: AT,
      updatedAt: AT,
    },
  ],
  filings: [
    {
      confirmationId: "confirmation-1",
      sequence: 1,
      editionId: "edition-1",
      answers: {},
      requirements: [],
      findings: [],
      officeCode: "meti-tohoku",
      officeName: "東北経済産業局",
      receiptNumber: "26-0000-0018",
      filedBy: "account-1",
      filedByName: "髙橋 健一",
      filedAt: AT,
    },
  ],
  events: [{ confirmationId: "confirmation-1", event: { type: "confirmation.started.v1", data: {} } }],
  attachments: [
    {
      id: "attachment-1",
      confirmationId: "confirmation-1",
      kind: "adviser-check-b",
      fileName: "事前確認書.pdf",
      mediaType: "application/pdf",
      size: 10,
      sha256,
      attachedBy: "account-1",
      attachedByName: "髙橋 健一",
      attachedAt: AT,
    },
  ],
  removals: [{ attachmentId: "attachment-1", reason: "removed", removedBy: "account-1", removedAt: AT }],
  filedAttachments: [
    {
      confirmationId: "confirmation-1",
      sequence: 1,
      attachmentId: "attachment-1",
      position: 1,
      kindName: "事前確認書",
      fileName: "事前確認書.pdf",
      size: 10,
      sha256,
    },
  ],
  letters: [
    {
      confirmationId: "confirmation-1",
      companyKey: company.key,
      type: "B",
      number: "20261205東北第3号",
      code: "C".repeat(28),
      confirmedOn: "2026-12-05",
      officeCode: "meti-tohoku",
      acquisitionMonth: "2027-02",
      closingMonth: 3,
      notice: { subject: "確認" } as CertificationNotice,
      createdAt: AT,
    },
  ],
  documents: [
    {
      confirmationId: "confirmation-1",
      sha256,
      size: 10,
      templateVersion: "confirmation/v1",
      signatureLevel: "B-B",
      createdAt: AT,
    },
  ],
  downloads: [
    {
      confirmationId: "confirmation-1",
      accountId: "account-1",
      accountName: "髙橋 健一",
      channel: "applicant",
      sha256,
      at: AT,
    },
  ],
};

beforeAll(async () => {
  temporary = openTemporaryDatabase();
  const { database } = temporary;
  seedCompany(database);
  database.transact((tx) => {
    for (const id of ["edition-published", "edition-draft"]) {
      tx.insert(rulebookEditions)
        .values({
          id,
          label: "書きかけの版",
          status: "draft",
          effectiveFrom: "2027-04-01",
          sourceHash: "",
          createdAt: AT,
        })
        .run();
      tx.insert(rulebookFacts).values(factOf(id)).run();
    }
    tx.update(rulebookEditions)
      .set({ status: "published" })
      .where(eq(rulebookEditions.id, "edition-published"))
      .run();
  });
  const outcome = await applyWritePlan(
    database,
    planOf({
      result: null,
      companies: [company],
      newApplications: [applicationRow("application-1")],
      submissions: [
        {
          id: "submission-1",
          applicationId: "application-1",
          sequence: 1,
          receiptNumber: "26-0000-0018",
          editionId: "edition-1",
          answers: {},
          document: { formVersion: "application-form/v1", title: "申請書", sections: [] },
          findings: [],
          routing: {} as never,
          filedBy: "account-1",
          filedByName: "髙橋 健一",
          filedAt: AT,
        },
      ],
      certifications: [
        {
          applicationId: "application-1",
          companyKey: company.key,
          number: "20261205東北第1号",
          certifiedOn: "2026-12-05",
          officeCode: "meti-tohoku",
          editionId: "edition-1",
          certifiedBy: "account-2",
          notice: { subject: "認定" } as CertificationNotice,
          createdAt: AT,
        },
      ],
      certificateEditions: [
        {
          applicationId: "application-1",
          edition: 1,
          code: "A".repeat(28),
          reason: "",
          createdBy: "account-2",
          createdByName: "決裁 太郎",
          createdAt: AT,
        },
      ],
      certificateRevocations: [
        {
          applicationId: "application-1",
          reason: "計画に従って実施していないため",
          revokedOn: "2027-01-05",
          revokedBy: "account-2",
          revokedByName: "決裁 太郎",
          createdAt: AT,
        },
      ],
      newPlans: [
        {
          id: "application-1",
          companyKey: company.key,
          origin: "portal",
          startMonth: "2026-12",
          endMonth: "2029-11",
          currentVersion: 1,
          number: "20261205東北第1号",
          certifiedOn: "2026-12-05",
          version: 1,
          createdAt: AT,
          updatedAt: AT,
        },
      ],
      planVersions: [
        {
          planId: "application-1",
          version: 1,
          applicationId: "application-1",
          kind: "new",
          number: "20261205東北第1号",
          certifiedOn: "2026-12-05",
          startMonth: "2026-12",
          endMonth: "2029-11",
          createdAt: AT,
        },
      ],
      planEvents: [
        {
          planId: "application-1",
          event: { type: "plan.revoked.v1", data: { on: "2027-01-05", reason: "計画に従っていないため" } },
        },
      ],
      declineNotices: [
        {
          applicationId: "application-1",
          companyKey: company.key,
          number: "20261201東北第2号",
          declinedOn: "2026-12-01",
          notice: { subject: "不認定" } as CertificationNotice,
          createdAt: AT,
        },
      ],
      revocationNotices: [
        {
          applicationId: "application-1",
          companyKey: company.key,
          number: "20270105東北第1号",
          code: "B".repeat(28),
          notice: { subject: "取消し" } as CertificationNotice,
          createdAt: AT,
        },
      ],
      consultations: [
        {
          id: "consultation-1",
          applicationId: "application-1",
          submissionSequence: 1,
          kind: "opinion",
          officeCode: "mlit-kobe",
          officeName: "神戸運輸監理部",
          ministry: "国土交通省",
          question: "倉庫の設備の見込みは妥当ですか。",
          dueOn: null,
          askingOffice: "meti-tohoku",
          askingOfficeName: "東北経済産業局",
          askedBy: "account-2",
          askedByName: "佐藤 亮",
          askedAt: AT,
        },
      ],
      consultationResults: [
        {
          consultationId: "consultation-1",
          result: "opinion",
          text: "妥当と考えます。",
          byId: "account-3",
          byName: "藤原 彩",
          at: AT,
        },
      ],
      documents: [
        {
          id: "document-1",
          applicationId: "application-1",
          companyKey: company.key,
          kind: "certificationNotice",
          edition: 1,
          sha256: "a".repeat(64),
          size: 10,
          templateVersion: "certification-notice/v1",
          createdAt: AT,
        },
      ],
      downloads: [
        {
          documentId: "document-1",
          accountId: "account-1",
          accountName: "髙橋 健一",
          channel: "applicant",
          sha256: "a".repeat(64),
          at: AT,
        },
      ],
      checklistTemplates: [
        {
          id: "template-1",
          expectedVersion: 0,
          removed: false,
          row: {
            officeCode: "meti-tohoku",
            guidelineId: "",
            items: [],
            updatedBy: "account-2",
            updatedByName: "佐藤 亮",
            updatedAt: AT,
          },
        },
      ],
      checklists: [
        {
          applicationId: "application-1",
          revision: 1,
          templateId: "template-1",
          templateVersion: 1,
          items: [],
          takenBy: "account-2",
          takenByName: "佐藤 亮",
          takenAt: AT,
        },
      ],
      checkMarks: [
        {
          applicationId: "application-1",
          itemId: "item-1",
          version: 1,
          mark: "done",
          note: "",
          submissionSequence: 1,
          markedBy: "account-2",
          markedByName: "佐藤 亮",
          markedAt: AT,
        },
      ],
      substitutions: [
        {
          about: 0,
          row: {
            id: "substitution-1",
            officeCode: "meti-tohoku",
            managerId: "account-3",
            managerName: "阿部 恵子",
            substituteId: "account-2",
            substituteName: "佐藤 亮",
            fromDay: "2026-12-01",
            toDay: "2026-12-05",
            reason: "出張のため",
            createdAt: AT,
          },
        },
      ],
      messages: [
        {
          applicationId: "application-1",
          side: "office",
          authorId: "account-2",
          authorName: "審査 花子",
          section: "",
          field: "",
          text: "見積もりの日付を教えてください。",
          createdAt: AT,
        },
      ],
      confirmations: confirmationRows,
      publications: [
        {
          month: "2026-12",
          edition: 1,
          reason: "",
          correction: null,
          total: 1,
          publishedOn: "2027-01-04",
          publishedByName: "システム",
          createdAt: AT,
        },
      ],
      publishedPlans: [
        {
          month: "2026-12",
          edition: 1,
          position: 1,
          applicationId: "application-1",
          number: "20261205東北第1号",
          certifiedOn: "2026-12-05",
          kind: "new",
          name: "株式会社青葉精密製作所",
          corporateNumber: company.key,
          ministry: "経済産業省",
          prefecture: "04",
          prefectureName: "宮城県",
          division: "E",
          divisionName: "製造業",
          industryCode: "2662",
          industryName: "金属加工機械製造業",
          guidelineName: "製造業",
        },
      ],
      events: [
        { applicationId: "application-1", event: { type: "application.created.v1", data: { kind: "new" } } },
      ],
      audit: [audited("plan.draft")],
    }),
  );
  expect(outcome.kind).toBe("applied");
  temporary.database.transact((tx) => {
    tx.insert(handOverRuns)
      .values({
        id: "run-1",
        manifestSha256: "0".repeat(64),
        madeBy: "旧基盤",
        madeAt: AT,
        state: "running",
        step: "findings",
        position: 0,
        counts: noCounts,
        startedAt: AT,
      })
      .run();
    tx.insert(handOverFindings)
      .values({
        runId: "run-1",
        effect: "refused",
        file: "plans.ndjson",
        line: 1,
        field: "id",
        code: "duplicate",
        reason: "1行目と同じ番号です",
      })
      .run();
  });
});
afterAll(() => temporary.close());

const appendOnly = [
  ["audit_entries", "actor_name"],
  ["application_events", "actor_name"],
  ["submissions", "filed_by_name"],
  ["certifications", "number"],
  ["certificate_editions", "reason"],
  ["decline_notices", "number"],
  ["certificate_revocations", "reason"],
  ["revocation_notices", "number"],
  ["consultations", "question"],
  ["consultation_results", "result"],
  ["issued_documents", "sha256"],
  ["document_downloads", "account_name"],
  ["messages", "text"],
  ["confirmation_filings", "filed_by_name"],
  ["confirmation_events", "actor_name"],
  ["confirmation_attachments", "file_name"],
  ["confirmation_attachment_removals", "removed_by"],
  ["confirmation_filed_attachments", "file_name"],
  ["confirmation_letters", "number"],
  ["confirmation_documents", "sha256"],
  ["confirmation_downloads", "account_name"],
  ["checklist_template_versions", "saved_by_name"],
  ["application_checklists", "taken_by_name"],
  ["checklist_marks", "note"],
  ["plan_versions", "number"],
  ["hand_over_findings", "reason"],
  ["plan_events", "actor_name"],
  ["publications", "reason"],
  ["published_plans", "name"],
] as const;

describe.each(appendOnly)("%s", (table, column) => {
  const rows = () => temporary.database.raw.prepare(`select * from ${table}`).all();
  it.each([
    ["書換え", `update ${table} set ${column} = '別'`],
    ["消去", `delete from ${table}`],
    ["置換え", `insert or replace into ${table} select * from ${table}`],
  ])("%sはできない", (_name, statement) => {
    const before = rows();
    expect(before).toHaveLength(1);
    expect(() => temporary.database.raw.exec(statement)).toThrow(`${table} is append-only`);
    expect(rows()).toEqual(before);
  });
});

describe("代決の記録", () => {
  const run = (statement: string) => temporary.database.raw.exec(statement);

  it("書き換えられるのは、終えたことだけで、それも一度だけ", () => {
    for (const change of ["substitute_id = 'account-9'", "to_day = '2027-12-31'", "reason = '別'"])
      expect(() => run(`update substitutions set ${change}`)).toThrow("substitutions can only be ended");
    expect(() => run("delete from substitutions")).toThrow("substitutions is append-only");
    run(`update substitutions set ended_at = '${AT}', ended_by_name = '阿部 恵子'`);
    expect(() => run("update substitutions set ended_at = null")).toThrow("substitutions can only be ended");
  });
});

describe("規則集の事実", () => {
  const change = (edition: string) =>
    temporary.database.raw.exec(
      `update rulebook_facts set certainty = 'spec' where edition_id = '${edition}'`,
    );
  const remove = (edition: string) =>
    temporary.database.raw.exec(`delete from rulebook_facts where edition_id = '${edition}'`);

  it("公布した版の事実は、足すことも、変えることも、消すこともできない", () => {
    const { database } = temporary;
    const refused = "a published edition never changes";
    expect(() => change("edition-published")).toThrow(refused);
    expect(() => remove("edition-published")).toThrow(refused);
    expect(() =>
      database.transact((tx) =>
        tx
          .insert(rulebookFacts)
          .values({ ...factOf("edition-published"), factId: "offices/b" })
          .run(),
      ),
    ).toThrow(refused);
  });

  it("公布した版の見出しは変えられず、どの版も消せない", () => {
    const { raw } = temporary.database;
    expect(() =>
      raw.exec("update rulebook_editions set status = 'draft' where id = 'edition-published'"),
    ).toThrow("a published edition never changes");
    for (const id of ["edition-published", "edition-draft"])
      expect(() => raw.exec(`delete from rulebook_editions where id = '${id}'`)).toThrow(
        "an edition is never deleted",
      );
  });

  it("書きかけの版の事実は直せる", () => {
    change("edition-draft");
    remove("edition-draft");
    expect(temporary.database.reader.select().from(rulebookFacts).all()).toHaveLength(1);
  });
});
