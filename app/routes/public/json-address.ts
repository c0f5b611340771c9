/** 同じ URL を、画面を求める人と JSON を求めるプログラムとに振り分ける。 */

/**
 * JSON を画面より強く求めているか。名指しで求めたときだけで、「何でもよい」は画面で答える。
 *
 * @param accept Accept ヘッダー
 */
export function prefersJson(accept: string | null): boolean {
  const wanted = qualities(accept ?? "");
  const json = wanted.get("application/json") ?? 0;
  return json > 0 && json > (wanted.get("text/html") ?? 0);
}

/** 媒体の型から、求める強さ（0〜1）。 */
function qualities(accept: string): ReadonlyMap<string, number> {
  return new Map(
    accept.split(",").map((entry) => {
      const [type = "", ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith("q="));
      const value = quality === undefined ? 1 : Number(quality.slice(2));
      return [type, Number.isFinite(value) ? value : 0] as const;
    }),
  );
}

const jsonAddresses: ReadonlyMap<string, string> = new Map([
  ["/lookup", "/lookup.json"],
  ["/verify", "/verify.json"],
]);

/** 道筋の中の符号を、問合せの値にする。 */
const verifyCode = /^\/verify\/([^/]+)$/u;

/**
 * JSON を求める人に、その画面の JSON を返すルートの道筋を教える。
 *
 * @param pathAndQuery `/lookup?industry=4711` のような道筋
 * @returns JSON のルート。画面で答えるものはそのまま
 */
export function addressFor(pathAndQuery: string, accept: string | null): string {
  const [path = "", ...query] = pathAndQuery.split("?");
  if (!prefersJson(accept)) return pathAndQuery;
  const code = verifyCode.exec(path)?.[1];
  if (code !== undefined) return `/verify.json?code=${code}`;
  const json = jsonAddresses.get(path);
  return json === undefined ? pathAndQuery : [json, ...query].join("?");
}
