/** 保管した書類の答え: ETag、途中からの受取り、日本語の名前。 */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isContinuation, storedFileResponse } from "#app/http/stored-file-response.server.ts";

const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
const sha256 = createHash("sha256").update(bytes).digest("hex");
const ask = (headers: Record<string, string> = {}) => {
  const request = new Request("http://localhost/file", { headers });
  const response = storedFileResponse(
    request,
    { bytes, sha256 },
    {
      mediaType: "application/pdf",
      fileName: "認定通知書_20261205東北第1号(第2版)'*.pdf",
      fallbackName: "certificate.pdf",
      disposition: "inline",
    },
  );
  return { request, response };
};

describe("保管した書類の答え", () => {
  it("全部を、ハッシュの ETag と日本語の名前（RFC 5987）を付けて返す", async () => {
    const { response } = ask();
    expect(response.status).toBe(200);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(response.headers.get("ETag")).toBe(`"${sha256}"`);
    const [, name = ""] =
      /filename\*=UTF-8''(\S+)$/u.exec(response.headers.get("Content-Disposition") ?? "") ?? [];
    expect(name).not.toMatch(/['()*]/u);
    expect(decodeURIComponent(name)).toBe("認定通知書_20261205東北第1号(第2版)'*.pdf");
  });

  it.each([
    ["bytes=0-99", "bytes 0-99/1000", 0, 100],
    ["bytes=900-", "bytes 900-999/1000", 900, 1000],
    ["bytes=-10", "bytes 990-999/1000", 990, 1000],
    ["bytes=990-5000", "bytes 990-999/1000", 990, 1000],
  ])("%s には、その範囲だけを返す", async (range, written, from, to) => {
    const { response } = ask({ Range: range });
    expect(response.status).toBe(206);
    expect(response.headers.get("Content-Range")).toBe(written);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes.subarray(from, to));
  });

  it.each(["bytes=1000-", "bytes=-0"])("無い範囲 %s は 416", (range) => {
    const { response } = ask({ Range: range });
    expect(response.status).toBe(416);
    expect(response.headers.get("Content-Range")).toBe("bytes */1000");
  });

  it.each(["bytes=5-1", "bytes=0-1,5-9", "lines=1-2", "bytes=", "bytes=-"])(
    "読めない範囲 %s は、無いものとして全部を返す",
    (range) => expect(ask({ Range: range }).response.status).toBe(200),
  );

  it("変わっていなければ 304、前と違う物への続きの求めには全部を返す", () => {
    expect(ask({ "If-None-Match": `W/"${sha256}"` }).response.status).toBe(304);
    expect(ask({ "If-None-Match": '"other"' }).response.status).toBe(200);
    expect(ask({ Range: "bytes=10-", "If-Range": '"other"' }).response.status).toBe(200);
    expect(ask({ Range: "bytes=10-", "If-Range": `"${sha256}"` }).response.status).toBe(206);
  });

  it("続きの受取りと、変わっていないことの問合せだけを、受取りの続きと数える", () => {
    expect(isContinuation(ask().request)).toBe(false);
    expect(isContinuation(ask({ Range: "bytes=0-99" }).request)).toBe(false);
    expect(isContinuation(ask({ Range: "bytes=100-" }).request)).toBe(true);
    expect(isContinuation(ask({ "If-None-Match": `"${sha256}"` }).request)).toBe(true);
  });
});
