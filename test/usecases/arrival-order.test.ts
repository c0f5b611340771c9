/** 届いた順の一覧: 差し戻されて出し直した申請は、初めに届いた順番と申請日を失わない。 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { readListQuery } from "#app/domain/worklist/list-query.ts";
import { listWork } from "#app/usecases/review/list-work.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk, file, startAndFile } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const clock = createTestClock("2026-12-01T01:00:00.000Z");
let test: TestServices;
beforeAll(async () => {
  test = await startTestServices({ clock });
});
afterAll(() => test.close());

it("先に届いた申請は、後から届いた申請より後に出し直しても、先に並ぶ", async () => {
  const applicant = await logIn(test, "takahashi@aoba.example.jp");
  const reviewer = await logIn(test, "tohoku-reviewer");
  const first = await startAndFile(applicant, manufacturing.answers);
  clock.advance({ days: 1 });
  const second = await startAndFile(applicant, manufacturing.answers);
  const comments = [
    { section: "company", field: "name", kind: "unclear", text: "確かめてください。" },
  ] as const;
  expectOk(
    await returnForCorrection(reviewer, { ...(await current(reviewer, first.applicationId)), comments }),
  );
  clock.advance({ days: 1 });
  await file(applicant, first);

  const listed = async (order: "asc" | "desc") => {
    const { query } = readListQuery(new URLSearchParams({ sort: "filed", order }));
    return expectOk(await listWork(reviewer, query)).items.map(({ id, filedOn }) => ({ id, filedOn }));
  };
  const arrived = [
    { id: first.applicationId, filedOn: "2026-12-01" },
    { id: second.applicationId, filedOn: "2026-12-02" },
  ];
  expect(await listed("asc")).toEqual(arrived);
  expect(await listed("desc")).toEqual(arrived.toReversed());
});
