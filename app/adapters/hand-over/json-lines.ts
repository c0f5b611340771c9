/** NDJSON の行。最後の行が改行で終わらず、読めもしなければ、途中で切れている。 */
import type { SourceLine } from "./hand-over-port.ts";

/** 一行の上限（文字）。様式の全部の欄を上限まで書いても超えない。 */
const LONGEST_LINE = 8_000_000;

export async function* jsonLines(text: AsyncIterable<string>): AsyncGenerator<readonly SourceLine[]> {
  let [line, pending] = [0, ""];
  const read = (written: string, last: boolean): readonly SourceLine[] => {
    line += 1;
    return written.trim() === "" ? [] : [readLine(written, line, last)];
  };
  for await (const part of text) {
    const lines = (pending + part).split("\n");
    pending = lines.pop() ?? "";
    yield lines.flatMap((written) => read(written, false));
  }
  yield read(pending, true);
}

function readLine(written: string, line: number, last: boolean): SourceLine {
  if (written.length > LONGEST_LINE)
    return { kind: "unreadable", line, cut: false, reason: "一行が長すぎます" };
  try {
    const value: unknown = JSON.parse(line === 1 ? written.replace(/^\uFEFF/u, "") : written);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return { kind: "row", line, value: value as Record<string, unknown> };
  } catch {
    if (last) return { kind: "unreadable", line, cut: true, reason: "最後の行が途中で切れています" };
  }
  return { kind: "unreadable", line, cut: false, reason: "JSON の記録として読めません" };
}
