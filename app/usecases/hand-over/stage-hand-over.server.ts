/** 引継ぎの一式を読み、一行ずつ確かめて下ごしらえに並べる。ポータルのデータベースには触れない。 */
import { createHash } from "node:crypto";
import type { HandOverSource, SourceLine } from "#app/adapters/hand-over/hand-over-port.ts";
import { checkCompany, checkVersion, withKnownContent } from "#app/domain/hand-over/check-record.ts";
import { completeCompany, completeUser } from "#app/domain/hand-over/complete-record.ts";
import type { FindingCode, FindingEffect, PackageFault } from "#app/domain/hand-over/finding.ts";
import { type HandOverFile, type HandOverManifest, manifestSchema } from "#app/domain/hand-over/manifest.ts";
import { isIncomeGrowth, readRecord, type RowFinding } from "#app/domain/hand-over/read-record.ts";
import {
  type AnyRecord,
  type RecordKind,
  recordKinds,
  type RecordOf,
} from "#app/domain/hand-over/records.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Staging } from "#db/hand-over-staging.ts";

export type OpenedManifest = { readonly manifest: HandOverManifest; readonly sha256: string };

/** 目録を読む。目録のない一式は、書きかけなので断る。 */
export async function readManifest(
  source: HandOverSource,
): Promise<Result<OpenedManifest, readonly PackageFault[]>> {
  const file = "manifest.json";
  const bytes = await source.manifest();
  if (bytes === null)
    return refuse([{ file, reason: "目録がありません。一式が途中までしか届いていないおそれがあります" }]);
  let given: unknown;
  try {
    given = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse([{ file, reason: "JSON として読めません。途中で切れているおそれがあります" }]);
  }
  const read = manifestSchema.safeParse(given);
  if (!read.success)
    return refuse(
      read.error.issues.map(({ path, message }) => ({ file, reason: `${path.join(".")}：${message}` })),
    );
  return ok({ manifest: read.data, sha256: createHash("sha256").update(bytes).digest("hex") });
}

export type StagingFacts = {
  readonly rulebook: Rulebook;
  /** ポータルのログインの発行者。 */
  readonly issuers: Readonly<Record<"applicant" | "staff", string>>;
};

/**
 * @param progress ファイルを読み終えるたびに、名前と行数を知らせる
 * @returns 一式の全体として取り込めない理由。空なら、行の検査に進める
 */
export async function stageHandOver(
  source: HandOverSource,
  staging: Staging,
  manifest: HandOverManifest,
  facts: StagingFacts,
  progress: (path: string, rows: number) => void,
): Promise<readonly PackageFault[]> {
  const faults: PackageFault[] = [];
  for (const file of inParentOrder(manifest.files)) {
    const kind = recordKinds.find((known) => known === file.kind);
    if (kind === undefined) {
      if (!isOwnRecord(file)) staging.note(skippedFile(file));
      continue;
    }
    const read = await source.lines(file, (lines) =>
      staging.together(() => {
        for (const line of lines) stageLine(staging, kind, file.path, line, facts);
      }),
    );
    faults.push(...wholeFileFaults(file, read));
    progress(file.path, read.rows);
  }
  return faults;
}

/** ポータルだけが持つ記録（一式には入るが、取り込まない）。 */
const isOwnRecord = ({ kind }: HandOverFile): boolean => kind.startsWith("portal:");

const inParentOrder = (files: readonly HandOverFile[]): readonly HandOverFile[] =>
  files.toSorted(
    (a, b) =>
      recordKinds.findIndex((kind) => kind === a.kind) - recordKinds.findIndex((kind) => kind === b.kind),
  );

const skippedFile = (file: HandOverFile) => ({
  effect: "dropped" as const,
  file: file.path,
  line: 0,
  field: "",
  ...(isIncomeGrowth(`${file.kind} ${file.path}`)
    ? { code: "incomeGrowth" as const, reason: `所得拡大の記録${file.rows}行は取り込みません` }
    : { code: "unknownKind" as const, reason: `「${file.kind}」の${file.rows}行は取り込みません` }),
});

