/** 接続の約束: 答えた書込みは残り、壊れた参照は入らず、読取りの接続は書けない。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "drizzle-orm";
import { applications, companies } from "#db/schema/index.ts";
import { migrateDatabase, sourceMigrations } from "#db/migrate.ts";
import {
  applicationRow,
  company,
  openTemporaryDatabase,
  type TemporaryDatabase,
} from "./temporary-database.ts";

describe("データベースの接続", () => {
  let temporary: TemporaryDatabase;
  beforeAll(() => {
    temporary = openTemporaryDatabase();
  });
  afterAll(() => temporary.close());

  it.each([
    ["journal_mode", "wal"],
    ["synchronous", 2],
    ["foreign_keys", 1],
    ["busy_timeout", 10_000],
  ])("書込みの接続の %s は %s", (pragma, value) => {
    expect(temporary.database.raw.pragma(pragma, { simple: true })).toBe(value);
  });

  it("無い会社の申請は入らない", () => {
    expect(() =>
      temporary.database.transact((tx) => {
        tx.insert(applications).values(applicationRow("orphan")).run();
      }),
    ).toThrow(/insert into "applications"|FOREIGN KEY/u);
    expect(temporary.database.reader.select().from(applications).all()).toEqual([]);
  });

  it("読取りの接続では書けない", () => {
    expect(() => temporary.database.reader.insert(companies).values(company).run()).toThrow();
    expect(temporary.database.reader.get(sql`select count(*) as total from companies`)).toEqual({ total: 0 });
  });

  it("取引の途中で投げれば、何も残らない", () => {
    expect(() =>
      temporary.database.transact((tx) => {
        tx.insert(companies).values(company).run();
        throw new Error("途中");
      }),
    ).toThrow("途中");
    expect(temporary.database.reader.select().from(companies).all()).toEqual([]);
  });

  it("同じ文を使い回しても、並びで読む人と名前で読む人が混ざらない", () => {
    const { raw } = temporary.database;
    const statement = "select 1 as one, 2 as two";
    expect(raw.prepare(statement).raw().get()).toEqual([1, 2]);
    expect(raw.prepare(statement).get()).toEqual({ one: 1, two: 2 });
    const open = raw.prepare(statement).iterate();
    expect(open.next().value).toEqual({ one: 1, two: 2 });
    expect(raw.prepare(statement).get(), "繰り返しの途中でも、別の人は読める").toEqual({ one: 1, two: 2 });
    open.return?.();
  });

  it("失われてもよい書込みも、ほかの接続からすぐに見え、途中で投げれば残らない", () => {
    temporary.database.transactTransient((tx) => tx.insert(companies).values(company).run());
    expect(temporary.database.reader.select().from(companies).all()).toHaveLength(1);
    expect(() =>
      temporary.database.transactTransient((tx) => {
        tx.delete(companies).run();
        throw new Error("途中");
      }),
    ).toThrow("途中");
    expect(temporary.database.reader.select().from(companies).all()).toHaveLength(1);
  });

  it("移行は二度行っても変わらない", () => {
    const schema = () =>
      temporary.database.raw.prepare("select type, name, sql from sqlite_master order by name").all();
    const before = schema();
    migrateDatabase(temporary.file, sourceMigrations);
    expect(schema()).toEqual(before);
  });
});
