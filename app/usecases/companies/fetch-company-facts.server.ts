/** 会社の事実を裏で引いておく。ログインと申請のたびに頼み、引けなければ働き手が間を空けてやり直す。 */
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { type CorporateNumber, parseCorporateNumber } from "#app/domain/text/corporate-number.ts";
import type { OutboxDraft } from "#db/write-plan.ts";
import { enqueueOnce } from "#db/repositories/outbox-jobs.ts";
import type { UseCaseContext } from "../context.ts";
import { type DirectoryTools, knownCompany, lookUpCompany } from "./look-up-company.server.ts";

export const FETCH_FACTS = "fetchCompanyFacts";

/** 引く仕事。同じ機会（その日、その提出）には一つだけ。 */
export const factsJob = (corporateNumber: CorporateNumber, occasion: string): OutboxDraft => ({
  topic: FETCH_FACTS,
  key: `${corporateNumber}:${occasion}`,
  payload: { corporateNumber },
});

/** 法人番号を持つ会社の、新しい控えが無いときだけ頼む。一日に一度。 */
export async function requestCompanyFacts(
  context: UseCaseContext,
  tools: Pick<DirectoryTools, "directories">,
  companyKey: string,
): Promise<void> {
  const number = parseCorporateNumber(companyKey);
  if (!number.ok || tools.directories.length === 0) return;
  const known = await knownCompany(context, number.value);
  if (known.kind === "known" && !known.outdated) return;
  const now = context.clock.now();
  await enqueueOnce(context.database, factsJob(number.value, tokyoDay(now)), now);
}

/**
 * 引く口の設定が無ければ、何もしない。
 * @throws どの口も答えなかったとき（働き手がやり直す）
 */
export async function fetchCompanyFacts(
  context: UseCaseContext,
  tools: DirectoryTools,
  job: { readonly corporateNumber: string },
): Promise<void> {
  if (tools.directories.length === 0) return;
  const lookup = await lookUpCompany(context, tools, job.corporateNumber as CorporateNumber);
  if (lookup.kind === "unknown") throw new Error(`会社の事実を引けません: ${lookup.faults.join("、")}`);
  if (lookup.outdated) throw new Error("会社の事実を引き直せません。");
}
