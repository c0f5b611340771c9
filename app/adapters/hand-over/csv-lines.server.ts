/** CSV の行。見出しの名前 → 文字にする。引用符の閉じないまま終わったファイルは、途中で切れている。 */
import { Readable } from "node:stream";
import { CsvError, type Info, parse } from "csv-parse";
import type { SourceLine } from "./hand-over-port.ts";

type Parsed = { readonly record: readonly string[]; readonly info: Info };

const AT_ONCE = 200;

export async function* csvLines(text: AsyncIterable<string>): AsyncGenerator<readonly SourceLine[]> {
  const input = Readable.from(text, { objectMode: false, encoding: "utf8" });
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 8_000_000,
  });
  input.on("error", (error) => parser.destroy(error));
  let header: readonly string[] | null = null;
  let lines: SourceLine[] = [];
  try {
    for await (const next of input.pipe(parser) as AsyncIterable<Parsed>) {
      if (header === null) header = next.record;
      else lines.push(lineOf(header, next));
      if (lines.length < AT_ONCE) continue;
      yield lines;
      lines = [];
    }
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const cut = thrown.code === "CSV_QUOTE_NOT_CLOSED";
    lines.push({
      kind: "unreadable",
      line: Number(thrown["lines"] ?? 0),
      cut,
      reason: cut ? "最後の行が途中で切れています" : "CSV として読めません（引用符を確かめてください）",
    });
  }
  yield lines;
}

function lineOf(header: readonly string[], { record, info }: Parsed): SourceLine {
  const { lines: line } = info;
  if (record.length !== header.length)
    return {
      kind: "unreadable",
      line,
      cut: false,
      reason: `欄の数が${record.length}です。見出しは${header.length}です`,
    };
  return {
    kind: "row",
    line,
    value: Object.fromEntries(header.map((name, position) => [name, record[position] ?? ""])),
  };
}
