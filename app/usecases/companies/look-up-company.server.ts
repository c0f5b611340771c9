/**
 * 法人番号から会社の事実を引く。新しい控えがあればそれを、なければ法人インフォメーション、国税庁の順に尋ねる。
 * どちらも答えなければ古い控えを返し、下書きも申請も止めない。
 */
import type { DirectoryFaultKind } from "#app/adapters/company-directory/company-directory-port.ts";
import type { CompanyFacts } from "#app/domain/company-facts/company-facts.ts";
import type { CorporateNumber } from "#app/domain/text/corporate-number.ts";
import { keptFacts } from "#db/queries/company-facts.ts";
import { keepCompanyFacts, keepDirectoryState } from "#db/repositories/keep-company-facts.ts";
import { takeFromBucket } from "#db/repositories/request-buckets.ts";
import type { UseCaseContext } from "../context.ts";
import type { ToolBox } from "../tools.ts";

export type DirectoryTools = Pick<ToolBox, "directories" | "log">;

/** 引いた結果。 */
export type CompanyLookup =
  /** facts が null なら、どこにも載っていない。outdated は、いま引き直せず古い控えを使ったこと。 */
  | {
      readonly kind: "known";
      readonly facts: CompanyFacts | null;
      readonly fetchedAt: string;
      readonly outdated: boolean;
    }
  /** 一度も引けていない。 */
  | { readonly kind: "unknown"; readonly faults: readonly DirectoryFaultKind[] };

/** 控えを引き直さずに使う時間。 */
const FRESH_HOURS = 24;
/** 一つの口に尋ねる回数の上限。知られている制限（10分に6,000回）のずっと手前で止める。 */
const ASK_LIMIT = { times: 1_000, seconds: 600 };
/** 画面が待つ時間の上限。 */
const PAGE_WAIT_MS = 2_000;

/** 控えだけを見る。外には尋ねない。 */
export async function knownCompany(context: UseCaseContext, number: CorporateNumber): Promise<CompanyLookup> {
  const kept = await keptFacts(context.database, number);
  return kept === undefined
    ? { kind: "unknown", faults: [] }
    : {
        kind: "known",
        facts: kept.facts,
        fetchedAt: kept.fetchedAt,
        outdated: !isFresh(kept.fetchedAt, context.clock.now()),
      };
}

const isFresh = (fetchedAt: string, now: string): boolean =>
  Date.parse(now) - Date.parse(fetchedAt) < FRESH_HOURS * 3_600_000;

/** @returns 口のどれかが答えれば新しい値。どれも答えなければ古い控え */
export async function lookUpCompany(
  context: UseCaseContext,
  tools: DirectoryTools,
  number: CorporateNumber,
): Promise<CompanyLookup> {
  const known = await knownCompany(context, number);
  if (known.kind === "known" && !known.outdated) return known;
  const faults: DirectoryFaultKind[] = [];
  for (const directory of tools.directories) {
    const at = context.clock.now();
    const taken = await takeFromBucket(context.database, `directory:${directory.source}`, at, ASK_LIMIT);
    const asked = taken.allowed
      ? await directory.byNumber(number)
      : ({ ok: false, error: { kind: "limited", reason: "尋ねる回数の上限", retryAfter: null } } as const);
    if (!asked.ok) {
      faults.push(asked.error.kind);
      const failure = `${asked.error.kind}: ${asked.error.reason}`;
      tools.log.warn(
        { source: directory.source, failure, requestId: context.requestId },
        "会社の事実を引けない",
      );
      await keepDirectoryState(context.database, directory.source, at, { failure });
      continue;
    }
    const drift = asked.value.kind === "found" ? asked.value.drift : [];
    if (drift.length > 0)
      tools.log.error({ source: directory.source, drift }, "外の物の答えの形が、知っている形と違う");
    await keepDirectoryState(context.database, directory.source, at, { drift });
    if (asked.value.kind === "found") return keep(context, number, asked.value.facts);
  }
  if (faults.length === 0 && tools.directories.length > 0) return keep(context, number, null);
  return known.kind === "known" ? known : { kind: "unknown", faults };
}

async function keep(
  context: UseCaseContext,
  number: CorporateNumber,
  facts: CompanyFacts | null,
): Promise<CompanyLookup> {
  const fetchedAt = context.clock.now();
  await keepCompanyFacts(context.database, number, facts, fetchedAt);
  return { kind: "known", facts, fetchedAt, outdated: false };
}

/** 画面から引く。決めた時間を過ぎたら控えで答え、引き終えた値は次に開いた時に出る。 */
export async function lookUpForPage(
  context: UseCaseContext,
  tools: DirectoryTools,
  number: CorporateNumber,
): Promise<CompanyLookup> {
  const asked = lookUpCompany(context, tools, number);
  const late = new Promise<"late">((resolve) => setTimeout(() => resolve("late"), PAGE_WAIT_MS).unref());
  const first = await Promise.race([asked, late]);
  if (first !== "late") return first;
  asked.catch((error: unknown) => tools.log.error({ err: error }, "会社の事実を引く途中の誤り"));
  const known = await knownCompany(context, number);
  return known.kind === "known" ? known : { kind: "unknown", faults: ["timeout"] };
}
