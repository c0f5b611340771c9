/** 架空の計画を番号から作る。種・件数・版・今日が同じなら、どの番号から作っても同じ計画になる。 */
import { buildDeclineNotice, buildNotice } from "#app/domain/certification/build-notice.ts";
import { documentNumber, numberSeriesOf } from "#app/domain/certification/document-number.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { type CivilDate, daysBetween } from "#app/domain/calendar/civil-date.ts";
import { fiscalYearStart } from "#app/domain/calendar/fiscal-year.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { draftOf } from "#app/domain/plan/draft.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { checkPlan } from "#app/domain/plan/check-plan.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { readPlanOn } from "#app/domain/plan/plan-reading.ts";
import type { Routing } from "#app/domain/plan/plan-routing.ts";
import { planSections } from "#app/domain/plan/sections.ts";
import { receiptNumber } from "#app/domain/plan/receipt-number.ts";
import type { LoadedRulebook } from "#db/queries/load-rulebook.ts";
import { generateAnswers } from "./answers.ts";
import { type GeneratedCompany, generateCompany } from "./companies.ts";
import { generateHistory, type History } from "./history.ts";
import { officeStaffOf } from "./officials.ts";
import { openPlaces } from "./places.ts";
import { DRAFT_SHARE, outcomeShares, REPEATED_COMPANY_SHARE, RETURNED_ONCE_SHARE } from "./plan-shares.ts";
import type { PlanRows } from "./plan-rows.ts";
import { draftRows, filedRows } from "./plan-rows.ts";
import { idOf, type Random, randomAt } from "./random.ts";

export type GeneratedPlan = {
  readonly company: GeneratedCompany;
  /** 提出先の局。書きかけなら null。 */
  readonly office: { readonly code: string; readonly ministry: string } | null;
  /** rows が引く番号の系列。 */
  readonly series: readonly string[];
  /** 番号を引きながら行を作る。 */
  readonly rows: (draw: (series: string) => number) => PlanRows;
};

export type PlanGeneration = {
  readonly count: number;
  readonly seed: number;
  readonly loaded: LoadedRulebook;
  /** 今（UTC の ISO）。これより後には何も起きない。 */
  readonly now: string;
};

/** 年度は4月から翌年3月。 */
const YEAR_CLOSES_IN = 3;
const DAY = 86_400_000;
const OFFICE_HOURS = 9 * 3_600_000;

/** @returns 0 から count - 1 までの番号の計画を作る関数。申請の瞬間は番号の順に進む */
export function planMaker(generation: PlanGeneration): (index: number) => GeneratedPlan {
  const { count, seed, loaded, now } = generation;
  const companyOf = companyMaker(loaded, seed);
  const begins = Date.parse(`${loaded.rulebook.edition.effectiveFrom}T00:00:00Z`);
  const length = Date.parse(now) - DAY - begins;
  if (length <= 0)
    throw new RangeError(
      `規則集の施行日（${loaded.rulebook.edition.effectiveFrom}）より後の日でないと、申請を作れません。`,
    );
  return (index) => {
    const random = randomAt(seed, "plan", index);
    const making = { random, loaded, company: companyOf(index), id: idOf(`generated-plan:${seed}:${index}`) };
    if (random.chance(DRAFT_SHARE)) return draftPlan(making, recently(random, now));
    const filedAt = officeHours(begins + (length * (index + random.next())) / count);
    return filedPlan(making, { filedAt, now });
  };
}

/** 番号の計画を出した事業者。前の番号の事業者が、また出すことがある。 */
function companyMaker({ rulebook }: LoadedRulebook, seed: number): (index: number) => GeneratedCompany {
  const places = openPlaces(rulebook);
  return function companyOf(index: number): GeneratedCompany {
    const random = randomAt(seed, "company", index);
    if (index > 20 && random.chance(REPEATED_COMPANY_SHARE)) return companyOf(random.integer(0, index - 1));
    return generateCompany(random, { serial: index + 1, seed, ...places(randomAt(seed, "place", index)) });
  };
}

/** 一日の中の瞬間を、日本の昼間（9時から18時）に縮める。前後は変わらない。 */
function officeHours(epoch: number): string {
  const day = Math.floor(epoch / DAY) * DAY;
  return new Date(day + Math.floor(((epoch - day) / DAY) * OFFICE_HOURS)).toISOString();
}

const recently = (random: Random, now: string): string =>
  new Date(Date.parse(now) - random.integer(1, 40 * 86_400) * 1000).toISOString();

