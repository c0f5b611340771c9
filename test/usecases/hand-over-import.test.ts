/** 旧基盤の一式を取り込むと、認定の手続で認定した計画と同じように、どの画面からも使える。 */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readListQuery } from "#app/domain/worklist/list-query.ts";
import { listCompany } from "#app/usecases/applications/list-company.server.ts";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import { verifyFile } from "#app/usecases/certification/verify-certificate.server.ts";
import { listWork } from "#app/usecases/review/list-work.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { verifyAuditChain } from "#db/queries/verify-audit-chain.ts";
import { findPlan, planEventsOf, planVersionsOf } from "#db/queries/plans.ts";
import { certifiedPlan } from "#test/support/certified.ts";
import { importFolder } from "#test/support/hand-over.ts";
import { handOverSample, sampleNumber, writeSample } from "#test/support/hand-over-folder.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";

let test: TestServices;
let folder: string;
beforeAll(async () => {
  test = await startTestServices();
  folder = await writeSample(handOverSample());
  const imported = await importFolder(test, folder);
  expect(imported).toMatchObject({ ok: true, value: { mismatches: [], run: { state: "done" } } });
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

const rows = (sql: string): readonly unknown[] => test.services.database.raw.prepare(sql).all();
const applicantOf = (serial: number) =>
  test.context({
    kind: "applicant",
    accountId: `old-user-${serial}`,
    displayName: `引継 担当${serial}`,
    accountType: "prime",
    companyKey: sampleNumber(serial),
  } as Parameters<TestServices["context"]>[0]);

describe("取り込んだ計画", () => {
  it("計画の行、版、起きたことが、認定した順に並ぶ", async () => {
    const { database } = test.services;
    expect(await findPlan(database, "K-1")).toMatchObject({
      origin: "imported",
      currentVersion: 2,
      number: "20250610東北第7号",
      certifiedOn: "2024-04-10",
      endMonth: "2029-04",
      officeCode: "meti-tohoku",
      ended: null,
    });
    expect((await planVersionsOf(database, "K-1")).map(({ version, kind }) => [version, kind])).toEqual([
      [2, "change"],
      [1, "new"],
    ]);
    expect((await planEventsOf(database, "K-3")).map(({ type }) => type)).toEqual([
      "plan.certified.v1",
      "plan.revoked.v1",
    ]);
    expect((await planEventsOf(database, "K-4")).map(({ type }) => type)).toEqual([
      "plan.enteredFromPaper.v1",
    ]);
  });

  it("会社の入口と申請の画面に、認定された申請として出る", async () => {
    const home = await listCompany(applicantOf(2), sampleNumber(2));
    expect(home).toMatchObject({
      ok: true,
      value: { certifications: [{ number: "20260410東北第12号" }] },
    });
    const opened = await openApplication(applicantOf(2), {
      companyKey: sampleNumber(2),
      applicationId: "K-2-v1",
    });
    expect(opened).toMatchObject({ ok: true, value: { application: { status: "certified" } } });
  });

  it("局の一覧と検索に出て、記録を開ける。申請の中身のない計画も開ける", async () => {
    const reviewer = await logIn(test, "tohoku-reviewer");
    const found = async (query: string) => {
      const listed = await listWork(reviewer, readListQuery(new URLSearchParams(query)).query);
      return listed.ok ? listed.value.items.map(({ id }) => id).toSorted() : listed;
    };
    expect(await found("status=certified")).toEqual(["K-1-v1", "K-1-v2", "K-2-v1", "K-3-v1"]);
    expect(await found(`q=${encodeURIComponent("20240410東北第3号")}`)).toEqual(["K-3-v1"]);
    for (const id of ["K-1-v2", "K-2-v1"]) expect(await openRecord(reviewer, id)).toMatchObject({ ok: true });
  });

  it("渡された PDF は発行されたものと答え、旧基盤の発行であることと、取消しを示す", async () => {
    const verified = async (path: string) =>
      verifyFile(
        test.context({ kind: "visitor" }),
        "192.0.2.9",
        (async function* () {
          yield await readFile(join(folder, path));
        })(),
      );
    expect(await verified("files/letters/K-1-2.pdf")).toMatchObject({
      ok: true,
      value: { kind: "valid", paper: { number: "20250610東北第7号", oldPlatform: true } },
    });
    expect(await verified("files/letters/K-3-1.pdf")).toMatchObject({
      ok: true,
      value: { kind: "revoked", revokedOn: "2025-10-01" },
    });
  });

  it("引き継いだ番号の系列は先へ進み、新しい認定の番号と重ならない", async () => {
    expect(
      rows("select series, last from number_series where series like 'certification:%' order by series"),
    ).toEqual([
      { series: "certification:meti-tohoku:2025", last: 9 },
      { series: "certification:meti-tohoku:2026", last: 7 },
      { series: "certification:meti-tohoku:2027", last: 12 },
    ]);
    expect((await certifiedPlan(test)).number).toMatch(/第13号$/u);
  });

  it("監査の鎖はつながり、取込みの始め・束・終わりが残る", async () => {
    expect(await verifyAuditChain(test.services.database)).toMatchObject({ broken: null });
    expect(
      rows("select distinct action from audit_entries where action like 'handOver.%' order by action"),
    ).toEqual([{ action: "handOver.finish" }, { action: "handOver.start" }, { action: "handOver.write" }]);
  });
});

describe("二度目の取込み", () => {
  const business = () =>
    ["companies", "accounts", "applications", "plans", "certifications", "issued_documents"].map(
      (table) => rows(`select count(*) as n from ${table}`)[0],
    );

  it("同じ一式は何も変えずに、前の結果を答える", async () => {
    const before = business();
    expect(await importFolder(test, folder)).toMatchObject({ ok: true, value: { repeated: true } });
    expect(business()).toEqual(before);
  });

  it("同じ計画の入った新しい一式は、もう入っている行として数え、違う内容の計画は断る", async () => {
    const sample = handOverSample();
    sample.plans[1] = {
      ...sample.plans[1],
      ended: { kind: "surrendered", on: "2026-08-01", reason: "辞退" },
    };
    const other = await writeSample(sample);
    const before = business();
    const imported = await importFolder(test, other);
    expect(imported).toMatchObject({
      ok: true,
      value: {
        run: {
          counts: {
            kinds: {
              companies: { given: 4, accepted: 0, known: 4, refused: 0 },
              plans: { given: 4, accepted: 0, known: 3, refused: 1 },
            },
          },
        },
      },
    });
    expect(rows("select code, file, line from hand_over_findings where code = 'existing'")).toEqual([
      { code: "existing", file: "plans.ndjson", line: 2 },
    ]);
    expect(business()).toEqual(before);
    await rm(other, { recursive: true });
  });

  it("誤りのある一式と、途中でないのに続けようとした取込みは、何も書かない", async () => {
    const sample = handOverSample();
    sample.companies.push({ ...sample.companies[0], key: sampleNumber(5) });
    const cut = await writeSample(sample, {
      spoil: (files) => {
        for (const file of files) if (file.kind === "plans") file.bytes = file.bytes.subarray(0, 30);
      },
    });
    const before = rows("select count(*) as n from hand_over_runs");
    expect(await importFolder(test, cut)).toMatchObject({ ok: false, error: { kind: "faults" } });
    sample.companies.push({ ...sample.companies[0], key: sampleNumber(6) });
    expect(await importFolder(test, await writeSample(sample), { resume: true })).toEqual({
      ok: false,
      error: { kind: "nothingToResume" },
    });
    expect(rows("select count(*) as n from hand_over_runs")).toEqual(before);
  });
});
