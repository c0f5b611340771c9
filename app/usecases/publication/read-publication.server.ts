/** 公表した一覧を読む。行は公表した版のまま、取消しだけを今の記録から添える。 */
import type { ListedPlan } from "#app/domain/publication/published-plan.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Connection } from "#db/client.ts";
import {
  countPublished,
  editionsOfMonth,
  publicationEditions,
  type PublicationRow,
  publishedGroups,
  publishedPage,
} from "#db/queries/publications.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

/** 絞込み。空文字なら絞らない。 */
export type PublicationChoice = {
  readonly ministry: string;
  readonly prefecture: string;
  readonly division: string;
};

/** 公表した一月。 */
export type Publication = {
  readonly month: string;
  /** いまの版。 */
  readonly edition: number;
  readonly total: number;
  /** はじめに公表した日。 */
  readonly publishedOn: string;
  /** 訂正。古い順。 */
  readonly corrections: readonly Pick<PublicationRow, "edition" | "publishedOn" | "reason">[];
};

/** 一枚に出す行数。 */
const PAGE = 50;

/** 公表した月。新しい順。 */
export function listPublications(context: UseCaseContext): readonly Publication[] {
  const months = Map.groupBy(publicationEditions(context.database.reader), ({ month }) => month);
  return [...months.values()].flatMap((editions) => publicationOf(editions) ?? []);
}

/** @param editions 一月の版。新しい順 */
export function publicationOf(editions: readonly PublicationRow[]): Publication | null {
  const [latest] = editions;
  const first = editions.at(-1);
  if (latest === undefined || first === undefined) return null;
  return {
    month: latest.month,
    edition: latest.edition,
    total: latest.total,
    publishedOn: first.publishedOn,
    corrections: editions.filter(({ edition }) => edition > 1).toReversed(),
  };
}

export type PublicationPage = {
  readonly publication: Publication;
  readonly plans: readonly ListedPlan[];
  /** 条件に合う行の数。 */
  readonly total: number;
  /** この一枚の前にある行の数。 */
  readonly before: number;
  /** 次の一枚の境目。無ければ null。 */
  readonly next: number | null;
  readonly groups: ReturnType<typeof publishedGroups>;
};

/**
 * @param input.after 前の一枚の最後の行の番号。はじめの一枚は 0
 * @returns 公表していない月は notFound
 */
export function openPublication(
  context: UseCaseContext,
  input: { readonly month: string; readonly choice: PublicationChoice; readonly after: number },
): Result<PublicationPage, Refusal> {
  const { reader } = context.database;
  const publication = publicationOf(editionsOfMonth(reader, input.month));
  if (publication === null) return refuse({ kind: "notFound" });
  const { month, edition } = publication;
  const filter = { month, edition, ...input.choice };
  const rows = listedPlans(reader, filter, input.after, PAGE + 1);
  const shown = rows.slice(0, PAGE);
  return ok({
    publication,
    plans: shown.map(({ plan }) => plan),
    total: countPublished(reader, filter),
    before: input.after === 0 ? 0 : countPublished(reader, filter, input.after + 1),
    next: rows.length > PAGE ? (shown.at(-1)?.position ?? null) : null,
    groups: groupsOf(reader, month, edition),
  });
}

const remembered = new WeakMap<Connection, Map<string, ReturnType<typeof publishedGroups>>>();

/** 公表した版は変わらないので、一度数えたら覚えておく。 */
function groupsOf(reader: Connection, month: string, edition: number): ReturnType<typeof publishedGroups> {
  const known = remembered.get(reader) ?? new Map<string, ReturnType<typeof publishedGroups>>();
  const key = `${month}/${edition}`;
  const groups = known.get(key) ?? publishedGroups(reader, month, edition);
  remembered.set(reader, known.set(key, groups));
  return groups;
}

/** 条件に合う行を、境目の後から limit 行まで。 */
export const listedPlans = (
  reader: Connection,
  filter: PublicationChoice & { readonly month: string; readonly edition: number },
  after: number,
  limit: number,
): readonly { readonly position: number; readonly plan: ListedPlan }[] =>
  publishedPage(reader, filter, { after, limit }).map(({ plan, ended, revokedOn }) => ({
    position: plan.position,
    plan: {
      ...plan,
      later:
        ended !== null
          ? { kind: ended.kind, on: ended.on }
          : revokedOn === null
            ? null
            : { kind: "revoked", on: revokedOn },
    },
  }));
