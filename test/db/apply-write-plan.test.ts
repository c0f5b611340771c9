/** 書込みの計画は、全部書くか、何も書かない。 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  applicationEvents,
  applications,
  applicationSections,
  auditEntries,
  companies,
  intents,
  numberSeries,
  outbox,
} from "#db/schema/index.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import {
  applicationRow,
  AT,
  audited,
  company,
  openTemporaryDatabase,
  planOf,
  type TemporaryDatabase,
} from "./temporary-database.ts";

let temporary: TemporaryDatabase;
const everything = () => {
  const { reader } = temporary.database;
  return {
    companies: reader.select().from(companies).all(),
    applications: reader.select().from(applications).all(),
    sections: reader.select().from(applicationSections).all(),
    events: reader.select().from(applicationEvents).all(),
    outbox: reader.select().from(outbox).all(),
    intents: reader.select().from(intents).all(),
    series: reader.select().from(numberSeries).all(),
    audit: reader.select().from(auditEntries).all(),
  };
};
const start = (id = "application-1") =>
  applyWritePlan(
    temporary.database,
    planOf({
      result: null,
      companies: [company],
      newApplications: [applicationRow(id)],
      audit: [audited("plan.draft")],
    }),
  );
const section = (version: number, name: string) => ({
  row: {
    applicationId: "application-1",
    section: "company",
    answers: { name },
    updatedBy: "account-1",
    updatedAt: AT,
  },
  expectedVersion: version,
});

beforeEach(() => {
  temporary = openTemporaryDatabase();
});
afterEach(() => temporary.close());

describe("一つの取引", () => {
  it("行、出来事、仕事、監査を一度に書く", async () => {
    await start();
    const outcome = await applyWritePlan(
      temporary.database,
      planOf({
        result: { done: true },
        changes: [{ id: "application-1", expectedVersion: 1, set: { status: "submitted", version: 2 } }],
        events: [
          {
            applicationId: "application-1",
            event: { type: "application.created.v1", data: { kind: "new" } },
          },
          { applicationId: "application-1", event: { type: "application.recalled.v1", data: {} } },
        ],
        outbox: [{ topic: "mail", key: "k-1", payload: { subject: "件名" } }],
        audit: [audited("plan.file")],
      }),
    );
    expect(outcome).toEqual({ kind: "applied", result: { done: true } });
    const written = everything();
    expect(written.applications).toEqual([expect.objectContaining({ status: "submitted", version: 2 })]);
    expect(written.events.map(({ sequence, type }) => [sequence, type])).toEqual([
      [1, "application.created.v1"],
      [2, "application.recalled.v1"],
    ]);
    expect(written.outbox).toEqual([
      expect.objectContaining({
        state: "waiting",
        attempts: 0,
        availableAt: AT,
        payload: { subject: "件名" },
      }),
    ]);
    expect(written.audit).toHaveLength(2);
  });

  it("一行でも入らなければ、番号も監査も含めて何も残らない", async () => {
    await start();
    const before = everything();
    await expect(
      applyWritePlan(
        temporary.database,
        planOf(
          ({ receipt }) => ({
            result: receipt,
            changes: [{ id: "application-1", expectedVersion: 1, set: { version: 2 } }],
            sections: [section(0, "書きかけ")],
            outbox: [
              { topic: "mail", key: "same", payload: {} },
              { topic: "mail", key: "same", payload: {} },
            ],
            audit: [audited("plan.file")],
          }),
          { draws: { receipt: "receipt:2026" }, intent: { action: "file", key: "1" } },
        ),
      ),
    ).rejects.toThrow();
    expect(everything()).toEqual(before);
  });
});

describe("版", () => {
  it("動いた申請への書込みは断られ、何も残らない", async () => {
    await start();
    const before = everything();
    const outcome = await applyWritePlan(
      temporary.database,
      planOf({
        result: null,
        sections: [section(0, "先に書いた区画")],
        changes: [{ id: "application-1", expectedVersion: 7, set: { status: "submitted", version: 8 } }],
        audit: [audited("plan.file")],
      }),
    );
    expect(outcome).toEqual({ kind: "stale", subject: "application", id: "application-1" });
    expect(
      await applyWritePlan(
        temporary.database,
        planOf(
          { result: null, audit: [] },
          { expects: { applications: [{ id: "application-1", version: 2 }] } },
        ),
      ),
    ).toEqual({ kind: "stale", subject: "application", id: "application-1" });
    expect(everything()).toMatchObject({ ...before, applications: [{ version: 1, status: "draft" }] });
  });

  it("区画は 0 から始まり、読んだ版からだけ一つ進む", async () => {
    await start();
    const save = (version: number, name: string) =>
      applyWritePlan(
        temporary.database,
        planOf({ result: null, sections: [section(version, name)], audit: [] }),
      );
    expect(await save(0, "一")).toMatchObject({ kind: "applied" });
    expect(await save(1, "二")).toMatchObject({ kind: "applied" });
    const before = everything();
    expect(await save(1, "遅れた人")).toEqual({ kind: "stale", subject: "section", id: "company" });
    expect(await save(0, "知らない人")).toEqual({ kind: "stale", subject: "section", id: "company" });
    expect(everything()).toEqual(before);
    expect(before.sections).toEqual([expect.objectContaining({ version: 2, answers: { name: "二" } })]);
  });

  it("無い区画の版は 0 として見張れる", async () => {
    await start();
    const expecting = (version: number) =>
      applyWritePlan(
        temporary.database,
        planOf(
          { result: null, audit: [] },
          { expects: { sections: [{ applicationId: "application-1", section: "funding", version }] } },
        ),
      );
    expect(await expecting(0)).toMatchObject({ kind: "applied" });
    expect(await expecting(1)).toEqual({ kind: "stale", subject: "section", id: "funding" });
  });
});

describe("意図の鍵", () => {
  const file = (key: string, result: string) =>
    applyWritePlan(
      temporary.database,
      planOf({ result, audit: [audited("plan.file")] }, { intent: { action: "file", key } }),
    );

  it("同じ意図の二度目は、最初の答えを返し、何も書かない", async () => {
    expect(await file("a:1", "最初")).toEqual({ kind: "applied", result: "最初" });
    const before = everything();
    expect(await file("a:1", "二度目")).toEqual({ kind: "repeated", result: "最初" });
    expect(everything()).toEqual(before);
    expect(await file("a:2", "別の意図")).toEqual({ kind: "applied", result: "別の意図" });
  });

  it("断られた意図は残らず、やり直せる", async () => {
    await start();
    const change = (expectedVersion: number) =>
      applyWritePlan(
        temporary.database,
        planOf(
          {
            result: "答え",
            changes: [{ id: "application-1", expectedVersion, set: { version: 2 } }],
            audit: [],
          },
          { intent: { action: "file", key: "a:1" } },
        ),
      );
    expect(await change(9)).toMatchObject({ kind: "stale" });
    expect(await change(1)).toEqual({ kind: "applied", result: "答え" });
  });
});

describe("番号", () => {
  const draw = (series: string, fail: boolean) =>
    applyWritePlan(
      temporary.database,
      planOf(
        ({ n }) => {
          if (fail) throw new Error("失敗");
          return { result: n, audit: [] };
        },
        { draws: { n: series } },
      ),
    ).then(
      (outcome) => (outcome.kind === "applied" ? outcome.result : null),
      () => null,
    );

  it("途中の計画が失敗しても、欠番も重複もない", async () => {
    const fails = [false, true, false, true, true, false, false, true, false];
    const drawn: (number | null | undefined)[] = [];
    for (const fail of fails) drawn.push(await draw("receipt:2026", fail));
    expect(drawn.filter((n) => n !== null)).toEqual([1, 2, 3, 4, 5]);
    expect(await draw("receipt:2027", false)).toBe(1);
  });

  it("二つの接続から交互に引いても、同じ番号は出ない", async () => {
    const other = temporary.connect();
    const drawFrom = async (database: typeof other) => {
      const outcome = await applyWritePlan(
        database,
        planOf(({ n }) => ({ result: n ?? 0, audit: [audited("draw")] }), { draws: { n: "receipt:2026" } }),
      );
      if (outcome.kind !== "applied") throw new Error(outcome.kind);
      return outcome.result;
    };
    const drawn = await Promise.all(
      Array.from({ length: 40 }, (_, index) => drawFrom(index % 2 === 0 ? temporary.database : other)),
    );
    expect(drawn.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });
});
