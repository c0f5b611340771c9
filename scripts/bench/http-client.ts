/** 計る側の HTTP。接続を使い回し、受け取った長さ（圧縮されたままの本文とヘッダー）を数える。 */
import { Agent, type IncomingHttpHeaders, request as send } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** 圧縮されたままの本文。 */
  readonly body: Buffer;
  /** 回線を通った長さ（状態行、ヘッダー、本文）。 */
  readonly wireBytes: number;
};

export type Ask = {
  readonly method?: "GET" | "POST";
  readonly path: string;
  readonly cookie?: string;
  /** POST の本文（application/x-www-form-urlencoded）。 */
  readonly form?: string;
};

/** @returns 圧縮を解いた本文 */
export function textOf({ headers, body }: Answer): string {
  const encoding = headers["content-encoding"];
  if (encoding === "gzip") return gunzipSync(body).toString("utf8");
  return (encoding === "br" ? brotliDecompressSync(body) : body).toString("utf8");
}

export type Client = {
  readonly origin: string;
  ask(ask: Ask): Promise<Answer>;
  close(): void;
};

/** ブラウザーが送るのと同じ圧縮の望み。 */
const ACCEPT_ENCODING = "gzip, deflate, br";

/** 込み合っているだけのポータルを、壊れたとみなさない長さ。 */
const TIMEOUT_MS = 120_000;

/**
 * @param origin 計るポータル。127.0.0.1 で待ち受けているものだけ
 */
export function createClient(origin: string): Client {
  const { port, host } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const ask = (asked: Ask): Promise<Answer> => {
    const { method = "GET", path, cookie, form } = asked;
    return new Promise((resolve, reject) => {
      const sent = send(
        {
          agent,
          host: "127.0.0.1",
          port,
          path,
          method,
          timeout: TIMEOUT_MS,
          headers: {
            Host: host,
            Accept: "text/html",
            Origin: origin,
            ...(cookie === undefined ? {} : { Cookie: cookie }),
            "Accept-Encoding": ACCEPT_ENCODING,
            ...(form === undefined
              ? {}
              : {
                  "Content-Type": "application/x-www-form-urlencoded",
                  "Content-Length": String(Buffer.byteLength(form)),
                }),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("error", reject);
          response.on("end", () => {
            const body = Buffer.concat(parts);
            const head = response.rawHeaders.reduce((total, word) => total + Buffer.byteLength(word) + 2, 17);
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body,
              wireBytes: head + body.byteLength,
            });
          });
        },
      );
      sent.on("timeout", () => sent.destroy(new Error(`${path} が ${TIMEOUT_MS} ms の間に答えません。`)));
      sent.on("error", (error: NodeJS.ErrnoException) => {
        // 使い回そうとした接続を、ポータルが同じ時に閉じた。送った物は届いていないので、送り直す。
        if (sent.reusedSocket && error.code === "ECONNRESET") resolve(ask(asked));
        else reject(error);
      });
      sent.end(form);
    });
  };
  return { origin, ask, close: () => agent.destroy() };
}
