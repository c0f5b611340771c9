/** 変わった所に下線を引くための、文字の並びの切り分け。 */
import type { TextPart } from "#app/domain/text/text-difference.ts";

export type Run = { readonly text: string; readonly underlined: boolean };

/**
 * @param lines 描く行。折ってよい位置の目印を含む
 * @param mark 目印。文字に数えない
 * @param parts 行を改行でつないだ文字と、前の文字との違い
 * @returns 行ごとの、下線のある部分とない部分。つなぐと行に戻る
 */
export function underlinedRuns(
  lines: readonly string[],
  mark: string,
  parts: readonly TextPart[],
): readonly (readonly Run[])[] {
  const flags = parts.flatMap(({ kind, text }) =>
    kind === "removed" ? [] : Array.from({ length: text.length }, () => kind === "added"),
  );
  let at = 0;
  return lines.map((line) => {
    const runs: Run[] = [];
    for (const unit of line.split("")) {
      const last = runs.at(-1);
      const underlined = unit === mark ? (last?.underlined ?? false) : flags[at] === true;
      if (unit !== mark) at += 1;
      if (last?.underlined === underlined) runs[runs.length - 1] = { text: last.text + unit, underlined };
      else runs.push({ text: unit, underlined });
    }
    // 行の終わりの改行。
    at += 1;
    return runs;
  });
}
