/** 審査の一覧の行、件数、検索の索引。架空の計画を入れた本物のデータベースで確かめる。 */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { planSearchTexts } from "#app/domain/plan/search-text.ts";
import { searchWords } from "#app/domain/text/search-grams.ts";
import { foldForSearch } from "#app/domain/text/width.ts";
import { everyListing, type ListingFilter } from "#db/queries/listing-filter.ts";
import { type ListingKey, listingNumbers, type ListingOrder } from "#db/queries/listing-numbers.ts";
import { countListings, keyOf, listingPage, statusCounts } from "#db/queries/listings.ts";
import { fillDueDays, fillListings } from "#db/repositories/fill-listings.ts";
import { applicationListings, applications, submissions } from "#db/schema/index.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { createTestClock } from "#test/support/test-clock.ts";
import { loadPlans } from "../../scripts/demonstration/generated/load-plans.ts";
import { createRandom } from "../../scripts/demonstration/generated/random.ts";

const PLANS = 300;
let test: TestServices;
/** 一覧の番号 → 畳んだ、探せる文。LIKE で探す側。 */
let texts: ReadonlyMap<number, string>;

beforeAll(async () => {
  test = await startTestServices({ clock: createTestClock("2026-12-01T01:00:00.000Z") });
  expect(await loadPlans(test.services, { plans: PLANS, seed: 3 })).toEqual({ ok: true, value: PLANS });
  texts = foldedTexts();
  test.services.database.transact((tx) => {
    tx.run(sql`create table folded_texts (number integer primary key, office text, body text)`);
    const offices = new Map(listings().map(({ number, officeCode }) => [number, officeCode]));
    for (const [number, body] of texts)
      tx.run(sql`insert into folded_texts values (${number}, ${offices.get(number)}, ${body})`);
  });
}, 180_000);
afterAll(() => test.close());

const reader = () => test.services.database.reader;
const listings = () => reader().select().from(applicationListings).all();

function foldedTexts(): ReadonlyMap<number, string> {
  const latest = new Map<string, RawAnswers>(
    reader()
      .select()
      .from(submissions)
      .orderBy(submissions.sequence)
      .all()
      .map((row) => [row.applicationId, row.answers]),
  );
  return new Map(
    listings().map((row) => [
      row.number,
      foldForSearch(
        [
          row.companyName,
          row.receiptNumber,
          row.companyKey,
          row.documentNumber,
          ...planSearchTexts(latest.get(row.applicationId) ?? {}),
        ].join(" "),
      ),
    ]),
  );
}

const filed: ListingOrder = { sort: "filed", direction: "desc" };
const everything = { after: null, limit: 1_000 };
const numbers = (filter: Partial<ListingFilter>, order: ListingOrder = filed): readonly number[] =>
  listingPage(reader(), { ...everyListing, ...filter }, order, everything).map(({ number }) => number);

