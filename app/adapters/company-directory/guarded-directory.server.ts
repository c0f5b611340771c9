/**
 * 引く口を守る。相手の誤りは間を置いて一度だけやり直し、続けて失敗すればしばらく尋ねない。
 * 画面を待たせるのは timeoutMs まで。やり直しも含めてその内に収める。
 */
import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhenResult,
  retry,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
} from "cockatiel";
import { refuse, type Result } from "#app/domain/result.ts";
import type { CompanyDirectory, DirectoryFault } from "./company-directory-port.ts";
import { directoryFault } from "./fetch-limited.server.ts";

type Asked = Result<unknown, DirectoryFault>;

const faultOf = (asked: unknown): DirectoryFault | null => {
  const result = asked as Asked;
  return result.ok ? null : result.error;
};

const isFaulty = handleWhenResult((asked) => faultOf(asked) !== null).orType(TaskCancelledError);
/** やり直して直り得るのは、相手の誤りとつながらないことだけ。時間切れは、もう待たせない。 */
const isPassing = handleWhenResult((asked) => {
  const kind = faultOf(asked)?.kind;
  return kind === "faulty" || kind === "unreachable";
});

/**
 * @param options.failures 続けて何回失敗したら休むか
 * @param options.restMs 休む時間（ミリ秒）
 * @param options.timeoutMs やり直しも含めて待つ時間（ミリ秒）
 */
export function guardDirectory(
  directory: CompanyDirectory,
  options: { readonly failures: number; readonly restMs: number; readonly timeoutMs: number },
): CompanyDirectory {
  const policy = wrap(
    circuitBreaker(isFaulty, {
      halfOpenAfter: options.restMs,
      breaker: new ConsecutiveBreaker(options.failures),
    }),
    timeout(options.timeoutMs, TimeoutStrategy.Aggressive),
    retry(isPassing, {
      maxAttempts: 1,
      backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 300 }),
    }),
  );
  const guarded = async <T>(
    ask: () => Promise<Result<T, DirectoryFault>>,
  ): Promise<Result<T, DirectoryFault>> => {
    try {
      return await policy.execute(ask);
    } catch (error) {
      if (error instanceof BrokenCircuitError)
        return refuse(directoryFault("paused", "続けて失敗したので、しばらく尋ねません"));
      if (error instanceof TaskCancelledError)
        return refuse(directoryFault("timeout", "時間のうちに答えません"));
      throw error;
    }
  };
  return {
    source: directory.source,
    byNumber: (number) => guarded(() => directory.byNumber(number)),
    byName: (name, prefecture) => guarded(() => directory.byName(name, prefecture)),
  };
}
