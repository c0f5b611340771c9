/** 取込みの検査の報告。見つけたことの全部を JSON で、要点を日本語の文で出す。 */
import { effectWords, findingCodes, type PackageFault } from "#app/domain/hand-over/finding.ts";
import type { HandOverCounts } from "#app/domain/hand-over/progress.ts";
import { recordKinds, recordKindWords } from "#app/domain/hand-over/records.ts";
import type { Staging } from "#db/hand-over-staging.ts";

const AT_ONCE = 1000;

export type ReportHead = {
  readonly manifestSha256: string | null;
  readonly checkedAt: string;
  readonly faults: readonly PackageFault[];
  readonly counts: HandOverCounts | null;
};

/** 報告の JSON を、少しずつ。 */
export function* reportJson(head: ReportHead, staging: Pick<Staging, "findings">): Generator<string> {
  yield `${JSON.stringify({ format: "keieiryoku-hand-over-report", version: 1, ...head }, null, 2).slice(0, -2)},\n  "findings": [`;
  let between = "\n";
  for (let last = 0; ;) {
    const found = staging.findings(last, AT_ONCE);
    if (found.length === 0) break;
    for (const { id, ...finding } of found) {
      yield `${between}    ${JSON.stringify(finding)}`;
      between = ",\n";
      last = id;
    }
  }
  yield "\n  ]\n}\n";
}

const number = (value: number): string => value.toLocaleString("ja-JP");

/** 報告の要点。一行ずつ。 */
export function reportLines({ faults, counts }: Pick<ReportHead, "faults" | "counts">): readonly string[] {
  if (faults.length > 0 || counts === null)
    return [
      "この一式は取り込めません。何も取り込みません。",
      ...faults.map(({ file, reason }) => `  ${file}：${reason}`),
    ];
  return [
    "種類ごとの行の数",
    ...recordKinds.map((kind) => {
      const { given, accepted, known, refused } = counts.kinds[kind];
      return `  ${recordKindWords[kind]}：目録 ${number(given)}、取り込む ${number(accepted)}、もう入っている ${number(known)}、取り込まない ${number(refused)}`;
    }),
    ...(counts.findings.length === 0 ? ["直す行も、捨てる行もありません。"] : ["見つけたこと"]),
    ...counts.findings.map(
      ({ effect, code, total }) => `  ${effectWords[effect]}：${findingCodes[code]} ${number(total)}件`,
    ),
  ];
}
