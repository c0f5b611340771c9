/** 名称から法人番号を探す。共同申請者や引継ぎの相手の番号を調べるために、申請者が使う。 */
import type { DirectoryCandidates } from "#app/adapters/company-directory/company-directory-port.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { takeFromBucket } from "#db/repositories/request-buckets.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import type { DirectoryTools } from "./look-up-company.server.ts";

/** 一人が続けて探せる回数。 */
const FIND_LIMIT = { times: 30, seconds: 600 };

export type FoundCompanies =
  | ({ readonly kind: "found" } & DirectoryCandidates)
  /** どの口も答えなかった。 */
  | { readonly kind: "unavailable" }
  /** 回数の上限。 */
  | { readonly kind: "limited"; readonly retryAfter: number };

/** 法人格の略し方と空白は、公表の名称では当たらないので落とす。 */
const searchable = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/\((?:株|有|合|資|名|一社|医|福)\)/gu, "")
    .replace(/\s+/gu, "")
    .trim();

/**
 * @param input.prefecture 都道府県の番号（2 桁）。null なら全国
 */
export async function findCompanies(
  context: UseCaseContext,
  tools: DirectoryTools,
  input: { readonly companyKey: string; readonly name: string; readonly prefecture: string | null },
): Promise<Result<FoundCompanies, Refusal>> {
  const allowed = authorise(context, "plan.draft", { companyKey: input.companyKey });
  if (!allowed.ok) return allowed;
  const name = searchable(input.name);
  if (name.length < 2)
    return refuse({ kind: "invalid", errors: { name: ["会社の名称を2文字以上入力してください"] } });
  const now = context.clock.now();
  const key = `findCompanies:${actorStamp(context.actor).id}`;
  const taken = await takeFromBucket(context.database, key, now, FIND_LIMIT);
  if (!taken.allowed) return ok({ kind: "limited", retryAfter: taken.retryAfter });
  for (const directory of tools.directories) {
    const found = await directory.byName(name, input.prefecture);
    if (found.ok) return ok({ kind: "found", ...found.value });
    tools.log.warn({ source: directory.source, failure: found.error.kind }, "会社を名称で探せない");
  }
  return ok({ kind: "unavailable" });
}