type Making = {
  readonly random: Random;
  readonly loaded: LoadedRulebook;
  readonly company: GeneratedCompany;
  readonly id: string;
};

function draftPlan({ random, loaded, company, id }: Making, at: string): GeneratedPlan {
  const answers = answersFor(random, loaded, company, tokyoDay(at));
  const typed = Object.fromEntries(Object.entries(answers).slice(0, random.integer(1, 8)));
  const { editionId } = loaded;
  return {
    company,
    office: null,
    series: [],
    rows: () => draftRows({ id, company, editionId, answers: typed, at }),
  };
}

function filedPlan(
  { random, loaded, company, id }: Making,
  { filedAt, now }: { readonly filedAt: string; readonly now: string },
): GeneratedPlan {
  const { rulebook, editionId } = loaded;
  const on = tokyoDay(filedAt);
  const answers = answersFor(random, loaded, company, on);
  const routing = routingOf(loaded, answers, on);
  const findings = checkPlan(rulebook, answers, on);
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new Error(`作った計画が点検を通りません: ${errors.map(({ message }) => message).join(" / ")}`);
  const history = generateHistory(random, {
    id,
    outcome: random.weighted(outcomeShares(daysBetween(on, tokyoDay(now)))),
    returnedOnce: random.chance(RETURNED_ONCE_SHARE),
    applicant: { id: company.account.id, name: company.contactName },
    staff: officeStaffOf(routing.office.code),
    officeCode: routing.office.code,
    filedAt,
    now,
  });
  const document = planDocument(rulebook, answers, on);
  const submissionIds = history.filings.map(({ sequence }) => idOf(`${id}:submission:${sequence}`));
  const commentIds = history.comments
    .flatMap(({ comments }) => comments)
    .map((_, index) => idOf(`${id}:comment:${index}`));
  const year = Number(fiscalYearStart(YEAR_CLOSES_IN, on).slice(0, 4));
  const notice = noticeOf(
    loaded,
    { answers, routing, filedAt: history.filings.at(-1)?.at ?? filedAt },
    history,
  );
  return {
    company,
    office: { code: routing.office.code, ministry: routing.ministry },
    series: [`receipt:${year}`, ...(notice === null ? [] : [notice.series])],
    rows(draw) {
      const number = receiptNumber(year, draw(`receipt:${year}`));
      return filedRows({
        company, editionId, answers, document, findings, routing, history, number, submissionIds, commentIds,
        notice: notice?.numbered(draw) ?? null,
      }); // prettier-ignore
    },
  };
}

function answersFor(
  random: Random,
  { rulebook }: LoadedRulebook,
  company: GeneratedCompany,
  on: CivilDate,
): RawAnswers {
  const guideline = rulebook.guidelines.get(company.industry.guideline);
  if (guideline === undefined) throw new Error(`指針 ${company.industry.guideline} がありません。`);
  const typed = generateAnswers({ random, rulebook, guideline, company, on });
  // 手続の保存と同じく、区画の全部の欄を持つ形にする。
  return Object.fromEntries(
    planSections.flatMap((section) => {
      const raw = typed[section.id];
      return raw === undefined ? [] : [[section.id, draftOf(section, raw, () => "")]];
    }),
  );
}

function routingOf({ rulebook }: LoadedRulebook, answers: RawAnswers, on: CivilDate): Routing {
  const answer = readPlanOn(rulebook, answers, on).routing;
  if (answer.kind !== "decided") throw new Error("作った計画の提出先が決まりません。");
  return answer.routing;
}

/** 通知書の値は先に作り、取引の中では文書番号だけを埋める。 */
function noticeOf(
  { rulebook }: LoadedRulebook,
  facts: Parameters<typeof buildNotice>[1],
  { certified, declined }: History,
): {
  readonly series: string;
  readonly numbered: (draw: (series: string) => number) => CertificationNotice;
} | null {
  const on = certified?.on ?? declined?.on;
  if (on === undefined) return null;
  const office = facts.routing.office.code;
  const numbering = rulebook.documentNumbering.get(office);
  const issue = { issuedOn: on, serial: 1 };
  const notice =
    declined === null
      ? buildNotice(rulebook, facts, issue)
      : buildDeclineNotice(rulebook, facts, issue, declined.ground);
  if (!notice.ok || numbering === undefined)
    throw new Error(`作った決定の通知書が埋まりません: ${notice.ok ? "文書番号" : notice.error.join("、")}`);
  const series = numberSeriesOf(office, on, numbering);
  return {
    series,
    numbered: (draw) => ({
      ...notice.value,
      documentNumber: documentNumber(numbering, on, draw(series)),
    }),
  };
}
