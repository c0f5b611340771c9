/** 変更認定申請（法第18条第1項）の点検。変える元の版と比べる。新規の申請では何も見ない。 */
import { formatJapaneseMonth } from "../../calendar/era.ts";
import { endOfPeriod } from "../../calendar/plan-period.ts";
import { currentIndustries } from "../../industry/current-industries.ts";
import { industryLabel } from "../../industry/find-industry.ts";
import { changeBaseOf } from "../../plan-life/change-base.ts";
import { planLifeMessage } from "../../plan-life/change-refusal.ts";
import { extensions, periodChange } from "../../plan-life/period-change.ts";
import { unreachable } from "../../result.ts";
import { changedParts } from "../changed-parts.ts";
import type { RawAnswers, RawRow } from "../field.ts";
import type { Finding } from "../finding.ts";
import { planDocument } from "../plan-document.ts";
import type { CheckId } from "../check-catalogue.ts";
import { rowsOf } from "../read-section.ts";
import { rawSection } from "../sections.ts";
import { type Check, type CheckInput, findingOf } from "./check.ts";

/** 変える元が、まだ変えられるか。 */
export const changeablePlan: Check = ({ facts }) =>
  facts.base === null || facts.base.obstacle === null
    ? []
    : [findingOf("changeablePlan", { field: "changes" }, planLifeMessage(facts.base.obstacle))];

/** 計画の中身が変わったか、変わった所が変更事項に書かれているか。紙の認定では、元の中身が分からないので見ない。 */
export const somethingChanged: Check = (input) => {
  const { rulebook, answers, facts, on, values } = input;
  if (facts.base?.answers === null || facts.base === null) return [];
  // 決まりや日付だけで変わる値を除くため、どちらもいまの版で木にして比べる。
  const { changes } = changedParts(
    planDocument(rulebook, facts.base.answers, on),
    planDocument(rulebook, answers, on),
  );
  if (changes.length === 0)
    return [
      findingOf(
        "nothingChanged",
        { field: "changes" },
        "認定を受けた計画から、まだ何も変わっていません。変える区画を直してください。",
      ),
    ];
  const stated = new Set(values.change.changes.map(({ subject }) => subject));
  const unstated = new Map(
    changes.flatMap(({ section, sectionTitle }) => {
      const subject = subjects[section];
      return subject === undefined || stated.has(subject) || stated.has("other")
        ? []
        : [[section, sectionTitle]];
    }),
  );
  if (stated.size === 0 || unstated.size === 0) return [];
  return [
    findingOf(
      "changeStatement",
      { field: "changes" },
      `${[...unstated.values()].map((title) => `「${title}」`).join("")}が変わっていますが、変更事項に書かれていません。書き足してください。`,
    ),
  ];
};

/** 区画 → 変更する事項の値。 */
const subjects: Readonly<Record<string, string>> = {
  company: "company",
  industry: "industry",
  period: "period",
  indicators: "indicators",
  measures: "measures",
  funding: "funding",
  equipment: "equipment",
};

/** 実施時期の延長の決まり。 */
export const periodExtension: Check = ({ answers, values, on }) => {
  const base = changeBaseOf(answers);
  const { start, end } = values.period;
  if (base === null || start === undefined || end === undefined) return [];
  const change = periodChange(base, { start, end }, on);
  const may = extensions(base).map(
    (months) => `${months / 12}年（${formatJapaneseMonth(endOfPeriod(base.start, months))}まで）`,
  );
  const choices =
    may.length === 0
      ? "この計画は5年なので、これより延ばせません。"
      : `延ばせるのは、${may.join("、")}です。`;
  switch (change) {
    case "same":
    case "extended":
    case "notWhole":
      return [];
    case "startMoved":
      return [
        findingOf(
          "periodStartMoved",
          { field: "start" },
          `開始の年月が、認定を受けた計画（${formatJapaneseMonth(base.start)}）と違います。変えてよいか、提出先に確かめてください。`,
        ),
      ];
    case "shortened":
      return [
        findingOf(
          "periodExtension",
          { field: "end" },
          `終了の年月が、認定を受けた計画（${formatJapaneseMonth(base.end)}）より前です。実施時期は延ばすことだけができます。${choices}`,
        ),
      ];
    case "tooLong":
      return [findingOf("periodExtension", { field: "end" }, `実施時期は5年を超えられません。${choices}`)];
    case "expired":
      return [
        findingOf(
          "periodExtension",
          { field: "end" },
          `実施時期（${formatJapaneseMonth(base.end)}まで）が終わった後は、延ばせません。新規の認定を申請してください。`,
        ),
      ];
    default:
      return unreachable(change);
  }
};

