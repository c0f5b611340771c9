/** 版の決まった JSON の答え。中身が同じ間は、手元の控えを使えると 304 で答える（RFC 9110 13 章）。 */
import { createHash } from "node:crypto";
import { namesTag } from "./stored-file-response.server.ts";

/**
 * @param key 中身を決める版の id。中身とともに印（ETag）になる
 * @param headers どちらの答えにも付けるヘッダー
 */
export function taggedJson(
  request: Request,
  value: unknown,
  key: string,
  headers: Readonly<Record<string, string>>,
): Response {
  const body = JSON.stringify(value);
  const etag = `"${createHash("sha256").update(key).update(body).digest("base64url").slice(0, 27)}"`;
  const tagged = { ...headers, ETag: etag };
  if (namesTag(request.headers.get("If-None-Match"), etag))
    return new Response(null, { status: 304, headers: tagged });
  return new Response(body, { headers: { ...tagged, "Content-Type": "application/json; charset=utf-8" } });
}
