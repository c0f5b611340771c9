/** 画面の枠組み（道筋の突き合わせ、静的なファイル、縮め）を通さずに、ルートの loader がそのまま答える窓口。 */
import type { AppLoadContext } from "@remix-run/node";
import type {
  NextFunction,
  Request as ExpressRequest,
  RequestHandler,
  Response as ExpressResponse,
} from "express";

/** 道筋に値のない、読むだけのルート。 */
type DirectLoader = (args: {
  readonly request: Request;
  readonly params: { readonly [name: string]: string | undefined };
  readonly context: AppLoadContext;
}) => Promise<Response>;

/**
 * 答えが短く（一つか二つの包みに収まる）、外の仕組みから続けて呼ばれる窓口だけに使う。
 *
 * @param loaders 道筋（`/lookup.json`）と、そのルートの loader
 * @param contextOf ルートに渡す道具
 */
export function answerDirectly(
  loaders: Readonly<Record<string, DirectLoader>>,
  contextOf: (request: ExpressRequest, response: ExpressResponse) => AppLoadContext,
): RequestHandler {
  return (request, response, next) => {
    const [path = ""] = request.originalUrl.split("?");
    const loader = Object.hasOwn(loaders, path) ? loaders[path] : undefined;
    if (loader === undefined || request.method !== "GET") {
      next();
      return;
    }
    const asked = loader({
      request: new Request(`http://${request.get("Host") ?? "localhost"}${request.originalUrl}`, {
        headers: headersOf(request),
      }),
      params: {},
      context: contextOf(request, response),
    });
    void send(asked, response, next);
  };
}

/** loader が読むのは、ログインと、手元の控えの印だけ。 */
function headersOf(request: ExpressRequest): Headers {
  const headers = new Headers();
  for (const name of ["Cookie", "If-None-Match"]) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

async function send(asked: Promise<Response>, response: ExpressResponse, next: NextFunction): Promise<void> {
  try {
    await sendAnswer(await asked, response);
  } catch (thrown) {
    if (thrown instanceof Response) await sendAnswer(thrown, response);
    else next(thrown);
  }
}

async function sendAnswer(answer: Response, response: ExpressResponse): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  response.status(answer.status);
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  if (answer.status !== 304) response.setHeader("Content-Length", body.byteLength);
  response.end(body);
}