/** 畳んだ文への LIKE。語のどれもが続けて出る文だけ。 */
function likeNumbers(words: readonly string[], office: string | null): readonly number[] {
  const escaped = (word: string) => `%${word.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
  const conditions = words.map((word) => sql`body like ${escaped(word)} escape '\\'`);
  const place = office === null ? sql`true` : sql`office = ${office}`;
  return reader()
    .all<{ number: number }>(
      sql`select number from folded_texts where ${place} and ${sql.join(conditions, sql` and `)} order by number desc`,
    )
    .map(({ number }) => number);
}

describe("検索", () => {
  it("計画の文からでたらめに切り取った 1,000 の言葉で、当たる申請が LIKE と同じ", () => {
    const random = createRandom(20261201);
    const sources = [...texts.values()];
    const offices = [null, ...new Set(listings().map(({ officeCode }) => officeCode))];
    for (let index = 0; index < 1_000; index += 1) {
      const characters = Array.from(random.pick(sources));
      const length = random.pick([1, 2, 2, 3, 5, 5, 8, 20]);
      const from = random.integer(0, Math.max(0, characters.length - length));
      const words = searchWords(characters.slice(from, from + length).join(""));
      if (words.length === 0) continue;
      const office = random.pick(offices);
      const found = numbers({ words, offices: office === null ? null : [office] });
      expect(found, words.join(" ")).toEqual(likeNumbers(words, office));
    }
  });

  it.each([
    ["100%", "LIKE の記号はただの文字"],
    ["_", "LIKE の記号はただの文字"],
    ['"', "引用符"],
    ["OR", "式の言葉はただの文字"],
    ["NEAR(検査 導入)", "式の言葉はただの文字"],
    ["grams:検査", "列の名前はただの文字"],
    ["検査*", "前方一致の記号はただの文字"],
    ["|||", "索引の区切りには当たらない"],
    ["office:meti-kanto", "局の語には当たらない"],
  ])("%s（%s）でも誤りにならず、LIKE と同じ", (text) => {
    const words = searchWords(text);
    expect(numbers({ words })).toEqual(likeNumbers(words, null));
  });

  it.each([
    ["髙橋", "高橋"],
    ["﨑", "崎"],
    ["𠮷", "吉"],
    ["ｶｲｾﾞﾝ", "かいぜん"],
    ["ＰＯＳレジ", "posれじ"],
    ["經營", "経営"],
  ])("%s と %s は同じ言葉として探す", (a, b) => {
    expect(searchWords(a)).toEqual(searchWords(b));
  });

  it.each(["company", "started", "due", "updated"] as const)(
    "%s の順は、並べ替えても索引をたどっても、どの頁も同じ",
    (sort) => {
      const read = (reading: "gather" | "walk", filter: Partial<ListingFilter>, after: ListingKey | null) =>
        reader()
          .all<{ number: number }>(
            listingNumbers(
              { ...everyListing, ...filter },
              { sort, direction: "asc" },
              { after, limit: 40 },
              reading,
            ),
          )
          .map(({ number }) => number);
      for (const text of ["導入", "設備 改善", "青葉", "どこにもない言葉"])
        for (const statuses of [[], ["certified"]] as const) {
          const filter = { words: searchWords(text), statuses };
          const first = read("gather", filter, null);
          expect(read("walk", filter, null)).toEqual(first);
          const last = listings().find(({ number }) => number === first.at(-1));
          if (last === undefined) continue;
          const after = keyOf(last, { sort, direction: "asc" });
          expect(read("walk", filter, after)).toEqual(read("gather", filter, after));
        }
    },
  );

  it("見てよい局の申請だけが当たる", () => {
    const office = listings()[0]?.officeCode ?? "";
    const words = searchWords("導入");
    const rows = listingPage(reader(), { ...everyListing, words, offices: [office] }, filed, everything);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ officeCode }) => officeCode))).toEqual(new Set([office]));
    expect(numbers({ words, offices: [] })).toEqual([]);
  });
});

describe("一覧の行", () => {
  it("局の目に触れる申請の全部にあり、申請の行と食い違わない", () => {
    const rows = new Map(listings().map((row) => [row.applicationId, row]));
    const shown = reader()
      .select()
      .from(applications)
      .all()
      .filter(({ status }) => status !== "draft");
    expect(rows.size).toBe(shown.length);
    for (const row of shown)
      expect(rows.get(row.id)).toMatchObject({
        status: row.status,
        version: row.version,
        officeCode: row.officeCode,
        receiptNumber: row.receiptNumber,
        assigneeId: row.assigneeId ?? "",
      });
  });

  it("番号は届いた順", () => {
    const rows = listings().toSorted((a, b) => a.number - b.number);
    expect(rows.map(({ filedOn }) => filedOn)).toEqual(rows.map(({ filedOn }) => filedOn).toSorted());
  });

  it("状態ごとの件数は、数え直した件数と同じ", () => {
    const counted = statusCounts(reader(), null);
    for (const [status, total] of counted)
      expect(total).toBe(listings().filter((row) => row.status === status).length);
    expect([...counted.values()].reduce((sum, one) => sum + one, 0)).toBe(listings().length);
  });

  it.each(["filed", "company", "started", "due", "updated"] as const)(
    "%s の順に 7 件ずつ送っても、抜けも重なりもない",
    (sort) => {
      for (const direction of ["asc", "desc"] as const) {
        const order = { sort, direction };
        const whole = numbers({}, order);
        const seen: number[] = [];
        for (let after = null as ReturnType<typeof keyOf> | null; ;) {
          const page = listingPage(reader(), everyListing, order, { after, limit: 7 });
          seen.push(...page.map(({ number }) => number));
          const last = page.at(-1);
          if (last === undefined) break;
          after = keyOf(last, order);
        }
        expect(seen).toEqual(whole);
        expect(new Set(seen).size).toBe(listings().length);
      }
    },
  );

  it("数え上げは上限の次で止まる", () => {
    expect(countListings(reader(), everyListing, 10)).toBe(11);
    expect(countListings(reader(), everyListing, null)).toBe(listings().length);
  });

  it("行が失われていても、起動のときに同じ行を作り直す", () => {
    const before = listings().map(({ number: _number, ...row }) => row);
    const search = (word: string) => new Set(numbers({ words: searchWords(word) })).size;
    const found = search("導入");
    test.services.database.transact((tx) => {
      tx.run(sql`delete from application_listings`);
      tx.run(sql`delete from application_search`);
      tx.run(sql`delete from listing_counts`);
    });
    expect(fillListings(test.services.database)).toBe(before.length);
    const byId = <T extends { readonly applicationId: string }>(rows: readonly T[]) =>
      rows.toSorted((a, b) => (a.applicationId < b.applicationId ? -1 : 1));
    expect(byId(listings().map(({ number: _number, ...row }) => row))).toEqual(byId(before));
    expect(search("導入")).toBe(found);
  });

  it("時計の値がまだない行は、起動のときに数えて、書いたときと同じ値になる", () => {
    const clocks = () =>
      listings().map(({ number, dueOn, stoppedOn, stoppedDays }) => [number, dueOn, stoppedOn, stoppedDays]);
    const before = clocks();
    expect(new Set(before.map(([, dueOn]) => dueOn)).size).toBeGreaterThan(3);
    test.services.database.transact((tx) =>
      tx.run(sql`update application_listings set due_on = '', stopped_on = '', stopped_days = 0`),
    );
    expect(fillDueDays(test.services.database)).toBe(before.length);
    expect(clocks()).toEqual(before);
    expect(fillDueDays(test.services.database)).toBe(0);
  });
});
