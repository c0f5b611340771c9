/** 一覧の条件（URL の形）を、データベースに尋ねる条件にする。見てよい局はここで必ず掛け合わせる。 */
import { hasRole, officesOf, type StaffActor } from "#app/domain/access/actor.ts";
import { addBusinessDays, latestStart } from "#app/domain/calendar/business-days.ts";
import { addDays, type CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { searchWords } from "#app/domain/text/search-grams.ts";
import { SOON_BUSINESS_DAYS } from "#app/domain/worklist/due-day.ts";
import { type ListQuery, orderOf, statusesOf } from "#app/domain/worklist/list-query.ts";
import type { ListingFilter } from "#db/queries/listing-filter.ts";
import type { ListingKey, ListingOrder } from "#db/queries/listing-numbers.ts";
import { holidaysOf } from "#app/domain/rulebook/holidays.ts";

/** 見てよい局。null は全部（企画課）。 */
export const visibleOffices = (actor: StaffActor): readonly string[] | null =>
  hasRole(actor, "coordinator") ? null : officesOf(actor);

/** 選んだ局のうち、見てよい局。選んでいなければ、見てよい局の全部（null は全部の局）。 */
export function chosenOffices(actor: StaffActor, chosen: readonly string[]): readonly string[] | null {
  const visible = visibleOffices(actor);
  if (chosen.length === 0) return visible;
  return visible === null ? chosen : visible.filter((office) => chosen.includes(office));
}

const REVISIONS = [14, 13] as const;

/** 大分類の英字は、二つの改定の中分類の範囲に開く。数字は、その数字で始まる細分類の範囲。 */
export function industryRange(rulebook: Rulebook, code: string): readonly [from: string, to: string] {
  if (/^\d/u.test(code)) return [code.padEnd(4, "0"), code.padEnd(4, "9")];
  const majors = REVISIONS.flatMap((revision) =>
    [...rulebook.industries[revision].byCode.values()]
      .filter(({ parent }) => parent === code)
      .map((group) => group.code),
  ).toSorted();
  return [`${majors[0] ?? "zz"}00`, `${majors.at(-1) ?? "zz"}99`];
}

/**
 * @param facts.today 東京の今日
 * @returns 選ばれた局のうち見てよい局だけの条件。一つも見てよくなければ、どの申請も当たらない
 */
export function listFilter(
  actor: StaffActor,
  query: ListQuery,
  facts: { readonly rulebook: Rulebook; readonly today: CivilDate },
): ListingFilter {
  const visible = visibleOffices(actor);
  const chosen = query.office;
  const offices =
    visible === null
      ? chosen.length === 0
        ? null
        : chosen
      : chosen.length === 0
        ? visible
        : visible.filter((office) => chosen.includes(office));
  return {
    offices,
    statuses: statusesOf(query),
    words: searchWords(query.q ?? ""),
    ministries: query.ministry,
    prefectures: query.prefecture,
    guidelines: query.guideline,
    industries: query.industry.map((code) => industryRange(facts.rulebook, code)),
    assignees: query.assignee.map((one) => (one === "me" ? actor.accountId : one === "none" ? "" : one)),
    kinds: query.kind,
    proposals: query.proposal,
    equipmentTypes: query.equipment,
    returnKinds: query.reason,
    minReturns: query.minReturns ?? 0,
    filed: { from: query.filedFrom, to: query.filedTo },
    accepted: { from: query.acceptedFrom, to: query.acceptedTo },
    certified: { from: query.certifiedFrom, to: query.certifiedTo },
    dueWithin: { from: query.dueFrom, to: query.dueTo },
    consulting: query.waiting.length > 0,
    ...dueFilter(query, facts),
    stoppedBy: query.minStopped === null ? null : addDays(facts.today, -query.minStopped),
    startedBy:
      query.minAge === null ? null : latestStart(facts.today, query.minAge, holidaysOf(facts.rulebook)),
  };
}

/** 「超過」は昨日までの目安の日、「近い」は今日から3業務日の後まで。 */
function dueFilter(
  { due }: ListQuery,
  { rulebook, today }: { readonly rulebook: Rulebook; readonly today: CivilDate },
): Pick<ListingFilter, "due" | "stopped"> {
  const soon = addBusinessDays(today, SOON_BUSINESS_DAYS, holidaysOf(rulebook));
  const ranges = { over: { from: null, to: addDays(today, -1) }, soon: { from: today, to: soon } };
  return {
    due: due.flatMap((one) => (one === "stopped" ? [] : [ranges[one]])),
    stopped: due.includes("stopped"),
  };
}

export const listOrder = (query: ListQuery): ListingOrder => ({
  sort: query.sort ?? "filed",
  direction: orderOf(query),
});

/** URL のページの境目。 */
export function listKey({ after }: ListQuery): ListingKey | null {
  if (after === null) return null;
  const cut = after.indexOf("~");
  return cut < 0
    ? { number: Number(after), value: "" }
    : { number: Number(after.slice(0, cut)), value: after.slice(cut + 1) };
}

export const writeKey = ({ number, value }: ListingKey): string =>
  value === "" ? String(number) : `${number}~${value}`;
