/** まとめて入れた計画は、同じ答えを手続で出した計画と、同じ表に同じ行を持つ。 */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffRole } from "#app/domain/access/roles.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { searchWords } from "#app/domain/text/search-grams.ts";
import { fileApplication } from "#app/usecases/applications/file-application.server.ts";
import { saveSection } from "#app/usecases/applications/save-section.server.ts";
import { startApplication } from "#app/usecases/applications/start-application.server.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import { currentRulebook, type UseCaseContext } from "#app/usecases/context.ts";
import { acceptApplication } from "#app/usecases/review/accept-application.server.ts";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { startReview } from "#app/usecases/review/start-review.server.ts";
import { everyListing } from "#db/queries/listing-filter.ts";
import { listingPage } from "#db/queries/listings.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";
import { loadPlans } from "../../scripts/demonstration/generated/load-plans.ts";
import { createBatchMaker } from "../../scripts/demonstration/generated/plan-batches.ts";
import { createBatchThreads } from "../../scripts/demonstration/generated/plan-threads.ts";

type Row = Readonly<Record<string, unknown>>;
const NOW = "2026-12-01T01:00:00.000Z";
const clock = createTestClock(NOW);
let seeded: TestServices;
let filed: TestServices;
let seededId: string;
let filedId: string;

/** 申請の id の入る列。初めに認定された計画の id は、申請の id と同じ。 */
const ownColumn: Readonly<Record<string, string>> = {
  applications: "id",
  plans: "id",
  plan_versions: "plan_id",
  plan_events: "plan_id",
  report_dues: "plan_id",
};

const rows = (portal: TestServices, table: string, id: string): readonly Row[] =>
  portal.services.database.raw
    .prepare(`select * from ${table} where ${ownColumn[table] ?? "application_id"} = ? order by rowid`)
    .all(id) as Row[];

beforeAll(async () => {
  seeded = await startTestServices({ clock: createTestClock(NOW) });
  filed = await startTestServices({ clock });
  expectOk(await loadPlans(seeded.services, { plans: 300, seed: 11 }));
  seededId = chosen();
  filedId = await followSteps();
}, 180_000);
afterAll(async () => {
  await seeded.close();
  await filed.close();
});

/** 一度差し戻されて認定された、添付の要らない（設備のない）計画。 */
function chosen(): string {
  const found = seeded.services.database.reader.get<{ id: string }>(
    sql`select a.id from applications a join application_listings l on l.application_id = a.id
        where a.status = 'certified' and l.returns = 1 and l.equipment_types = '' limit 1`,
  );
  if (found === undefined) throw new Error("比べる計画がありません。");
  return found.id;
}

/** 種の計画の出来事を、同じ時刻に、同じ人として、手続で行う。 */
async function followSteps(): Promise<string> {
  const from = seeded.services.database.raw;
  const into = filed.services.database.raw;
  for (const table of ["accounts", "companies"]) {
    const people = from.prepare(`select * from ${table}`).all() as Row[];
    for (const row of people)
      into
        .prepare(
          `insert or ignore into ${table} values (${Object.keys(row)
            .map(() => "?")
            .join(", ")})`,
        )
        .run(Object.values(row));
  }
  const [application] = rows(seeded, "applications", seededId);
  const [submission] = rows(seeded, "submissions", seededId);
  const answers = JSON.parse(String(submission?.["answers"])) as Record<string, unknown>;
  const companyKey = String(application?.["company_key"]);
  const officeCode = String(application?.["office_code"]);
  const as = (event: Row, role: StaffRole | null): UseCaseContext => {
    const person = { accountId: String(event["actor_id"]), displayName: String(event["actor_name"]), authenticatedAt: NOW }; // prettier-ignore
    return filed.context(
      role === null
        ? { ...person, kind: "applicant", companyKey, accountType: "prime", mandate: "granted" }
        : { ...person, kind: "staff", assignments: [{ role, officeCode, ministry: null }] },
    );
  };
  let id = "";
  for (const event of rows(seeded, "application_events", seededId)) {
    clock.set(String(event["at"]));
    const applicant = as(event, null);
    const reviewer = as(event, "reviewer");
    const command = async () => current(applicant, id);
    switch (event["type"]) {
      case "application.created.v1":
        id = expectOk(
          await startApplication(applicant, { companyKey, intentKey: "one", anotherDraft: true }),
        ).applicationId;
        clock.set(String(application?.["filed_at"]));
        for (const [section, typed] of Object.entries(answers))
          expectOk(
            await saveSection(applicant, {
              companyKey,
              applicationId: id,
              section,
              expectedVersion: section === "company" ? 1 : 0,
              answers: typed,
            }),
          );
        break;
      case "application.filed.v1":
        expectOk(await fileApplication(applicant, { companyKey, ...(await command()) }));
        break;
      case "application.accepted.v1":
        expectOk(
          await acceptApplication(reviewer, { ...(await command()), acceptedOn: tokyoDay(clock.now()) }),
        );
        break;
      case "application.assigned.v1":
        expectOk(await startReview(reviewer, await command()));
        break;
      case "application.returned.v1": {
        const comments = rows(seeded, "review_comments", seededId).map((row) => ({
          section: String(row["section"]),
          field: String(row["field"]),
          kind: row["kind"] as "missing",
          text: String(row["text"]),
        }));
        expectOk(await returnForCorrection(reviewer, { ...(await command()), comments }));
        break;
      }
      case "application.proposed.v1":
        expectOk(await proposeDecision(reviewer, { ...(await command()), outcome: "certify", ground: "" }));
        break;
      case "application.certified.v1":
        expectOk(await certifyPlan(as(event, "officeManager"), filed.services.pdf, await command()));
        break;
      default:
        throw new Error(`知らない出来事: ${String(event["type"])}`);
    }
  }
  return id;
}

