/** 監査の鎖。書き換え、抜取り、入替え、末尾の切取りを見つける。 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import fc from "fast-check";
import { CHAIN_START, chainHash, firstBreak } from "#db/audit-chain.ts";
import { verifyAuditChain } from "#db/queries/verify-audit-chain.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { AT, openTemporaryDatabase, planOf, type TemporaryDatabase } from "./temporary-database.ts";

let temporary: TemporaryDatabase;
beforeEach(async () => {
  temporary = openTemporaryDatabase();
  for (let n = 1; n <= 7; n += 1)
    await applyWritePlan(
      temporary.database,
      planOf({
        result: null,
        audit: [
          {
            action: "plan.draft",
            subjectKind: "applicationSection",
            subjectId: `a/${n}`,
            details: { n, name: "𠮷川" },
          },
          {
            action: "plan.file",
            subjectKind: "application",
            subjectId: "a",
            details: { list: [1, null, { b: 1, a: 2 }] },
          },
        ],
      }),
    );
});
afterEach(() => temporary.close());

/** 番人を外して、データベースを直に書き換える人。 */
const tamper = (statement: string): void => {
  temporary.database.raw.exec("drop trigger audit_entries_no_update; drop trigger audit_entries_no_delete;");
  temporary.database.raw.exec(statement);
};

describe("鎖の検査", () => {
  it("手を触れていない鎖は、一度に読む行の数に依らず、切れていない", async () => {
    const whole = await verifyAuditChain(temporary.database);
    expect(whole).toMatchObject({ rows: 14, head: { sequence: 14 }, broken: null });
    expect(await verifyAuditChain(temporary.database, { pageSize: 3 })).toEqual(whole);
  });

  it.each([
    ["中身の書換え", `update audit_entries set details = '{"n":99}' where sequence = 5`, 5, "content"],
    ["行為者の書換え", `update audit_entries set actor_name = '別の人' where sequence = 9`, 9, "content"],
    [
      "時刻の書換え",
      `update audit_entries set at = '2026-11-30T00:00:00.000Z' where sequence = 1`,
      1,
      "content",
    ],
    ["途中の行の抜取り", "delete from audit_entries where sequence = 6", 7, "link"],
    ["先頭の行の抜取り", "delete from audit_entries where sequence = 1", 2, "link"],
    [
      "二つの行の入替え",
      `update audit_entries set sequence = 100 where sequence = 3;
       update audit_entries set sequence = 3 where sequence = 4;
       update audit_entries set sequence = 4 where sequence = 100;`,
      3,
      "link",
    ],
  ])("%sが見つかる", async (_name, statement, sequence, reason) => {
    tamper(statement);
    const report = await verifyAuditChain(temporary.database, { pageSize: 4 });
    expect(report.broken).toEqual({ sequence, reason });
  });

  it("末尾の切取りは、控えた一点と比べれば分かる", async () => {
    const { head } = await verifyAuditChain(temporary.database);
    if (head === null) throw new Error("空の鎖");
    await applyWritePlan(
      temporary.database,
      planOf({ result: null, audit: [{ action: "x", subjectKind: "y", subjectId: "z", details: {} }] }),
    );
    expect((await verifyAuditChain(temporary.database, { anchor: head })).broken).toBeNull();
    tamper("delete from audit_entries where sequence >= 13");
    expect((await verifyAuditChain(temporary.database)).broken).toBeNull();
    expect((await verifyAuditChain(temporary.database, { anchor: head })).broken).toEqual({
      sequence: 14,
      reason: "anchor",
    });
  });

  it("空の鎖は切れていない", async () => {
    const empty = openTemporaryDatabase();
    expect(await verifyAuditChain(empty.database)).toEqual({ rows: 0, head: null, broken: null });
    empty.close();
  });
});

describe("行のハッシュ", () => {
  const row = (details: Readonly<Record<string, unknown>>) => ({
    at: AT,
    actorId: "a",
    actorName: "髙橋 健一",
    actorRole: "applicant:prime",
    action: "plan.draft",
    subjectKind: "application",
    subjectId: "1",
    details,
    requestId: "r",
    previousHash: CHAIN_START,
  });

  it("JSON として保存して読み直しても変わらない", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (details) => {
        const stored = JSON.parse(JSON.stringify(details)) as Record<string, unknown>;
        expect(chainHash(row(stored))).toBe(chainHash(row(details)));
      }),
    );
  });

  it("鍵の順には依らず、値が違えば違う", () => {
    expect(chainHash(row({ a: 1, b: 2 }))).toBe(chainHash(row({ b: 2, a: 1 })));
    expect(chainHash(row({ a: 1, b: 2 }))).not.toBe(chainHash(row({ a: 2, b: 1 })));
    expect(chainHash(row({ a: [1, 2] }))).not.toBe(chainHash(row({ a: [2, 1] })));
  });

  it("途中から調べるときは、直前の行のハッシュから続ける", () => {
    const first = row({ n: 1 });
    const second = { ...row({ n: 2 }), previousHash: chainHash(first) };
    const stored = { ...second, sequence: 2, hash: chainHash(second) };
    expect(firstBreak([stored], chainHash(first))).toBeNull();
    expect(firstBreak([stored], CHAIN_START)).toEqual({ sequence: 2, reason: "link" });
  });
});
