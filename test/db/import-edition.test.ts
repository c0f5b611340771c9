/** 規則集の取込み。データベースを通した版は、ファイルから組み立てた版と同じ答えをする。 */
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Edition } from "#app/domain/rulebook/edition.ts";
import { routePlan } from "#app/domain/routing/route.ts";
import { createRulebookLibrary } from "#db/queries/load-rulebook.ts";
import { importEdition } from "#db/repositories/import-edition.ts";
import { auditEntries, rulebookEditions, rulebookFacts } from "#db/schema/index.ts";
import { parsed, rulebook } from "#test/domain/rulebook/first-edition.ts";
import { AT, openTemporaryDatabase, type TemporaryDatabase } from "./temporary-database.ts";

let temporary: TemporaryDatabase;
const importFiles = (editionId: string, sourceHash: string, edition: Edition = parsed.edition) =>
  importEdition(temporary.database, {
    editionId,
    edition,
    tables: parsed.tables,
    sourceHash,
    actor: { id: "system:import", name: "システム", role: "system" },
    at: AT,
    requestId: "request-1",
  });

beforeAll(() => {
  temporary = openTemporaryDatabase();
  expect(importFiles("edition-1", "hash-1")).toEqual({ kind: "imported", editionId: "edition-1" });
});
afterAll(() => temporary.close());

describe("取り込んだ版", () => {
  it("全部の行が入り、公布したことが監査に残る", () => {
    const facts = temporary.database.reader.select().from(rulebookFacts).all();
    const rows = Object.values(parsed.tables).reduce((total, table) => total + table.length, 0);
    expect(facts).toHaveLength(rows);
    expect(temporary.database.reader.select().from(auditEntries).all()).toEqual([
      expect.objectContaining({
        action: "rulebook.publish",
        subjectId: "edition-1",
        details: expect.objectContaining({ facts: rows }) as unknown,
      }),
    ]);
  });

  it("読み戻した版は、ファイルから組み立てた版と等しい", () => {
    const { rulebook: stored } = createRulebookLibrary(temporary.database).edition("edition-1");
    expect(stored).toEqual(rulebook);
  });

  it("どの細分類の標本も、同じ提出先に行く", () => {
    const { rulebook: stored } = createRulebookLibrary(temporary.database).edition("edition-1");
    const prefectures = [...rulebook.prefectures.keys()];
    for (const revision of [13, 14] as const)
      for (const [index, industry] of [...rulebook.industries[revision].byCode.keys()].entries()) {
        const prefecture = prefectures[index % prefectures.length] ?? "";
        const query = { revision, industry, prefecture, on: "2026-12-01" };
        expect(routePlan(stored, query)).toEqual(routePlan(rulebook, query));
      }
  });

  it("同じ一式をもう一度取り込んでも、増えない", () => {
    const before = temporary.database.reader.select().from(rulebookFacts).all().length;
    expect(importFiles("edition-2", "hash-1")).toEqual({ kind: "present", editionId: "edition-1" });
    expect(temporary.database.reader.select().from(rulebookFacts).all()).toHaveLength(before);
    expect(temporary.database.reader.select().from(rulebookEditions).all()).toHaveLength(1);
  });

  it("別の一式は、公布した版があれば入れない。次の版は二人で公布する", () => {
    const next = { ...parsed.edition, effectiveFrom: "2027-04-01" };
    expect(importFiles("edition-3", "hash-3", next)).toEqual({ kind: "occupied", editionId: "edition-1" });
    expect(temporary.database.reader.select().from(rulebookEditions).all()).toHaveLength(1);
  });
});

describe("日付で選ぶ版", () => {
  it("施行の日から、その版になる。施行前の日には前の版、最初の施行前には版がない", () => {
    temporary.database.transact((tx) => {
      const at = { createdAt: AT, publishedAt: AT };
      const next = {
        id: "edition-next",
        label: "次の版",
        effectiveFrom: "2027-04-01",
        sourceHash: "hash-next",
      };
      tx.insert(rulebookEditions)
        .values({ ...next, ...at, status: "draft" })
        .run();
      tx.run(sql`
        insert into rulebook_facts (edition_id, fact_id, table_name, key, position, body, certainty, source)
        select 'edition-next', fact_id, table_name, key, position, body, certainty, source
        from rulebook_facts where edition_id = 'edition-1'`);
      tx.update(rulebookEditions).set({ status: "published" }).where(eq(rulebookEditions.id, next.id)).run();
    });
    const library = createRulebookLibrary(temporary.database);
    expect(library.on("2026-03-31")).toBeNull();
    expect(library.on("2026-04-01")?.editionId).toBe("edition-1");
    expect(library.on("2027-03-31")?.editionId).toBe("edition-1");
    expect(library.on("2027-04-01")?.editionId).toBe("edition-next");
  });

  it("無い版を名指しするのは不変条件の破れ", () => {
    expect(() => createRulebookLibrary(temporary.database).edition("no-such")).toThrow("no-such");
  });
});
