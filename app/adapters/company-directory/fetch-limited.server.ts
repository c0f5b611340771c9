/** 外の物に一度だけ尋ねる。時間と大きさに限りを付け、よそへの転送には従わない（合言葉が他所へ渡る）。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { DirectoryFault, DirectoryFaultKind } from "./company-directory-port.ts";

export type LimitedAnswer = { readonly status: number; readonly type: string; readonly body: string };

/** 開いた後の大きさの上限。 */
const MAX_BYTES = 4 * 1024 * 1024;

export const directoryFault = (
  kind: DirectoryFaultKind,
  reason: string,
  retryAfter: number | null = null,
): DirectoryFault => ({ kind, reason, retryAfter });

/**
 * @param timeoutMs 答えを読み終えるまでの時間
 * @returns 2xx・400・404 の答え。ほかの番号は断りにする
 */
export async function fetchLimited(
  url: URL,
  headers: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<Result<LimitedAnswer, DirectoryFault>> {
  try {
    const response = await fetch(url, {
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const refused = refusedStatus(response);
    if (refused !== null) {
      await response.body?.cancel();
      return refuse(refused);
    }
    const body = await readLimited(response);
    if (body === null) return refuse(directoryFault("unreadable", `答えが ${MAX_BYTES} バイトを超えました`));
    return ok({ status: response.status, type: response.headers.get("Content-Type") ?? "", body });
  } catch (error) {
    return refuse(thrownFault(error));
  }
}

function refusedStatus(response: Response): DirectoryFault | null {
  const { status } = response;
  if (response.type === "opaqueredirect" || (status >= 300 && status < 400))
    return directoryFault("unreadable", "よそへの転送");
  if (status === 401) return directoryFault("unauthorised", "401");
  if (status === 403) return directoryFault("limited", "403", 300);
  if (status === 429) return directoryFault("limited", "429", secondsIn(response.headers.get("Retry-After")));
  if (status >= 500) return directoryFault("faulty", String(status));
  return null;
}

const secondsIn = (text: string | null): number | null =>
  text !== null && /^\d{1,5}$/u.test(text) ? Number(text) : null;

async function readLimited(response: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    bytes += read.value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader?.cancel();
      return null;
    }
    text += decoder.decode(read.value, { stream: true });
  }
  return text + decoder.decode();
}

function thrownFault(error: unknown): DirectoryFault {
  if (error instanceof DOMException && error.name === "TimeoutError")
    return directoryFault("timeout", "時間のうちに答えません");
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return /^(?:ECONN|ENOTFOUND|EAI_|EHOST|ENET|UND_ERR_SOCKET|UND_ERR_CONNECT)/u.test(code)
    ? directoryFault("unreachable", code)
    : directoryFault("unreadable", code === "" ? "読めない答え" : code);
}
