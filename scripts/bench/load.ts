/** 負荷の掛け方。待たずに一定の間隔で送る（open loop）と、答えを待って次を送る（closed loop）。 */

/** 一回分。送って、答えが正しいことまで確かめる。違えば投げる。 */
export type Visit = () => Promise<void>;

export type Latencies = { readonly p50: number; readonly p95: number; readonly p99: number };
export type Speed = Latencies & { readonly pagesPerSecond: number };

export type LoadPlan = {
  readonly seconds: number;
  /** open loop で一秒に送る数。 */
  readonly rate: number;
};

/** closed loop で同時に待つ数。 */
const CONNECTIONS = 16;

export async function measure(visit: Visit, plan: LoadPlan): Promise<Speed> {
  await closedLoop(visit, Math.min(1, plan.seconds / 2), 4);
  const latencies = await openLoop(visit, plan);
  const pagesPerSecond = await closedLoop(visit, plan.seconds, CONNECTIONS);
  return { pagesPerSecond: round(pagesPerSecond), ...latencies };
}

/** 一定の間隔で送る。遅れも数えるため、送るはずだった時刻から計る。 */
export async function openLoop(visit: Visit, { seconds, rate }: LoadPlan): Promise<Latencies> {
  const total = Math.max(1, Math.round(seconds * rate));
  const started = performance.now();
  const visits = Array.from({ length: total }, async (_, index) => {
    const due = started + (index * 1000) / rate;
    await until(due);
    await visit();
    return performance.now() - due;
  });
  return percentiles(await Promise.all(visits));
}

async function closedLoop(visit: Visit, seconds: number, connections: number): Promise<number> {
  const started = performance.now();
  const end = started + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        await visit();
        done += 1;
      }
    }),
  );
  return (done * 1000) / (performance.now() - started);
}

const until = (due: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, due - performance.now()));
  });

export function percentiles(latencies: readonly number[]): Latencies {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (percent: number): number =>
    round(sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0);
  return { p50: at(50), p95: at(95), p99: at(99) };
}

export const median = (values: readonly number[]): number => percentiles(values).p50;

/** 0.01 まで。 */
export const round = (value: number): number => Math.round(value * 100) / 100;
