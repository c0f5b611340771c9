/** 変更認定申請の見え方: 区画の一覧、審査の記録、比べる相手、一覧の絞り込み、認定の後の版と連携の口。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyListQuery } from "#app/domain/worklist/list-query.ts";
import { changeView, versionLines } from "#app/routes/reviewer/change-view.server.ts";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import { openSection } from "#app/usecases/applications/open-section.server.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { openRecordToRead } from "#app/usecases/consultations/open-record-to-read.server.ts";
import { startChange } from "#app/usecases/plans/start-change.server.ts";
import { listWork } from "#app/usecases/review/list-work.server.ts";
import { baseKey, openChanges } from "#app/usecases/review/open-changes.server.ts";
import { certificationOf } from "#db/queries/certifications.ts";
import { sharedFacts } from "#db/queries/sharing.ts";
import { attachRequired } from "#test/support/attach-required.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { acceptAndPropose, current, expectOk, file, save } from "#test/support/procedure.ts";

let portal: TestServices;
let first: Certified;
let reviewer: UseCaseContext;
let changeId: string;

beforeAll(async () => {
  portal = await startTestServices();
  first = await certifiedPlan(portal);
  reviewer = await logIn(portal, "tohoku-reviewer");
  changeId = expectOk(
    await startChange(first.applicant, {
      companyKey: first.companyKey,
      intentKey: "change",
      from: { kind: "portal", planId: first.applicationId },
    }),
  ).applicationId;
}, 120_000);
afterAll(() => portal.close());

const own = () => ({ companyKey: first.companyKey, applicationId: changeId });
const tasks = async () => expectOk(await openApplication(first.applicant, own())).draft?.tasks ?? [];
const record = async () => expectOk(await openRecordToRead(reviewer, changeId));

describe("書いている間", () => {
  it("始めたときは、どの区画も認定を受けた計画と同じで、変更事項は比べない", async () => {
    expect(new Set((await tasks()).map(({ id, changes }) => (id === "change" ? "change" : changes)))).toEqual(
      new Set(["change", 0, null]),
    );
    expect(expectOk(await openSection(first.applicant, { ...own(), section: "change" })).base).toBeNull();
    const company = expectOk(await openSection(first.applicant, { ...own(), section: "company" }));
    expect(company.base?.id).toBe("company");
  });

  it("直した区画に、変わった所の数が出る", async () => {
    await save(first.applicant, own(), "company", { ...manufacturing.answers["company"], employees: "48" });
    const changed = (await tasks()).flatMap(({ id, changes }) => ((changes ?? 0) > 0 ? [[id, changes]] : []));
    expect(changed).toEqual([["company", 1]]);
  });

  it("新規の申請の区画には、比べる元がない", async () => {
    const { applicationId, companyKey } = first;
    const section = await openSection(first.applicant, { applicationId, companyKey, section: "company" });
    expect(expectOk(section).base).toBeNull();
  });
});

describe("審査", () => {
  beforeAll(async () => {
    await save(first.applicant, own(), "change", {
      changes: [{ id: "c1", subject: "company", content: "従業員を2名増やした。", reason: "受注の増加" }],
      realEstate: "no",
    });
    await attachRequired(first.applicant, own());
    await file(first.applicant, own());
  }, 60_000);

  it("記録に、変える元の認定、変わった所の数、計画の版が出る", async () => {
    const opened = await record();
    expect(changeView(opened)).toMatchObject({
      base: `${first.number}（令和8年12月1日認定）`,
      first: null,
      version: 1,
      paper: false,
      count: 1,
    });
    expect(versionLines(opened)).toMatchObject([
      {
        version: 1,
        kind: "新規",
        number: first.number,
        note: "この申請の変える元",
        href: `/review/applications/${first.applicationId}`,
      },
    ]);
  });

  it("変更点は、初めから変える元の版と比べる", async () => {
    for (const wanted of [null, "version-1", "version-9", "x"]) {
      const { base, changes } = expectOk(await openChanges(reviewer, changeId, wanted));
      expect(base === null ? null : baseKey(base)).toBe("version-1");
      expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
        ["employees", "46人", "48人"],
      ]);
    }
  });

  it.each([
    ["change", 1],
    ["new", 1],
  ] as const)("一覧を「%s」に絞ると%d件になる", async (kind, count) => {
    const page = expectOk(await listWork(reviewer, { ...emptyListQuery, kind: [kind] }));
    expect([page.items.length, page.total]).toEqual([count, { count, exact: true }]);
  });
});

describe("認定の後", () => {
  beforeAll(async () => {
    await acceptAndPropose(reviewer, changeId);
    expectOk(await certifyPlan(first.manager, portal.services.pdf, await current(first.manager, changeId)));
  }, 60_000);

  it("通知書の文面は法第18条第1項により、当初の認定の日付と番号を引く", async () => {
    const notice = (await certificationOf(reviewer.database, changeId))?.notice;
    expect(notice?.subject).toBe("経営力向上計画の変更に係る認定について");
    expect(notice?.body.join("")).toContain(`令和8年12月1日付け${first.number}で認定`);
    expect(notice?.body.join("")).toContain("第18条第1項");
    expect(notice?.items.map(({ label }) => label)).toContain("当初の認定");
  });

  it("記録の版の一覧に第2版が加わり、当初の申請の記録からも読める", async () => {
    expect(versionLines(await record()).map(({ version, kind, note }) => [version, kind, note])).toEqual([
      [2, "変更", "この申請"],
      [1, "新規", "この申請の変える元"],
    ]);
    const original = expectOk(await openRecordToRead(reviewer, first.applicationId));
    expect(versionLines(original).map(({ version, note }) => [version, note])).toEqual([
      [2, ""],
      [1, "この申請"],
    ]);
    expect(changeView(original)).toBeNull();
    expect(expectOk(await openChanges(reviewer, first.applicationId, null)).bases).toEqual([]);
  });

  it("連携の口に渡す値に、計画の番号、版、種類が入る", async () => {
    const facts = await sharedFacts(reviewer.database, [first.applicationId, changeId]);
    expect(
      new Map(facts.map(({ id, planId, planVersion, kind }) => [id, [planId, planVersion, kind]])),
    ).toEqual(
      new Map([
        [first.applicationId, [first.applicationId, 1, "new"]],
        [changeId, [first.applicationId, 2, "change"]],
      ]),
    );
  });
});
