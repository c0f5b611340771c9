/**
 * 列の部品。方言（SQLite / PostgreSQL）ごとの違いはこの一枚だけに置く。
 * 瞬間は UTC の ISO 文字列、日は YYYY-MM-DD、金額は整数。
 */
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export { index, primaryKey, uniqueIndex } from "drizzle-orm/sqlite-core";

export const table = sqliteTable;
export const identifier = (name: string) => text(name);
export const words = (name: string) => text(name);
/** 2026-12-05T01:02:03.456Z */
export const instant = (name: string) => text(name);
/** YYYY-MM-DD */
export const civilDate = (name: string) => text(name);
export const count = (name: string) => integer(name);
export const flag = (name: string) => integer(name, { mode: "boolean" });
export const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();
/** 挿入順に増える番号。 */
export const sequence = (name: string) => integer(name).primaryKey({ autoIncrement: true });