/** 番号と乱数から来る値。データベースごとに違ってよい。 */
const drawn = [
  "id",
  "application_id",
  "plan_id",
  "number",
  "code",
  "receipt_number",
  "document_number",
] as const;
/** JSON の列の中の、番号から来る値。 */
const drawnFacts: readonly string[] = ["documentNumber", "receiptNumber"];
const drawnPlanFacts: readonly string[] = ["number", "applicationId"];
/** 書き始めの「1 名称等」の写しの分だけ、手続の方が版が一つ多い。 */
const written = ["version"] as const;

function comparable(table: string, row: Row): Row {
  const skipped: readonly string[] = table.startsWith("application_section") ? [...drawn, ...written] : drawn;
  const kept = Object.entries(row).filter(([column]) => !skipped.includes(column));
  const facts = table === "plan_events" ? drawnPlanFacts : drawnFacts;
  const numbered = (value: unknown): unknown =>
    typeof value === "string" && /^[[{]/u.test(value)
      ? JSON.parse(value, (key, one: unknown) => (facts.includes(key) ? "" : one))
      : value;
  return Object.fromEntries(kept.map(([column, value]) => [column, numbered(value)]));
}

describe("手続で出した計画と同じ", () => {
  it.each([
    "applications",
    "application_sections",
    "submissions",
    "submission_facts",
    "application_events",
    "review_comments",
    "certifications",
    "certificate_editions",
    "plans",
    "plan_versions",
    "plan_events",
    "report_dues",
    "application_listings",
  ])("%s の行が、番号のほかは全部の列で同じ", (table) => {
    const both = [rows(seeded, table, seededId), rows(filed, table, filedId)].map((own) =>
      own.map((row) => comparable(table, row)),
    );
    expect(both[0]?.length).toBeGreaterThan(0);
    const sorted = both.map((own) =>
      own.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    );
    expect(sorted[0]).toEqual(sorted[1]);
  });

  it("手続が申請の行を書く表の、どれにも行がある", () => {
    // 仕事の行は、終えた知らせと帳票の跡で、種は作らない。
    const tables = filed.services.database.raw
      .prepare(
        "select m.name from sqlite_master m join pragma_table_info(m.name) c where c.name = 'application_id' and m.name <> 'outbox'",
      )
      .pluck()
      .all() as string[];
    const only = tables.filter(
      (table) => rows(filed, table, filedId).length > 0 && rows(seeded, table, seededId).length === 0,
    );
    expect(only).toEqual([]);
  });

  it("同じ言葉で、どちらも見つかる", () => {
    const text = JSON.stringify(rows(seeded, "submissions", seededId)[0]?.["answers"]);
    const words = [...text.matchAll(/\p{sc=Han}{2,6}/gu)].map(([word]) => word);
    const has = (portal: TestServices, id: string, word: string): boolean =>
      listingPage(
        portal.services.database.reader,
        { ...everyListing, words: searchWords(word) },
        { sort: "filed", direction: "desc" },
        { after: null, limit: 1_000 },
      ).some(({ applicationId }) => applicationId === id);
    for (const word of new Set(words))
      expect(has(seeded, seededId, word), word).toBe(has(filed, filedId, word));
  });
});

describe("別の糸", () => {
  it("糸を分けても、同じ行になる", async () => {
    const { services } = seeded;
    const source = {
      count: 60,
      seed: 4,
      loaded: currentRulebook(seeded.context({ kind: "system", job: "test" })),
      now: services.clock.now(),
      issuers: { applicant: "applicant", staff: "staff" },
    };
    const ranges = [{ from: 0, to: 30 }, { from: 30, to: 60 }]; // prettier-ignore
    const here = createBatchMaker(source);
    const there = createBatchThreads(source, { threads: 2, size: 30 });
    try {
      for (const range of ranges) {
        const wanted = await here.open(range);
        expect(await there.open(range)).toEqual(wanted);
        const numbers = [...wanted].map(([series, total]) => ({ series, first: 1, total }));
        expect(await there.pack(range, numbers)).toEqual(await here.pack(range, numbers));
      }
    } finally {
      await there.close();
    }
  }, 120_000);
});