function wholeFileFaults(
  file: HandOverFile,
  read: {
    readonly size: number;
    readonly sha256: string;
    readonly rows: number;
    readonly fault: string | null;
  },
): readonly PackageFault[] {
  if (read.fault !== null) return [{ file: file.path, reason: read.fault }];
  const faults: PackageFault[] = [];
  if (read.rows !== file.rows)
    faults.push({
      file: file.path,
      reason: `行の数が${read.rows}です。目録は${file.rows}です。途中で切れているおそれがあります`,
    });
  if (read.size !== file.size || read.sha256 !== file.sha256)
    faults.push({
      file: file.path,
      reason:
        read.size < file.size
          ? `${read.size}バイトです。目録は${file.size}バイトです。途中で切れているおそれがあります`
          : `中身が目録と違います（${read.size}バイト。目録は${file.size}バイト）。ハッシュを確かめてください`,
    });
  return faults;
}

function stageLine(
  staging: Staging,
  kind: RecordKind,
  file: string,
  line: SourceLine,
  facts: StagingFacts,
): void {
  const place = { file, line: line.line };
  const note = (finding: RowFinding): void => staging.note({ ...place, ...finding });
  if (line.kind === "unreadable") {
    note(rowFinding("refused", line.cut ? "cut" : "unreadable", line.reason));
    return;
  }
  const read = readRecord(kind, line.value);
  if (!read.ok) {
    for (const finding of read.error) note(finding);
    return;
  }
  const checked = checkedRecord(kind, read.value.record as AnyRecord, facts);
  for (const finding of [...read.value.notes, ...checked.findings]) note(finding);
  if (checked.findings.some(({ effect }) => effect === "refused")) return;
  const earlier = staging.add(kind, ...keysOf(kind, checked.record), { ...place, record: checked.record });
  if (earlier !== null)
    note(rowFinding("refused", "duplicate", `${earlier.file} の${earlier.line}行目と同じ番号です`));
}

const rowFinding = (effect: FindingEffect, code: FindingCode, reason: string): RowFinding => ({
  effect,
  field: "",
  code,
  reason,
});

/** 種類ごとの検査をし、省いた欄を補う。 */
function checkedRecord(
  kind: RecordKind,
  given: AnyRecord,
  { rulebook, issuers }: StagingFacts,
): { readonly record: AnyRecord; readonly findings: readonly RowFinding[] } {
  switch (kind) {
    case "companies": {
      const record = completeCompany(given as RecordOf<"companies">);
      return { record, findings: checkCompany(rulebook, record) };
    }
    case "users":
      return { record: completeUser(given as RecordOf<"users">, issuers), findings: [] };
    case "versions": {
      const { record, notes } = withKnownContent(given as RecordOf<"versions">);
      return { record, findings: [...notes, ...checkVersion(rulebook, record)] };
    }
    case "plans":
    case "certificates":
      return { record: given, findings: [] };
  }
}

const padded = (value: number): string => String(value).padStart(6, "0");

/** @returns その記録だけの鍵と、親の鍵 */
function keysOf(kind: RecordKind, given: AnyRecord): readonly [key: string, parent: string] {
  switch (kind) {
    case "companies":
      return [(given as RecordOf<"companies">).key, ""];
    case "users":
      return [(given as RecordOf<"users">).id, ""];
    case "plans":
      return [(given as RecordOf<"plans">).id, ""];
    case "versions": {
      const { plan, version } = given as RecordOf<"versions">;
      return [`${plan}#${padded(version)}`, plan];
    }
    case "certificates": {
      const { plan, version, edition } = given as RecordOf<"certificates">;
      return [`${plan}#${padded(version)}#${padded(edition)}`, plan];
    }
  }
}
