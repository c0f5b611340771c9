/** 局の文例の読み出し。 */
import { asc, eq, inArray } from "drizzle-orm";
import type { Database } from "../client.ts";
import { textBlocks } from "../schema/index.ts";

export type TextBlockRow = typeof textBlocks.$inferSelect;

/** その局（又は局々）の文例。題の順。 */
export async function textBlocksOf(
  database: Database,
  offices: readonly string[],
): Promise<readonly TextBlockRow[]> {
  return database.reader
    .select()
    .from(textBlocks)
    .where(inArray(textBlocks.officeCode, [...offices]))
    .orderBy(asc(textBlocks.officeCode), asc(textBlocks.title), asc(textBlocks.id))
    .all();
}

export async function textBlock(database: Database, id: string): Promise<TextBlockRow | undefined> {
  return database.reader.select().from(textBlocks).where(eq(textBlocks.id, id)).get();
}
