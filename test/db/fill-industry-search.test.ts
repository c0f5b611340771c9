/** 業種の読みと呼び名の表ができる前に入れた版: 起動の時に補い、ほかの行は変えず、公布済みの版は守られたまま。 */
import { dirname, join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "#app/config.server.ts";
import { searchIndustries } from "#app/domain/industry/search-industries.ts";
import { ensureRulebook } from "#app/import-rulebook-folder.server.ts";
import { createServices } from "#app/services.server.ts";
import type { RulebookTableRows } from "#app/domain/rulebook/tables.ts";
import { createRulebookLibrary } from "#db/queries/load-rulebook.ts";
import { editionsWithoutSearch, fillIndustrySearch } from "#db/repositories/fill-industry-search.ts";
import { importEdition } from "#db/repositories/import-edition.ts";
import { auditEntries, rulebookFacts } from "#db/schema/index.ts";
import { createTestClock } from "#test/support/test-clock.ts";
import { parsed, rulebook } from "#test/domain/rulebook/first-edition.ts";
import { AT, openTemporaryDatabase, type TemporaryDatabase } from "./temporary-database.ts";

const system = { id: "system:setup", name: "システム", role: "system" };
const stamp = { actor: system, at: AT, requestId: "setup" };
let temporary: TemporaryDatabase;

const importOld = (tables: RulebookTableRows) =>
  importEdition(temporary.database, {
    editionId: "edition-1",
    edition: parsed.edition,
    tables,
    sourceHash: "hash-1",
    ...stamp,
  });
const fill = () => fillIndustrySearch(temporary.database, { tables: parsed.tables, ...stamp });
const factsOf = () =>
  temporary.database.reader.select().from(rulebookFacts).orderBy(rulebookFacts.factId).all();
const found = (words: string) =>
  searchIndustries(createRulebookLibrary(temporary.database).edition("edition-1").rulebook, 14, words, 5).map(
    ({ code }) => code,
  );

beforeEach(() => {
  temporary = openTemporaryDatabase();
});
afterEach(() => temporary.close());

const old: RulebookTableRows = { ...parsed.tables, industryReadings: [], industryWords: [] };

describe("読みと呼び名のない、公布済みの版", () => {
  beforeEach(() => void importOld(old));

  it("補うと、読みでも呼び名でも探せ、ファイルから入れた版と同じ規則集になる", () => {
    expect(found("とこや")).toEqual([]);
    expect(fill()).toEqual(["edition-1"]);
    expect(found("とこや")).toEqual(searchIndustries(rulebook, 14, "とこや", 5).map(({ code }) => code));
    expect(found("とこや")).not.toEqual([]);
    const stored = createRulebookLibrary(temporary.database).edition("edition-1").rulebook;
    expect(stored.industries).toEqual(rulebook.industries);
  });

  it("起動すれば、規則集のフォルダーから補ってから案内を始める", async () => {
    const dataDir = dirname(temporary.file);
    const services = createServices(
      readConfig({ NODE_ENV: "test", DATA_DIR: dataDir, LOG_LEVEL: "silent" }),
      {
        origin: "http://localhost:3000",
        pdfWorker: null,
        editionWorker: null,
        clock: createTestClock(AT),
      },
    );
    await ensureRulebook(services, join(import.meta.dirname, "../../db/rulebook"));
    const loaded = services.rulebooks.on("2026-12-01");
    expect(loaded?.editionId).toBe("edition-1");
    expect(loaded?.rulebook.industries).toEqual(rulebook.industries);
    await services.close();
  });

  it("ほかの行は変わらず、補ったことが監査に残り、二度目は何もしない", () => {
    const before = factsOf();
    fill();
    const added = new Set(["industryReadings", "industryWords"]);
    expect(factsOf().filter(({ tableName }) => !added.has(tableName))).toEqual(before);
    expect(fill()).toEqual([]);
    expect(editionsWithoutSearch(temporary.database.reader)).toEqual([]);
    const rows = parsed.tables.industryReadings.length + parsed.tables.industryWords.length;
    expect(
      temporary.database.reader
        .select({ details: auditEntries.details })
        .from(auditEntries)
        .where(eq(auditEntries.action, "rulebook.fillSearch"))
        .all(),
    ).toEqual([{ details: { facts: rows } }]);
  });

  it("補った後も、公布済みの版には足せず、変えられず、消せない", () => {
    fill();
    const [fact] = factsOf();
    if (fact === undefined) throw new Error("行がありません。");
    const { database } = temporary;
    for (const write of [
      () =>
        database.transact((tx) =>
          tx
            .insert(rulebookFacts)
            .values({ ...fact, factId: "new" })
            .run(),
        ),
      () => database.transact((tx) => tx.update(rulebookFacts).set({ source: "別" }).run()),
      () => database.transact((tx) => tx.delete(rulebookFacts).run()),
    ])
      expect(write).toThrow(/published edition never changes/u);
  });
});

it("版の分類にない業種を指す呼び名は入れず、版は組み立てられるまま", () => {
  const [word] = parsed.tables.industryWords.filter(({ revision }) => revision === null);
  if (word === undefined) throw new Error("呼び名がありません。");
  importOld(old);
  const unknown = { ...word, word: "無い業種の呼び名", codes: ["9998"] };
  fillIndustrySearch(temporary.database, {
    tables: { ...parsed.tables, industryWords: [unknown, word] },
    ...stamp,
  });
  expect(found("無い業種の呼び名")).toEqual([]);
  expect(found(word.word)).not.toEqual([]);
});

it("読みのある版には、何も足さない", () => {
  importOld(parsed.tables);
  const before = factsOf();
  expect(fill()).toEqual([]);
  expect(factsOf()).toEqual(before);
});
