/** server.ts が一つのリクエストごとに渡すもの。ルートはこれ以外の仕方で外の物に触れない。 */
import type { UseCaseContext } from "#app/usecases/context.ts";
import type { ToolBox } from "#app/usecases/tools.ts";

export type RequestContext = {
  /** リクエストの番号。ログ・監査・誤りの画面に同じ値が出る。 */
  readonly requestId: string;
  readonly cspNonce: string;
  /** 送り元の IP アドレス。 */
  readonly clientAddress: string;
  readonly tools: ToolBox;
};

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true;
  }
}

export type { UseCaseContext };
