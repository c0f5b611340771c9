/** 画面のフォームでない本文。名乗りの済んでいない相手にも、決めた大きさまでしか読まない。 */
import { BrokenForm, bodyBytes } from "./multipart.server.ts";

/**
 * @param limit 本文の上限（バイト）
 * @returns 大き過ぎれば null
 */
export async function textUpTo(request: Request, limit: number): Promise<string | null> {
  const parts: Uint8Array[] = [];
  try {
    for await (const part of bodyBytes(request, limit)) parts.push(part);
  } catch (error) {
    if (error instanceof BrokenForm) return null;
    throw error;
  }
  return Buffer.concat(parts).toString("utf8");
}
