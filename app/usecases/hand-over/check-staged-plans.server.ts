/** 計画の行・版・通知書と PDF を、互いに、またポータルの記録と突き合わせる。 */
import type { HandOverSource } from "#app/adapters/hand-over/hand-over-port.ts";
import { checkPlanParts, type Placed, type PlanParts } from "#app/domain/hand-over/check-plan-parts.ts";
import { completeCertificate, completeVersion } from "#app/domain/hand-over/complete-record.ts";
import type { Finding } from "#app/domain/hand-over/finding.ts";
import type { PlanRecords, RecordKind, RecordOf } from "#app/domain/hand-over/records.ts";
import type { Place, Staged } from "#db/hand-over-staging.ts";
import { planRecords } from "#db/queries/hand-over.ts";
import { type TakenNames, takenNames } from "#db/queries/hand-over-taken.ts";
import { type CheckingTools, findingAt, inTurns, keysOf, knownCompany } from "./staged-rows.ts";

type StagedParts = {
  readonly plan: Staged<"plans">;
  readonly versions: readonly Staged<"versions">[];
  readonly certificates: readonly Staged<"certificates">[];
};

const completed = <K extends RecordKind>(row: Staged<K>, record: RecordOf<K>): Placed<K> => ({
  file: row.file,
  line: row.line,
  record,
});

export async function checkPlans(tools: CheckingTools, rows: readonly Staged<"plans">[]): Promise<void> {
  const { database, staging } = tools;
  const parts = rows.map((plan): StagedParts => ({
    plan,
    versions: staging.children("versions", plan.key),
    certificates: staging.children("certificates", plan.key),
  }));
  const files = await storedFiles(tools.source, parts);
  const stored = new Map(planRecords(database.reader, keysOf(rows)).map((one) => [one.plan.id, one]));
  const taken = takenNames(database.reader, {
    numbers: parts.flatMap(({ versions }) => versions.map(({ record }) => record.number)),
    applications: parts.flatMap(({ plan, versions }) =>
      versions.flatMap(({ record }) => completeVersion(plan.record, record).application ?? []),
    ),
    receipts: parts.flatMap(({ versions }) => versions.flatMap(({ record }) => record.receiptNumber ?? [])),
  });
  staging.together(() => {
    for (const one of parts) checkPlan(tools, one, { files, taken, stored: stored.get(one.plan.key) });
  });
}

type Known = {
  /** PDF の場所 → 大きさとハッシュ。 */
  readonly files: ReadonlyMap<string, { readonly size: number; readonly sha256: string }>;
  readonly taken: TakenNames;
  readonly stored: PlanRecords | undefined;
};

function checkPlan(tools: CheckingTools, staged: StagedParts, known: Known): void {
  const { staging } = tools;
  const refused = refusedFiles(staged, known);
  const parts: PlanParts = {
    plan: staged.plan,
    versions: staged.versions.map((row) => completed(row, completeVersion(staged.plan.record, row.record))),
    certificates: staged.certificates
      .filter(({ id }) => !refused.has(id))
      .map((row) => completed(row, completeCertificate(row.record, sizeOf(row, known)))),
  };
  const checked = checkPlanParts(parts);
  const all = [staged.plan, ...staged.versions, ...staged.certificates];
  const idsOf = (places: readonly Place[]): readonly number[] =>
    all
      .filter(({ file, line }) => places.some((one) => one.file === file && one.line === line))
      .map(({ id }) => id);
  if (known.stored !== undefined && checked.certificates !== null) {
    const records = {
      plan: parts.plan.record,
      versions: parts.versions.map(({ record }) => record),
      certificates: checked.certificates.map(({ record }) => record),
    };
    if (JSON.stringify(known.stored) === JSON.stringify(records)) {
      for (const finding of refused.values()) staging.note(finding);
      staging.mark(
        all.map(({ id }) => id),
        "known",
      );
      staging.mark([...refused.keys()], "refused");
      return;
    }
  }
  for (const finding of [...refused.values(), ...checked.findings]) staging.note(finding);
  staging.mark([...refused.keys()], "refused");
  const clash = checked.certificates === null ? null : clashOf(tools, parts, known);
  if (checked.certificates === null || clash !== null) {
    for (const finding of clash === null
      ? []
      : clashFindings({ ...parts, certificates: checked.certificates ?? [] }, clash))
      staging.note(finding);
    staging.mark(
      all.map(({ id }) => id),
      "refused",
    );
    return;
  }
  staging.mark(idsOf(checked.findings), "refused");
  for (const row of staged.versions) staging.replace(row.id, completeVersion(staged.plan.record, row.record));
  for (const row of staged.certificates) staging.replace(row.id, { ...row.record, size: sizeOf(row, known) });
}

