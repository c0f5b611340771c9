/** 職員の側の手続: 一覧、受理、差戻し、起案、決裁。例の計画を本物の手続きで提出したところから始める。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor, StaffAssignment } from "#app/domain/access/actor.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { staleMessage } from "#app/http/responses.server.ts";
import { acceptApplication } from "#app/usecases/review/accept-application.server.ts";
import { downloadRecordCertificate } from "#app/usecases/review/download-record-certificate.server.ts";
import { emptyListQuery } from "#app/domain/worklist/list-query.ts";
import { listWork } from "#app/usecases/review/list-work.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { previewNotice } from "#app/usecases/review/preview-notice.server.ts";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import { checkAuditPage } from "#app/usecases/operations/check-audit-page.ts";
import { AUDIT_PAGE_SIZE, readAudit } from "#app/usecases/operations/read-audit.server.ts";
import { settleJob } from "#app/usecases/operations/settle-job.server.ts";
import { readEditions } from "#app/usecases/operations/read-editions.server.ts";
import type { Result } from "#app/domain/result.ts";
import { seedDemonstration } from "../../scripts/demonstration/seed-demonstration.ts";
import { startTestServices, type TestServices } from "../support/portal-services.ts";

const kobe = "mlit_dtb_kobe-kobe";
const kyushu = "mhlw-kyushu";
const staff = (
  displayName: string,
  role: StaffAssignment["role"],
  officeCode: string | null = null,
): StaffActor => ({
  kind: "staff",
  accountId: displayName,
  displayName,
  assignments: [{ role, officeCode, ministry: null }],
  authenticatedAt: "2026-12-01T00:00:00.000Z",
});
const people = {
  reviewer: staff("担当 花子", "reviewer", kobe),
  manager: staff("決裁 太郎", "officeManager", kobe),
  elsewhere: staff("別の局 次郎", "reviewer", kyushu),
  coordinator: staff("企画 三郎", "coordinator"),
  administrator: staff("管理 四郎", "administrator"),
  auditor: staff("監査 五郎", "auditor"),
} as const;

let portal: TestServices;
const as = (name: keyof typeof people) => portal.context(people[name]);

beforeAll(async () => {
  portal = await startTestServices();
  await seedDemonstration(portal.services);
});
afterAll(() => portal.close());

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const list = async (name: keyof typeof people) => value(await listWork(as(name), emptyListQuery));
const filedAtKobe = async () => {
  const item = (await list("reviewer")).items[0];
  if (item === undefined) throw new Error("神戸運輸監理部に届いた申請がありません。");
  return item.id;
};
const versionOf = async (id: string) => value(await openRecord(as("coordinator"), id)).application.version;

describe("一覧", () => {
  it("自分の局の申請だけが見え、企画課には全部が見える。下書きは誰にも見えない", async () => {
    const own = await list("reviewer");
    expect(own.items.map(({ companyName, officeName }) => [companyName, officeName])).toEqual([
      ["西神倉庫株式会社", "神戸運輸監理部"],
    ]);
    const all = await list("coordinator");
    expect(all.items.length).toBeGreaterThan(own.items.length);
    expect(all.items.every(({ receiptNumber }) => receiptNumber !== "")).toBe(true);
    expect(Object.values(all.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(all.items.length);
  });

  it("管理者には一覧がない", async () => {
    expect(await listWork(as("administrator"), emptyListQuery)).toMatchObject({
      error: { kind: "forbidden" },
    });
  });
});

describe("別の局の申請", () => {
  it("記録も通知書も、無いのと同じ答えになる", async () => {
    const id = await filedAtKobe();
    const answers = await Promise.all([
      openRecord(as("elsewhere"), id),
      openRecord(as("reviewer"), "no-such-application"),
      downloadRecordCertificate(as("elsewhere"), portal.services.storage, id),
    ]);
    expect(answers).toEqual(answers.map(() => ({ ok: false, error: { kind: "notFound" } })));
  });
});

describe("受理から認定まで", () => {
  it("受理日は、申請日より前にも今日より後にもできない", async () => {
    const id = await filedAtKobe();
    const version = await versionOf(id);
    const accept = (acceptedOn: string) =>
      acceptApplication(as("reviewer"), {
        applicationId: id,
        version,
        acceptedOn: acceptedOn as CivilDate,
      });
    expect(await accept("2026-11-30")).toMatchObject({
      error: { refusal: { kind: "acceptedBeforeFiling" } },
    });
    expect(await accept("2026-12-02")).toMatchObject({ error: { kind: "invalid" } });
    expect((await accept("2026-12-01")).ok).toBe(true);
  });

  it("版が動いていたら断り、誰が何をしたかを一つの文で答える", async () => {
    const id = await filedAtKobe();
    const late = await acceptApplication(as("manager"), {
      applicationId: id,
      version: (await versionOf(id)) - 1,
      acceptedOn: "2026-12-01" as CivilDate,
    });
    if (late.ok || late.error.kind !== "stale") throw new Error("断られるはず");
    expect(staleMessage(late.error)).toBe(
      "担当 花子さんが先に操作しました。「受理」が行われています。画面を開き直して、今の内容を確かめてください。",
    );
  });

  it("受理すると、見込みの日と、いま出せる命令が分かる", async () => {
    const record = value(await openRecord(as("reviewer"), await filedAtKobe()));
    expect(record.forecast).toEqual({ kind: "expected", on: "2026-12-31", beyondHolidayTable: false });
    expect(record.commands).toEqual([
      "assign",
      "pause",
      "correctAcceptance",
      "reassign",
      "return",
      "propose",
      "transfer",
    ]);
    expect(value(await openRecord(as("coordinator"), await filedAtKobe())).commands).toEqual([]);
  });

  it("起案した人には決裁の命令を出さず、理由を答える。別の決裁者には出す", async () => {
    const id = await filedAtKobe();
    const both: StaffActor = {
      ...people.reviewer,
      assignments: [
        ...people.reviewer.assignments,
        { role: "officeManager", officeCode: kobe, ministry: null },
      ],
    };
    value(
      await proposeDecision(portal.context(both), {
        applicationId: id,
        version: await versionOf(id),
        outcome: "certify",
        ground: "",
      }),
    );
    const own = value(await openRecord(portal.context(both), id));
    expect(own.commands).not.toContain("certify");
    expect(own.obstacles).toMatchObject({
      certify: { kind: "ownProposal" },
      decline: { kind: "otherProposal" },
    });
    expect(value(await openRecord(as("manager"), id)).commands).toEqual([
      "assign",
      "pause",
      "correctAcceptance",
      "reassign",
      "return",
      "propose",
      "sendBack",
      "certify",
      "transfer",
    ]);
  });

  it("認定の前に、番号の書式と発行者と宛先を見せる。番号はまだ引かない", async () => {
    const id = await filedAtKobe();
    const preview = value(await previewNotice(as("manager"), portal.services.pdf, id, "review.certify"));
    expect(preview).toMatchObject({
      kind: "ready",
      notice: {
        documentNumber: "20261201神戸運第（認定の時に決まります）号",
        signatory: { title: "神戸運輸監理部長" },
        addressee: { representative: "代表取締役社長 﨑山 由美" },
      },
    });
    expect(await previewNotice(as("reviewer"), portal.services.pdf, id, "review.certify")).toMatchObject({
      error: { kind: "forbidden" },
    });
    const input = { applicationId: id, version: await versionOf(id) };
    value(await certifyPlan(as("manager"), portal.services.pdf, input));
    expect(value(await openRecord(as("reviewer"), id)).certification?.number).toBe("20261201神戸運第1号");
    expect(await downloadRecordCertificate(as("reviewer"), portal.services.storage, id)).toEqual({
      ok: false,
      error: { kind: "notFound" },
    });
  });

  it("差戻しの指摘は、その回の申請への指摘として記録に残り、見込みは止まる", async () => {
    const id = (await list("elsewhere")).items[0]?.id ?? "";
    const accepted = {
      applicationId: id,
      version: await versionOf(id),
      acceptedOn: "2026-12-01" as CivilDate,
    };
    value(await acceptApplication(as("elsewhere"), accepted));
    const comment = {
      section: "period",
      field: "start",
      kind: "wrong",
      text: "開始の月を確かめてください。",
    } as const;
    value(
      await returnForCorrection(as("elsewhere"), {
        applicationId: id,
        version: await versionOf(id),
        comments: [comment],
      }),
    );
    const record = value(await openRecord(as("elsewhere"), id));
    expect(record.comments).toMatchObject([{ ...comment, submissionSequence: 1 }]);
    expect(record.forecast.kind).toBe("stopped");
    expect(record.commands).toEqual([]);
  });
});

describe("操作者の画面", () => {
  it("監査の頁は、つながりを確かめて添える。書き換えた行と抜けた行は見つかる", async () => {
    const page = value(await readAudit(as("auditor")));
    expect(page.check).toEqual({ kind: "intact", rows: page.rows.length });
    expect(page.rows.length).toBeLessThanOrEqual(AUDIT_PAGE_SIZE);
    const [newest, second, third, ...rest] = page.rows;
    if (newest === undefined || second === undefined || third === undefined)
      throw new Error("行が足りません");
    const older = rest.at(-1) ?? null;
    const changed = [newest, { ...second, actorName: "別人" }, third, ...rest.slice(0, -1)];
    expect(checkAuditPage(changed, older)).toEqual({ kind: "broken", sequence: second.sequence });
    expect(checkAuditPage([newest, third, ...rest.slice(0, -1)], older)).toEqual({
      kind: "broken",
      sequence: newest.sequence,
    });
    expect(checkAuditPage(page.rows, null).kind).toBe(page.next === null ? "intact" : "broken");
  });

  it("諦めていない仕事はやり直さず、役割のない人には断る", async () => {
    const again = { jobId: 1, to: "waiting" as const, reason: "" };
    expect(await settleJob(as("administrator"), again)).toMatchObject({ error: { kind: "stale" } });
    expect(await settleJob(as("reviewer"), again)).toMatchObject({ error: { kind: "forbidden" } });
  });

  it("規則集の版に、確かさごとの事実の数が付く", async () => {
    const [edition] = value(await readEditions(as("administrator")));
    expect(edition?.status).toBe("published");
    expect(edition?.facts.get("seen")).toBeGreaterThan(0);
  });
});
