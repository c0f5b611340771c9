/**
 * `npm run seed`: npm start と同じ例のデータを入れる（申請が一つもないときだけ）。
 * `npm run seed -- --plans 10000 [--seed 1]`: 続けて、架空の計画をその件数だけ作って入れる。
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { ensureRulebook } from "#app/import-rulebook-folder.server.ts";
import {
  CommandRefusal,
  commandConfig,
  runCommand,
  say,
  sourceRulebook,
  warn,
  withServices,
} from "./command.ts";
import { loadPlans } from "./demonstration/generated/load-plans.ts";
import { seedDemonstration } from "./demonstration/seed-demonstration.ts";

/** 糸を立ち上げる手間に見合う件数。 */
const PLANS_PER_THREAD = 2_000;

const usage = "使い方: npm run seed [-- --plans 件数（1〜1000000） [--seed 種（0 以上の整数）]]";

function argumentsOf(args: string[]): { readonly plans: number; readonly seed: number } {
  try {
    const { values } = parseArgs({ args, options: { plans: { type: "string" }, seed: { type: "string" } } });
    const plans = Number(values.plans ?? "0");
    const seed = Number(values.seed ?? "1");
    const inRange = (value: number, from: number, to: number) =>
      Number.isInteger(value) && value >= from && value <= to;
    if ((values.plans === undefined || inRange(plans, 1, 1_000_000)) && inRange(seed, 0, 0xffff_ffff))
      return { plans, seed };
  } catch {
    // 知らない引数も、範囲の外の数と同じに断る。
  }
  throw new CommandRefusal(usage, 2);
}

await runCommand(async () => {
  const { plans, seed } = argumentsOf(process.argv.slice(2));
  const config = commandConfig();
  if (config.production && !config.demo)
    throw new CommandRefusal(
      "本番のデータベースに見本のデータは入れません。デモなら DEMO=1 にしてください。",
    );
  await withServices(config, async (services) => {
    await ensureRulebook(services, sourceRulebook);
    await seedDemonstration(services);
    say("例の計画を入れました（申請がすでにあるときは、何も変えません）。");
    if (plans === 0) return;
    const started = performance.now();
    const loaded = await loadPlans(services, {
      plans,
      seed,
      threads: Math.min(availableParallelism(), Math.ceil(plans / PLANS_PER_THREAD) - 1),
      progress: (done) => {
        if (done % 5_000 === 0 || done === plans) warn(`  ${done} / ${plans} 件`);
      },
    });
    if (!loaded.ok)
      throw new CommandRefusal(
        `種 ${seed} の計画はもう入っています（${loaded.error.companyName} など）。別の種を --seed で渡してください。`,
      );
    say(
      `架空の計画を ${loaded.value} 件入れました（${((performance.now() - started) / 1000).toFixed(1)} 秒）。`,
    );
  });
});
