/** 作った計画を、束ごとの取引で入れる。認定通知書の PDF は作らない（画面では「作成中」と出る）。 */
import { currentRulebook } from "#app/usecases/context.ts";
import type { Services } from "#app/services.server.ts";
import { companyByKey } from "#db/queries/accounts.ts";
import { bulkLoad, lastNumber, type NumberRun, settleBulkLoad } from "#db/repositories/bulk-load.ts";
import type { PackedRows } from "#db/repositories/pack-rows.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { type BatchMaker, type BatchRange, type BatchSource, createBatchMaker } from "./plan-batches.ts";
import { createBatchThreads } from "./plan-threads.ts";
import { planMaker } from "./plans.ts";

/** 一つの束の件数。 */
const SIZE = 500;
/** 先に作らせておく束の数（糸一本あたり）。 */
const AHEAD = 2;

export type LoadRefusal = { readonly kind: "alreadyLoaded"; readonly companyName: string };

/**
 * @param input.threads 計画を作る別の糸の数。0 なら同じ糸の中で作る。できる行は糸の数によらない
 * @param input.progress 束ごとに、入れ終えた件数を知らせる
 * @returns 入れた件数。同じ種の事業者がもうあれば、何も入れずに断る
 */
export async function loadPlans(
  services: Services,
  input: {
    readonly plans: number;
    readonly seed: number;
    readonly threads?: number;
    readonly progress?: (loaded: number) => void;
  },
): Promise<Result<number, LoadRefusal>> {
  const { plans, seed, threads = 0, progress } = input;
  const now = services.clock.now();
  const context = { ...services, actor: { kind: "system", job: "seed" } as const, requestId: "seed" };
  const source: BatchSource = {
    count: plans,
    seed,
    loaded: currentRulebook(context),
    now,
    issuers: { applicant: services.identity.applicant.issuer, staff: services.identity.staff.issuer },
  };
  const present = await companyByKey(services.database, planMaker(source)(0).company.key);
  if (present !== undefined) return refuse({ kind: "alreadyLoaded", companyName: present.name });
  const maker =
    threads === 0 ? createBatchMaker(source) : createBatchThreads(source, { threads, size: SIZE });
  try {
    const drawn = new Map<string, number>();
    const first = (series: string): number => drawn.get(series) ?? lastNumber(services.database, series) + 1;
    for await (const { range, numbers, rows } of batches(
      maker,
      plans,
      Math.max(1, threads) * AHEAD,
      (wanted) =>
        [...wanted].map(([series, total]) => {
          const run = { series, first: first(series), total };
          drawn.set(series, run.first + total);
          return run;
        }),
    )) {
      bulkLoad(services.database, {
        actor: { id: "system:seed", name: "システム", role: "system" },
        at: now,
        requestId: "seed",
        audit: {
          action: "demonstration.load",
          subjectKind: "database",
          subjectId: `seed:${seed}`,
          details: { from: range.from + 1, to: range.to },
        },
        numbers,
        rows,
      });
      progress?.(range.to);
    }
    settleBulkLoad(services.database);
    return ok(plans);
  } finally {
    await maker.close();
  }
}

type Batch = {
  readonly range: BatchRange;
  readonly numbers: readonly NumberRun[];
  readonly rows: PackedRows;
};

/**
 * 束を番号の順に出す。番号は順に引くが、束の中身は ahead 個まで先に作らせておく。
 * @param draw 束の順に一度ずつ呼ばれ、番号を引く
 */
async function* batches(
  maker: BatchMaker,
  plans: number,
  ahead: number,
  draw: (wanted: ReadonlyMap<string, number>) => readonly NumberRun[],
): AsyncGenerator<Batch> {
  const ranges = Array.from({ length: Math.ceil(plans / SIZE) }, (_, index) => ({
    from: index * SIZE,
    to: Math.min(plans, (index + 1) * SIZE),
  }));
  let earlier: Promise<unknown> = Promise.resolve();
  const begin = (range: BatchRange): Promise<Batch> => {
    const opened = maker.open(range);
    const drawn = earlier.then(async () => draw(await opened));
    earlier = drawn;
    const made = drawn.then(async (numbers) => ({ range, numbers, rows: await maker.pack(range, numbers) }));
    // 失敗は、順番が来て待つときに投げる。
    made.catch(() => undefined);
    return made;
  };
  // 出した束は手放す。覚えておくと、全部の行が記憶に残る。
  const begun = ranges.splice(0, ahead).map(begin);
  for (let next = begun.shift(); next !== undefined; next = begun.shift()) {
    const batch = await next;
    begun.push(...ranges.splice(0, 1).map(begin));
    yield batch;
  }
}
