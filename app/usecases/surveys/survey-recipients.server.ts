/** 調査のメールの宛先。断った会社と、認定を取り消された会社には送らない。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { readChoices } from "#app/domain/notification/notice-kinds.ts";
import { composeMail, type MailText } from "#app/domain/notification/mail-text.ts";
import { certifiedRange, type SurveyFilter } from "#app/domain/notification/survey.ts";
import { everyListing, type ListingFilter } from "#db/queries/listing-filter.ts";
import {
  certifiedCompanies,
  companyChoices,
  filedAnswersOf,
  type SurveyCompany,
} from "#db/queries/surveys.ts";
import { currentRulebook, type UseCaseContext } from "../context.ts";
import { industryRange } from "../review/list-filter.ts";

/** 一度に読む会社の数。読んでいる間も、画面の要求に応える。 */
const PAGE = 200;
const COUNT_PAGE = 5_000;

type Written = { readonly subject: string; readonly body: string };

/** メールの文。宛名と、断り方を添える。 */
export const surveyText = (
  { origin }: Pick<UseCaseContext, "origin">,
  { subject, body }: Written,
  to: { readonly name: string; readonly companyKey: string },
): MailText =>
  composeMail(subject, to.name, [
    body,
    "",
    "このような調査のメールを受け取らないときは、ログインして次の画面で選んでください。",
    `${origin}/c/${to.companyKey}/notifications`,
  ]);

/** @returns 宛先の会社の数。同じメールアドレスの会社は、送るときに一通になる */
export function countSurveyCompanies(context: UseCaseContext, filter: SurveyFilter): number {
  const listing = listingOf(context, filter);
  let total = 0;
  for (let after = ""; ;) {
    const page = certifiedCompanies(context.database, listing, after, COUNT_PAGE);
    total += accepting(context, page).length;
    const last = page.at(-1);
    if (last === undefined || page.length < COUNT_PAGE) return total;
    after = last.companyKey;
  }
}

export type SurveyRecipient = {
  readonly companyKey: string;
  readonly name: string;
  readonly address: string;
};

/**
 * 一続きの宛先。
 *
 * @param after この会社の鍵より後から。初めは空文字
 * @returns next は続きの鍵。終わりなら null
 */
export function surveyRecipients(
  context: UseCaseContext,
  filter: SurveyFilter,
  after: string,
): { readonly recipients: readonly SurveyRecipient[]; readonly next: string | null } {
  const page = certifiedCompanies(context.database, listingOf(context, filter), after, PAGE);
  const filed = filedAnswersOf(
    context.database,
    accepting(context, page).map(({ number }) => number),
  );
  // 提出の古い順に並ぶので、会社ごとに最も新しい提出の担当者が残る。
  const latest = new Map(filed.map((row) => [row.companyKey, contactOf(row)]));
  return {
    recipients: [...latest.values()].filter(({ address }) => address !== ""),
    next: page.length < PAGE ? null : (page.at(-1)?.companyKey ?? null),
  };
}

const wordOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

function contactOf({
  companyKey,
  companyName,
  answers,
}: ReturnType<typeof filedAnswersOf>[number]): SurveyRecipient {
  const company = answers["company"] ?? {};
  return {
    companyKey,
    name: wordOf(company["contactName"]) || companyName,
    address: wordOf(company["contactEmail"]),
  };
}

/** 断っていない会社。 */
function accepting(context: UseCaseContext, page: readonly SurveyCompany[]): readonly SurveyCompany[] {
  const declined = new Set(
    companyChoices(
      context.database,
      page.map(({ companyKey }) => companyKey),
    )
      .filter(({ choices }) => readChoices("company", choices).surveys === "none")
      .map(({ companyKey }) => companyKey),
  );
  return page.filter(({ companyKey }) => !declined.has(companyKey));
}

function listingOf(context: UseCaseContext, filter: SurveyFilter): ListingFilter {
  const { rulebook } = currentRulebook(context);
  const { ministry, prefecture, industry } = filter;
  const { from, to } = certifiedRange(filter);
  return {
    ...everyListing,
    statuses: ["certified"],
    ministries: ministry === "" ? [] : [ministry],
    prefectures: prefecture === "" ? [] : [prefecture],
    industries: industry === "" ? [] : [industryRange(rulebook, industry)],
    certified: { from, to: to as CivilDate | null },
  };
}