/** 取得したと書いた設備が、計画から消えていないか。 */
export const acquiredRemoved: Check = ({ answers, facts }) => {
  if (facts.base === null || facts.base.answers === null) return [];
  const kept = new Set(rowsIn(answers, "equipment", "equipment").map(({ id }) => id));
  const acquired = new Set(
    rowsIn(answers, "change", "progress").flatMap(({ id, state }) => (state === "done" ? [id] : [])),
  );
  return rowsIn(facts.base.answers, "equipment", "equipment").flatMap((row) => {
    const done = acquired.has(row.id) || (row["acquiredOn"] ?? "").trim() !== "";
    if (kept.has(row.id) || !done) return [];
    return [
      findingOf(
        "acquiredRemoved",
        { field: "equipment" },
        `認定を受けて取得した設備「${row["name"] ?? ""}」が、計画から消えています。税制の措置を使った設備を消してよいか、確かめてください。`,
      ),
    ];
  });
};

/** 紙の認定の旧い産業分類の番号が、いまの分類で一つに決まらないとき。 */
export const oldIndustry: Check = ({ rulebook, answers }) => {
  const code13 = changeBaseOf(answers)?.code13 ?? "";
  if (code13 === "") return [];
  const now = currentIndustries(rulebook, code13);
  if (now.length === 1) return [];
  const names = now.map((one) => industryLabel(one.class)).join("、");
  return [
    findingOf(
      "oldIndustry",
      { field: "industries" },
      now.length === 0
        ? `認定を受けた時の細分類「${code13}」（第13回改定）に当たる、いまの細分類を選んでください。`
        : `認定を受けた時の細分類「${code13}」（第13回改定）は、いまは${names}に分かれています。計画の事業に合うものを選んでください。`,
    ),
  ];
};

/**
 * 認定を受けたままの設備への指摘を除く。認定を受けた設備の取得の時期（60日、事業年度）は、足した設備だけを見る。
 */
export function onlyOfChange(
  findings: readonly Finding[],
  { answers, facts }: CheckInput,
): readonly Finding[] {
  const base = facts.base?.answers;
  if (base === undefined || base === null) return findings;
  const certified = new Map(rowsIn(base, "equipment", "equipment").map((row) => [row.id, row]));
  const now = new Map(rowsIn(answers, "equipment", "equipment").map((row) => [row.id, row]));
  return findings.filter(({ section, rowId, check }) => {
    if (section !== "equipment" || rowId === undefined) return true;
    const before = certified.get(rowId);
    const after = now.get(rowId);
    if (before === undefined || after === undefined) return true;
    return !timingChecks.has(check) && !sameRow(before, after);
  });
}

const timingChecks: ReadonlySet<string> = new Set<CheckId>([
  "sixtyDays",
  "sixtyDaysLeft",
  "acquiredInSuccession",
  "acquiredBeforeCertification",
  "fiscalYearEnd",
]);

const sameRow = (a: RawRow, b: RawRow): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (field) => (a[field] ?? "").trim() === (b[field] ?? "").trim(),
  );

const rowsIn = (answers: RawAnswers, section: string, field: string): readonly RawRow[] =>
  rowsOf(rawSection(answers, section) ?? {}, field);
