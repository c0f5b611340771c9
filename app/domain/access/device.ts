/** 端末のおおよその種類。自分のログインを見分けるためだけに使い、権限の判断には使わない。 */

const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/u, "iPhone"],
  [/iPad/u, "iPad"],
  [/Android/u, "Android"],
  [/CrOS/u, "ChromeOS"],
  [/Windows/u, "Windows"],
  [/Mac OS X|Macintosh/u, "Mac"],
  [/Linux/u, "Linux"],
];

/** 先に書いた物が勝つ（Edge は Chrome と、Chrome は Safari とも名乗る）。 */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//u, "Edge"],
  [/Firefox\/|FxiOS\//u, "Firefox"],
  [/Chrome\/|CriOS\//u, "Chrome"],
  [/Safari\//u, "Safari"],
];

/**
 * @param userAgent User-Agent の値。無ければ null
 * @returns 「Windows の Chrome」のような言葉。分からなければ空文字
 */
export function deviceOf(userAgent: string | null): string {
  const found = (words: typeof systems): string =>
    words.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1] ?? "";
  return [found(systems), found(browsers)].filter((word) => word !== "").join(" の ");
}
