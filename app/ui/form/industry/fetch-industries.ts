/** 業種の一覧を取り寄せる。版を添えて問うので、同じ問いはブラウザーが覚えている。 */
import type { IndustryHits, IndustryPick } from "#app/domain/industry/industry-pick.ts";

type Query = Readonly<Record<string, string>>;

/** @returns 届かなければ null。やめた（signal）ときも null */
async function ask<T>(query: Query, signal: AbortSignal): Promise<T | null> {
  try {
    const response = await fetch(`/industries.json?${new URLSearchParams(query).toString()}`, {
      headers: { Accept: "application/json" },
      credentials: "same-origin",
      signal,
    });
    // 自分のサーバーの、型の同じ関数が答える。
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}

export const fetchPick = (
  query: {
    readonly edition: string;
    readonly revision: string;
    readonly at: string;
    readonly prefecture: string;
    readonly municipality: string;
  },
  signal: AbortSignal,
): Promise<IndustryPick | null> => ask(query, signal);

export const fetchHits = (
  query: { readonly edition: string; readonly revision: string; readonly words: string },
  signal: AbortSignal,
): Promise<IndustryHits | null> => ask(query, signal);
