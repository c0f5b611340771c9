/** ログインの要らない窓口の、送り元ごとの回数の上限。当て推量と、機械による読み取りを抑える。 */

export type RequestLimit = {
  /** 期間の中で受ける回数。 */
  readonly times: number;
  /** 期間（秒）。 */
  readonly seconds: number;
};

/** 認定通知書の確認。人が続けて確かめるには足りる。 */
export const VERIFY_LIMIT: RequestLimit = { times: 60, seconds: 600 };

export type Bucket = {
  /** 期間の始まり（UTC の ISO 文字列）。 */
  readonly windowStart: string;
  readonly used: number;
};

export type Taken =
  | { readonly allowed: true; readonly bucket: Bucket }
  /** 次に受けるまでの秒数。 */
  | { readonly allowed: false; readonly retryAfter: number };

/**
 * 一回分を数える。
 *
 * @param bucket これまで。初めてなら undefined
 * @param now 今の瞬間（UTC の ISO 文字列）
 */
export function takeOne(bucket: Bucket | undefined, now: string, limit: RequestLimit): Taken {
  const elapsed =
    bucket === undefined
      ? Number.POSITIVE_INFINITY
      : (Date.parse(now) - Date.parse(bucket.windowStart)) / 1000;
  if (bucket === undefined || elapsed < 0 || elapsed >= limit.seconds)
    return { allowed: true, bucket: { windowStart: now, used: 1 } };
  if (bucket.used >= limit.times) return { allowed: false, retryAfter: Math.ceil(limit.seconds - elapsed) };
  return { allowed: true, bucket: { ...bucket, used: bucket.used + 1 } };
}

/**
 * 送り元のまとまり。一人が使える幅（IPv4 は /24、IPv6 は /64）で数える。
 *
 * @param address IP アドレス
 */
export function addressBlock(address: string): string {
  const four = /(?:^|:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/u.exec(address);
  if (four !== null) return `${four.slice(1, 4).join(".")}.0/24`;
  const [head = "", tail] = address.toLowerCase().split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups =
    tail === undefined
      ? front
      : [
          ...front,
          ...Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => "0"),
          ...back,
        ];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/u, ""))
    .join(":")}::/64`;
}
