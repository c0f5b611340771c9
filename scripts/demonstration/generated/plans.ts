/** 架空の計画を一つずつ作る。種・件数・版・今日が同じなら、同じ計画が同じ順で出る。 */
import { buildNotice } from "#app/domain/certification/build-notice.ts";
import { documentNumber, numberSeriesOf } from "#app/domain/certification/document-number.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { type CivilDate, daysBetween } from "#app/domain/calendar/civil-date.ts";
import { fiscalYearStart } from "#app/domain/calendar/fiscal-year.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { checkPlan } from "#app/domain/plan/check-plan.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { readPlanOn } from "#app/domain/plan/plan-reading.ts";
import type { Routing } from "#app/domain/plan/plan-routing.ts";
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
import { createRandom, type Random } from "./random.ts";

export type GeneratedPlan = {
  readonly company: GeneratedCompany;
  /** 提出先の局。書きかけなら null。 */
  readonly office: { readonly code: string; readonly ministry: string } | null;
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

export function* generatePlans({ count, seed, loaded, now }: PlanGeneration): Generator<GeneratedPlan> {
  const random = createRandom(seed);
  const { rulebook } = loaded;
  const places = openPlaces(rulebook);
  const companies: GeneratedCompany[] = [];
  const begins = Date.parse(`${rulebook.edition.effectiveFrom}T00:00:00Z`);
  const length = Date.parse(now) - DAY - begins;
  if (length <= 0)
    throw new RangeError(
      `規則集の施行日（${rulebook.edition.effectiveFrom}）より後の日でないと、申請を作れません。`,
    );
  for (let index = 0; index < count; index += 1) {
    const repeated = companies.length > 20 && random.chance(REPEATED_COMPANY_SHARE);
    const company = repeated
      ? random.pick(companies)
      : generateCompany(random, { serial: companies.length + 1, seed, ...places(random) });
    if (!repeated) companies.push(company);
    const filedAt = officeHours(random, begins + (length * (index + 0.5)) / count);
    yield random.chance(DRAFT_SHARE)
      ? draftPlan(random, loaded, company, recently(random, now))
      : filedPlan(random, loaded, company, { filedAt, now });
  }
}

/** 日本の昼間の時刻にする（9時から18時）。 */
function officeHours(random: Random, epoch: number): string {
  const day = Math.floor(epoch / DAY) * DAY;
  return new Date(day + random.integer(0, 9 * 3_600_000 - 1)).toISOString();
}

const recently = (random: Random, now: string): string =>
  new Date(Date.parse(now) - random.integer(1, 40 * 86_400) * 1000).toISOString();

function draftPlan(
  random: Random,
  loaded: LoadedRulebook,
  company: GeneratedCompany,
  at: string,
): GeneratedPlan {
  const answers = answersFor(random, loaded, company, tokyoDay(at));
  const typed = Object.fromEntries(Object.entries(answers).slice(0, random.integer(1, 8)));
  const id = random.id();
  return { company, office: null, rows: () => draftRows({ id, company, answers: typed, at }) };
}

function filedPlan(
  random: Random,
  loaded: LoadedRulebook,
  company: GeneratedCompany,
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
  const id = random.id();
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
  const submissionIds = history.filings.map(() => random.id());
  const commentIds = history.comments.flatMap(({ comments }) => comments.map(() => random.id()));
  const notice = noticeOf(loaded, { answers, routing, filedAt }, history);
  return {
    company,
    office: { code: routing.office.code, ministry: routing.ministry },
    rows(draw) {
      const year = Number(fiscalYearStart(YEAR_CLOSES_IN, on).slice(0, 4));
      const number = receiptNumber(year, draw(`receipt:${year}`));
      return filedRows({
        company, editionId, answers, document, findings, routing, history, number, submissionIds, commentIds,
        notice: notice?.(draw) ?? null,
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
  return generateAnswers({ random, rulebook, guideline, company, on });
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
  { certified }: History,
): ((draw: (series: string) => number) => CertificationNotice) | null {
  if (certified === null) return null;
  const office = facts.routing.office.code;
  const numbering = rulebook.documentNumbering.get(office);
  const notice = buildNotice(rulebook, facts, { issuedOn: certified.on, serial: 1 });
  if (!notice.ok || numbering === undefined)
    throw new Error(`作った認定の通知書が埋まりません: ${notice.ok ? "文書番号" : notice.error.join("、")}`);
  return (draw) => ({
    ...notice.value,
    documentNumber: documentNumber(numbering, certified.on, draw(numberSeriesOf(office, certified.on))),
  });
}
