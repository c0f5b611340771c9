/** 法人インフォメーション（gBizINFO）の REST API v2。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { CompanyDirectory, DirectoryFault } from "./company-directory-port.ts";
import { directoryFault, fetchLimited, type LimitedAnswer } from "./fetch-limited.server.ts";
import { candidateIn, factsIn, gbizinfoEnvelope } from "./gbizinfo-record.ts";

export type GbizinfoOptions = {
  /** 例: https://…/hojin。末尾の / は、付いていても外す（付けて呼ぶと相手は 500 を返す）。 */
  readonly baseUrl: string;
  readonly token: string;
  readonly timeoutMs: number;
  readonly prefectures: () => ReadonlyMap<string, { readonly name: string }>;
};

/** 一度に見せる候補の数。 */
const CANDIDATES = 30;

export function createGbizinfoDirectory(options: GbizinfoOptions): CompanyDirectory {
  const base = `${options.baseUrl.replace(/\/+$/u, "")}/v2/hojin`;
  const ask = async (url: URL): Promise<Result<readonly unknown[] | null, DirectoryFault>> => {
    const answer = await fetchLimited(
      url,
      { "X-hojinInfo-api-token": options.token, Accept: "application/json" },
      options.timeoutMs,
    );
    return answer.ok ? readEnvelope(answer.value) : answer;
  };
  return {
    source: "gbizinfo",
    async byNumber(number) {
      const asked = await ask(new URL(`${base}/${number}`));
      if (!asked.ok) return asked;
      const [first] = asked.value ?? [];
      if (first === undefined) return ok({ kind: "none" });
      const read = factsIn(first, options.prefectures());
      if (read === null) return refuse(directoryFault("unreadable", "記録の形が違います"));
      if (read.facts.corporateNumber !== number)
        return refuse(directoryFault("unreadable", "尋ねた番号と違う記録が返りました"));
      return ok({ kind: "found", ...read });
    },
    async byName(name, prefecture) {
      const url = new URL(base);
      url.searchParams.set("name", name);
      if (prefecture !== null) url.searchParams.set("prefecture", prefecture);
      url.searchParams.set("limit", String(CANDIDATES + 1));
      url.searchParams.set("page", "1");
      const asked = await ask(url);
      if (!asked.ok) return asked;
      const candidates = (asked.value ?? []).flatMap((value) => candidateIn(value) ?? []);
      return ok({ candidates: candidates.slice(0, CANDIDATES), more: candidates.length > CANDIDATES });
    },
  };
}

/** @returns 載っていない（404）なら null */
function readEnvelope({ status, body }: LimitedAnswer): Result<readonly unknown[] | null, DirectoryFault> {
  if (status === 404 && looksLikeJson(body)) return ok(null);
  if (status !== 200) return refuse(directoryFault("unreadable", String(status)));
  try {
    const parsed = gbizinfoEnvelope.safeParse(JSON.parse(body));
    return parsed.success
      ? ok(parsed.data["hojin-infos"])
      : refuse(directoryFault("unreadable", "答えの形が違います"));
  } catch {
    return refuse(directoryFault("unreadable", "JSON として読めません"));
  }
}

const looksLikeJson = (body: string): boolean => body.trimStart().startsWith("{");
