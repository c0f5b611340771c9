import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { inOnePiece } from "./http/one-piece.server.ts";
import { pageResponse } from "./http/tagged-page.server.ts";
import { NonceContext } from "./routes/nonce.ts";

const ABORT_AFTER = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let shellRendered = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={loadContext.cspNonce}>
        <RemixServer context={remixContext} url={request.url} nonce={loadContext.cspNonce} />
      </NonceContext.Provider>,
      {
        nonce: loadContext.cspNonce,
        // 全部そろってから送る。途中で誤りが起きても、状態コードと画面が食い違わない。
        onAllReady() {
          shellRendered = true;
          headers.set("Content-Type", "text/html; charset=utf-8");
          pipe(inOnePiece((body) => resolve(pageResponse(request, body, { headers, status }))));
        },
        onShellError: reject,
        onError(error) {
          if (shellRendered)
            loadContext.tools.log.error({ err: error, requestId: loadContext.requestId }, "描画の失敗");
        },
      },
    );
    setTimeout(abort, ABORT_AFTER).unref();
  });
}

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  // 無い道筋や断り（4xx）は誤りではない。
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  context.tools.log.error(
    { err: error, requestId: context.requestId, path: new URL(request.url).pathname },
    "処理の失敗",
  );
}
