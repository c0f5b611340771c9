/** 一つの計画の行・版・通知書が、互いに食い違わないか。版が一つでもそろわなければ、計画ごと取り込まない。 */
import { monthOf } from "../calendar/civil-month.ts";
import { tokyoDay } from "../calendar/tokyo.ts";
import type { Finding, FindingCode } from "./finding.ts";
import type { RecordKind, RecordOf } from "./records.ts";

/** 記録と、それが書いてあった所。 */
export type Placed<K extends RecordKind> = {
  readonly file: string;
  readonly line: number;
  readonly record: RecordOf<K>;
};

export type PlanParts = {
  readonly plan: Placed<"plans">;
  /** 版の番号の順。 */
  readonly versions: readonly Placed<"versions">[];
  /** 版と通知書の版の順。 */
  readonly certificates: readonly Placed<"certificates">[];
};

type Place = { readonly file: string; readonly line: number };
const refused = ({ file, line }: Place, field: string, code: FindingCode, reason: string): Finding => ({
  effect: "refused",
  file,
  line,
  field,
  code,
  reason,
});

export type CheckedParts = {
  readonly findings: readonly Finding[];
  /** 取り込む通知書。null なら、計画ごと取り込まない。 */
  readonly certificates: readonly Placed<"certificates">[] | null;
};

export function checkPlanParts(parts: PlanParts): CheckedParts {
  const broken = [...versionFindings(parts), ...endFindings(parts)];
  if (broken.length > 0) {
    const named = new Set(broken.map(({ file, line }) => `${file}:${line}`));
    const others = [parts.plan, ...parts.versions, ...parts.certificates]
      .filter(({ file, line }) => !named.has(`${file}:${line}`))
      .map((place) => refused(place, "", "otherPart", "同じ計画のほかの行に、取り込めない所があります"));
    return { findings: [...broken, ...others], certificates: null };
  }
  const findings: Finding[] = [];
  const certificates = parts.certificates.filter((one) => {
    const own = certificateFindings(parts, one);
    findings.push(...own);
    return own.length === 0;
  });
  return { findings, certificates };
}

function versionFindings({ plan, versions }: PlanParts): readonly Finding[] {
  const { currentVersion } = plan.record;
  const whole =
    currentVersion > 0 &&
    versions.length === currentVersion &&
    versions.every(({ record }, index) => record.version === index + 1);
  if (!whole)
    return [
      refused(
        plan,
        "currentVersion",
        "versions",
        `1から${currentVersion}までの版の行がそろっていません（読めた版は${versions.map(({ record }) => record.version).join("、") || "なし"}）`,
      ),
    ];
  return versions.flatMap((one, index) => {
    const before = versions[index - 1]?.record;
    const { kind, certifiedOn } = one.record;
    if ((kind === "change") !== (before !== undefined) && kind !== "paper")
      return [
        refused(one, "kind", "order", kind === "change" ? "初めの版が変更です" : "2番目からの版が新規です"),
      ];
    if (before === undefined) return [];
    if (certifiedOn < before.certifiedOn)
      return [
        refused(one, "certifiedOn", "order", `前の版の認定日（${before.certifiedOn}）より前の認定日です`),
      ];
    if (monthOf(certifiedOn) > before.endMonth)
      return [
        refused(
          one,
          "certifiedOn",
          "order",
          `前の版の実施時期（${before.endMonth}まで）が終わった後の変更です`,
        ),
      ];
    return [];
  });
}

function endFindings({ plan, versions }: PlanParts): readonly Finding[] {
  const { ended } = plan.record;
  const last = versions.at(-1)?.record;
  return ended !== null && last !== undefined && ended.on < last.certifiedOn
    ? [refused(plan, "ended", "order", "終わった日が、いまの版の認定日より前です")]
    : [];
}

function certificateFindings(parts: PlanParts, one: Placed<"certificates">): readonly Finding[] {
  const { record } = one;
  const version = parts.versions.find(({ record: { version: number } }) => number === record.version)?.record;
  if (version === undefined)
    return [refused(one, "version", "versions", `第${record.version}版の計画の行がありません`)];
  if (version.kind === "paper")
    return [refused(one, "version", "versions", "紙で受けた版には、通知書の記録を付けられません")];
  if (version.number !== record.number)
    return [refused(one, "number", "number", `版の文書番号（${version.number}）と違います`)];
  if (tokyoDay(record.issuedAt) < version.certifiedOn)
    return [refused(one, "issuedAt", "order", "発行の日が認定日より前です")];
  const earlier = parts.certificates.filter(
    ({ record: other }) => other.version === record.version && other.edition < record.edition,
  );
  if (record.edition !== earlier.length + 1)
    return [refused(one, "edition", "versions", "通知書の版が1から続いていません")];
  if ((record.file === null) !== (record.sha256 === null))
    return [refused(one, "sha256", "missing", "PDF の場所とハッシュは、両方書くか両方省いてください")];
  if ((record.manifestFile === null) !== (record.manifestSha256 === null))
    return [
      refused(one, "manifestSha256", "missing", "目録の場所とハッシュは、両方書くか両方省いてください"),
    ];
  return [];
}
