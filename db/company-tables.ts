/** 会社の鍵（company_key）を持つ表。追記だけの表は、書いた時の会社の鍵のまま変わらない。 */
import { is, sql } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Connection, Transaction } from "./client.ts";
import * as schema from "./schema/index.ts";

const keyed: readonly string[] = Object.values(schema)
  .filter((one) => is(one, SQLiteTable))
  .map((one) => getTableConfig(one))
  .filter(({ columns }) => columns.some(({ name }) => name === "company_key"))
  .map(({ name }) => name);

/** いまの会社の鍵を持つ表の名前。書換えを拒む引き金のある表は入らない。 */
export function currentCompanyTables(reader: Connection | Transaction): readonly string[] {
  const frozen = new Set(
    reader
      .all<{ name: string }>(
        sql`select tbl_name as name from sqlite_master where type = 'trigger' and name = tbl_name || '_no_update'`,
      )
      .map(({ name }) => name),
  );
  return keyed.filter((name) => !frozen.has(name));
}
