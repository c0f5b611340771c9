/** 手元に控えてよい画面に、中身の印（ETag）を付ける。印が同じなら 304 で答える（RFC 9110 13 章）。 */
import { createHash } from "node:crypto";
import { namesTag } from "./stored-file-response.server.ts";

/**
 * 印は出来上がった画面から作るので、規則集の版、ログインしている人、組み上がりのどれが変わっても変わる。
 * script の載る画面は、毎回の nonce が中身に入るので、同じ印にならない。
 *
 * @param answer 画面の状態コードとヘッダー。ルートが max-age を付けた 200 の画面だけに印を付ける
 */
export function pageResponse(
  request: Request,
  body: Buffer<ArrayBuffer>,
  { headers, status }: { readonly headers: Headers; readonly status: number },
): Response {
  if (status !== 200 || !/\bmax-age=/u.test(headers.get("Cache-Control") ?? ""))
    return new Response(body, { headers, status });
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  headers.set("ETag", etag);
  return namesTag(request.headers.get("If-None-Match"), etag.slice(2))
    ? new Response(null, { headers, status: 304 })
    : new Response(body, { headers, status });
}
