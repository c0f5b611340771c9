/** 公表した一月分を、CSV 又は JSON で少しずつ出す。 */
import { createHash } from "node:crypto";
import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { SheetRow, SheetWriters } from "#app/adapters/spreadsheet/spreadsheet-port.ts";
import { PUBLICATION_FORMAT, PUBLICATION_TERMS } from "#app/domain/publication/open-data.ts";
import {
  type ListedPlan,
  publishedColumns,
  publishedRecord,
} from "#app/domain/publication/published-plan.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { countPublished, editionsOfMonth, endedAfterwards } from "#db/queries/publications.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { listedPlans, type Publication, type PublicationChoice, publicationOf } from "./read-publication.server.ts"; // prettier-ignore

export type PublicationFormat = "csv" | "json";

export type PublicationFile = {
  /** 中身の印。中身が同じ間は変わらない。 */
  readonly tag: string;
  /** 読み始めるまで、行は読まない。 */
  readonly bytes: () => AsyncIterable<Uint8Array>;
};

/** 続けて読む行数。 */
const CHUNK = 500;

/** @returns 公表していない月は notFound */
export function exportPublication(
  context: UseCaseContext,
  writers: SheetWriters,
  input: { readonly month: string; readonly choice: PublicationChoice; readonly format: PublicationFormat },
): Result<PublicationFile, Refusal> {
  const { reader } = context.database;
  const { month, choice, format } = input;
  const publication = publicationOf(editionsOfMonth(reader, month));
  if (publication === null) return refuse({ kind: "notFound" });
  const filter = { month, edition: publication.edition, ...choice };
  const later = endedAfterwards(reader, month, publication.edition);
  // 版の行は変わらないので、版と条件と、後からの終わり方で中身が決まる。
  const tag = createHash("sha256")
    .update(JSON.stringify([PUBLICATION_FORMAT, PUBLICATION_TERMS, format, filter, later]))
    .digest("base64url")
    .slice(0, 27);
  return ok({
    tag,
    bytes: () =>
      format === "csv" ? writers.csv(sheetRows(plans())) : jsonBytes(publication, countPublished(reader, filter), plans()), // prettier-ignore
  });

  async function* plans(): AsyncGenerator<readonly ListedPlan[]> {
    let after = 0;
    while (true) {
      const rows = listedPlans(reader, filter, after, CHUNK);
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows.map(({ plan }) => plan);
      after = last.position;
      // ほかの画面の順番を待たせない。
      await yieldToOthers();
    }
  }
}

async function* sheetRows(plans: AsyncIterable<readonly ListedPlan[]>): AsyncGenerator<readonly SheetRow[]> {
  yield [publishedColumns.map(({ label }) => label)];
  for await (const chunk of plans)
    yield chunk.map((plan) => publishedColumns.map(({ value }) => value(plan)));
}

async function* jsonBytes(
  { month, edition, publishedOn, corrections }: Publication,
  total: number,
  plans: AsyncIterable<readonly ListedPlan[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const head = JSON.stringify({
    format: PUBLICATION_FORMAT,
    month,
    edition,
    publishedOn,
    terms: PUBLICATION_TERMS,
    corrections: corrections.map((one) => ({
      edition: one.edition,
      on: one.publishedOn,
      reason: one.reason,
    })),
    total,
  });
  yield encoder.encode(`${head.slice(0, -1)},"plans":[`);
  let comma = "\n";
  for await (const chunk of plans) {
    yield encoder.encode(comma + chunk.map((plan) => JSON.stringify(publishedRecord(plan))).join(",\n"));
    comma = ",\n";
  }
  yield encoder.encode("\n]}\n");
}
