/**
 * 保管した書類の答え。中身は変わらないので、ハッシュを ETag にし、途中からの受取り（Range、RFC 9110 14 章）に応じる。
 * 名前は日本語のまま保存できる（RFC 5987）。
 */

export type StoredFile = { readonly bytes: Uint8Array; readonly sha256: string };

/** 前に受け取った物の続き、又は変わっていないことの問合せか。 */
export function isContinuation(request: Request): boolean {
  const from = /^bytes=(\d+)-/u.exec(request.headers.get("Range") ?? "")?.[1];
  return request.headers.has("If-None-Match") || (from !== undefined && Number(from) > 0);
}

/**
 * @param options.fallbackName 日本語の名前を読めない道具のための名前（半角）
 * @param options.disposition inline は画面の中で開く
 */
export function storedFileResponse(
  request: Request,
  { bytes, sha256 }: StoredFile,
  options: {
    readonly mediaType: string;
    readonly fileName: string;
    readonly fallbackName: string;
    readonly disposition: "inline" | "attachment";
  },
): Response {
  const etag = `"${sha256}"`;
  const common = {
    ETag: etag,
    "Accept-Ranges": "bytes",
    // 画面にはログインした人の物が出るので共有の控えに残さず、手元の控えは毎回確かめさせる。
    "Cache-Control": "private, no-cache",
  };
  if (namesTag(request.headers.get("If-None-Match"), etag))
    return new Response(null, { status: 304, headers: common });
  const condition = request.headers.get("If-Range");
  const range =
    condition === null || condition === etag
      ? readRange(request.headers.get("Range"), bytes.byteLength)
      : null;
  if (range === "unsatisfiable")
    return new Response(null, {
      status: 416,
      headers: { ...common, "Content-Range": `bytes */${bytes.byteLength}` },
    });
  const part = range === null ? bytes : bytes.subarray(range.from, range.to + 1);
  return new Response(Uint8Array.from(part), {
    status: range === null ? 200 : 206,
    headers: {
      ...common,
      "Content-Type": options.mediaType,
      "Content-Length": String(part.byteLength),
      "Content-Disposition": `${options.disposition}; filename="${options.fallbackName}"; filename*=UTF-8''${encodedName(options.fileName)}`,
      ...(range === null ? {} : { "Content-Range": `bytes ${range.from}-${range.to}/${bytes.byteLength}` }),
    },
  });
}

/** encodeURIComponent が残す ' ( ) * も、RFC 5987 の名前では書けない。 */
const encodedName = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** 手元の控えの印（If-None-Match）が、今の印を含むか。 */
export const namesTag = (header: string | null, etag: string): boolean =>
  header !== null &&
  header.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//u, "") === etag);

/** 一つの範囲だけに応じる。読めない、又は二つ以上の範囲は、無いものとして全部を返す。 */
function readRange(
  header: string | null,
  size: number,
): { readonly from: number; readonly to: number } | "unsatisfiable" | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header ?? "");
  const [, first = "", last = ""] = found ?? [];
  if (found === null || (first === "" && last === "")) return null;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "unsatisfiable" : { from: size - length, to: size - 1 };
  }
  const from = Number(first);
  const to = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < from) return null;
  return from >= size ? "unsatisfiable" : { from, to };
}
