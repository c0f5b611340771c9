/** loader と action を、本物の Request で呼ぶ。 */
import type { AppLoadContext } from "@remix-run/node";
import { testOrigin } from "./portal-services.ts";

type RouteArguments = {
  readonly request: Request;
  readonly params: { readonly [name: string]: string | undefined };
  readonly context: AppLoadContext;
};

type Headings = Readonly<Record<string, string>>;

/**
 * @param path `/lookup?industry=4711` のような道筋
 * @param options.form 送る欄。あれば POST
 * @returns loader 又は action の答え。投げた Response も答えとして返す（断りと移動）
 */
export async function load<T>(
  loader: (args: RouteArguments) => Promise<T>,
  context: AppLoadContext,
  path: string,
  options: {
    readonly params?: RouteArguments["params"];
    readonly headers?: Headings;
    readonly form?: Readonly<Record<string, string>>;
  } = {},
): Promise<T | Response> {
  const request = new Request(`${testOrigin}${path}`, {
    headers: { ...options.headers },
    ...(options.form === undefined ? {} : { method: "POST", body: new URLSearchParams(options.form) }),
  });
  try {
    // 要求ごとの道具は、要求ごとに作られる。
    return await loader({ request, params: options.params ?? {}, context: { ...context } });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}