const sizeOf = ({ record }: Staged<"certificates">, { files }: Known): number | null =>
  record.file === null ? null : (files.get(record.file)?.size ?? null);

/** PDF や目録がない、又は中身が違う通知書。 */
function refusedFiles({ certificates }: StagedParts, { files }: Known): ReadonlyMap<number, Finding> {
  const refused = new Map<number, Finding>();
  for (const row of certificates)
    for (const [field, path, sha256] of [
      ["file", row.record.file, row.record.sha256],
      ["manifestFile", row.record.manifestFile, row.record.manifestSha256],
    ] as const) {
      if (path === null || refused.has(row.id)) continue;
      const found = files.get(path);
      if (found === undefined)
        refused.set(row.id, findingAt(row, "refused", field, "pdfMissing", `「${path}」がありません`));
      else if (sha256 !== null && found.sha256 !== sha256)
        refused.set(
          row.id,
          findingAt(row, "refused", field, "pdfHash", `「${path}」の中身がハッシュと違います`),
        );
    }
  return refused;
}

/** ポータルか、前の行の計画が使っている番号。 */
function clashOf(tools: CheckingTools, parts: PlanParts, known: Known): Finding | null {
  const { plan, versions } = parts;
  if (known.stored !== undefined)
    return findingAt(plan, "refused", "id", "existing", "同じ番号の計画が、違う内容でもう入っています");
  const missing = [plan.record.company, ...versions.flatMap(({ record }) => record.company ?? [])].find(
    (key) => !knownCompany(tools, key),
  );
  if (missing !== undefined)
    return findingAt(
      plan,
      "refused",
      "company",
      "unknownCompany",
      `事業者「${missing}」の行を取り込めません`,
    );
  for (const one of versions) {
    const { number, application, receiptNumber } = one.record;
    if (known.taken.numbers.has(number))
      return findingAt(
        one,
        "refused",
        "number",
        "duplicateNumber",
        `文書番号「${number}」の認定がもうあります`,
      );
    if (application !== null && known.taken.applications.has(application))
      return findingAt(one, "refused", "application", "existing", `申請「${application}」がもうあります`);
    if (receiptNumber !== null && known.taken.receipts.has(receiptNumber))
      return findingAt(
        one,
        "refused",
        "receiptNumber",
        "existing",
        `受付番号「${receiptNumber}」の申請がもうあります`,
      );
    for (const [field, name] of [
      ["number", number],
      ["application", application],
      ["receiptNumber", receiptNumber],
    ] as const) {
      const earlier = name === null ? null : tools.staging.claim(`${field}:${name}`, one);
      if (earlier !== null)
        return findingAt(
          one,
          "refused",
          field,
          field === "number" ? "duplicateNumber" : "duplicate",
          `${earlier.file} の${earlier.line}行目と同じ番号「${name}」です`,
        );
    }
  }
  return null;
}

/** 通知書の PDF と目録の、大きさとハッシュ。 */
async function storedFiles(source: HandOverSource, parts: readonly StagedParts[]): Promise<Known["files"]> {
  const paths = [
    ...new Set(
      parts.flatMap(({ certificates }) =>
        certificates.flatMap(({ record }) => [record.file ?? [], record.manifestFile ?? []].flat()),
      ),
    ),
  ];
  const found = await inTurns(paths, async (path) => [path, await source.facts(path)] as const);
  return new Map(found.flatMap(([path, facts]) => (facts === null ? [] : [[path, facts] as const])));
}

/** 使われている番号のある計画は、ほかの行も取り込まない。 */
const clashFindings = ({ plan, versions, certificates }: PlanParts, clash: Finding): readonly Finding[] => [
  clash,
  ...[plan, ...versions, ...certificates]
    .filter(({ file, line }) => file !== clash.file || line !== clash.line)
    .map((place) =>
      findingAt(place, "refused", "", "otherPart", "同じ計画のほかの行に、取り込めない所があります"),
    ),
];
