/**
 * 画面が静かに動いたか。console の誤り、捕まえられなかった例外、届かなかった物、CSP の違反を集める。
 * 画面そのものの 4xx は手続の答えなので、歩みの側が確かめる。
 */
import type { BrowserContext, Request } from "playwright-core";

/** 次の画面へ移ったので、ブラウザーが待つのをやめただけのもの。 */
const abandoned = (request: Request): boolean => request.failure()?.errorText === "net::ERR_ABORTED";

/**
 * @param javaScript この人のブラウザーで script が動くか。動かなければ、ブラウザーは script を取り寄せない
 * @returns 集めた言葉。後から増える
 */
export function listenForNoise(context: BrowserContext, javaScript: boolean): readonly string[] {
  const refusedByVisitor = (request: Request): boolean =>
    !javaScript && request.resourceType() === "script" && request.failure()?.errorText === "csp";
  const noise: string[] = [];
  const answeredPages = new Set<string>();
  context.on("response", (response) => {
    const status = response.status();
    if (response.request().isNavigationRequest()) answeredPages.add(response.url());
    if (status >= 500 || (status >= 400 && !response.request().isNavigationRequest()))
      noise.push(`${status} ${response.url()}`);
  });
  context.on("requestfailed", (request) => {
    if (!abandoned(request) && !refusedByVisitor(request))
      noise.push(`${request.failure()?.errorText ?? "失敗"} ${request.url()}`);
  });
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    const isPageStatus =
      message.text().startsWith("Failed to load resource") && answeredPages.has(message.location().url);
    if (!isPageStatus) noise.push(`console: ${message.text()}（${message.location().url}）`);
  });
  context.on("weberror", (error) => {
    noise.push(`例外: ${error.error().stack ?? error.error().message}`);
  });
  return noise;
}
