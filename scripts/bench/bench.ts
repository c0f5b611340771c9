/**
 * `npm run -s bench [-- --plans 10000] [--seconds 8] [--rate 50]`
 * `npm run -s bench -- certificates [--count 1000] [--seconds 8] [--rate 20]`
 * `npm run -s bench -- mails [--count 2000] [--per-minute 100000]`
 * 本番の組み上がりを 127.0.0.1 に立ち上げ、審査の一覧、検索、記録、区画の画面、区画の保存、PDF の速さを計る。
 * 標準出力には JSON だけ、経過は標準エラーへ出す。途中で終わっても、ポータルも一時のデータも残さない。
 */
import "./production-mode.ts";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CommandRefusal, runCommand, say, warn } from "../command.ts";
import { type CertificatePlan, certificateSpeed } from "./certificates.ts";
import { type Client, createClient } from "./http-client.ts";
import { type LoadPlan, measure, type Visit } from "./load.ts";
import { logIn } from "./log-in.ts";
import { type MailPlan, mailSpeed } from "./mails.ts";
import { pageWeight } from "./page-weight.ts";
import { pdfSpeed } from "./pdf-speed.ts";
import { requireBuild, startPortalProcess } from "./portal-process.ts";
import { people, type PreparedData, prepareData } from "./prepared-data.ts";
import { openSections, saveSections, sectionPath } from "./section-visits.ts";

type BenchArguments = LoadPlan & { readonly plans: number };

/** 何を計るか。 */
type Measured =
  | { readonly what: "pages"; readonly plan: BenchArguments }
  | { readonly what: "certificates"; readonly plan: CertificatePlan }
  | { readonly what: "mails"; readonly plan: MailPlan };

const usage =
  "使い方: npm run -s bench [-- --plans 1〜1000000] [--seconds 1〜600] [--rate 1〜1000]\n" +
  "        npm run -s bench -- certificates [--count 40〜100000] [--seconds 1〜600] [--rate 1〜1000]\n" +
  "        npm run -s bench -- mails [--count 1〜120000] [--per-minute 1〜100000]";

function argumentsOf(args: string[]): Measured {
  const text = { type: "string" } as const;
  const number = (given: string | undefined, otherwise: number, [from, to]: [number, number]): number => {
    const value = Number(given ?? otherwise);
    if (!(value >= from && value <= to)) throw new RangeError(usage);
    return value;
  };
  try {
    if (args[0] === "mails") {
      const options = { count: text, "per-minute": text };
      const { values } = parseArgs({ args: args.slice(1), options });
      const count = Math.floor(number(values.count, 2_000, [1, 120_000]));
      const perMinute = Math.floor(number(values["per-minute"], 100_000, [1, 100_000]));
      return { what: "mails", plan: { count, perMinute } };
    }
    const options = { plans: text, count: text, seconds: text, rate: text };
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const certificates = positionals.join(" ") === "certificates";
    const stray = certificates ? values.plans : values.count;
    if (stray !== undefined || positionals.length > (certificates ? 1 : 0)) throw new RangeError(usage);
    const load: LoadPlan = {
      seconds: number(values.seconds, 8, [1, 600]),
      rate: number(values.rate, certificates ? 20 : 50, [1, 1_000]),
    };
    if (certificates) {
      const count = Math.floor(number(values.count, 1_000, [40, 100_000]));
      return { what: "certificates", plan: { count, ...load } };
    }
    return {
      what: "pages",
      plan: { plans: Math.floor(number(values.plans, 10_000, [1, 1_000_000])), ...load },
    };
  } catch {
    throw new CommandRefusal(usage, 2);
  }
}

/** 掛かり過ぎたら止める。見込みの数倍。 */
const limitMs = (given: Measured): number =>
  180_000 +
  (given.what === "mails"
    ? given.plan.count * 100 + (given.plan.count * 120_000) / given.plan.perMinute
    : loadMs(given));

const loadMs = (given: Exclude<Measured, { readonly what: "mails" }>): number =>
  (given.what === "pages" ? given.plan.plans * 50 : given.plan.count * 400) + given.plan.seconds * 40_000;

/** 200 と答えることまで確かめる。 */
const opening = (client: Client, cookie: string, paths: readonly string[]): Visit => {
  let turn = 0;
  return async () => {
    const path = paths[turn++ % paths.length] ?? "";
    const { status } = await client.ask({ path, cookie });
    if (status !== 200) throw new CommandRefusal(`${path} が ${status} と答えました。`);
  };
};

/** 二字、五字、一字、いくつもの語、どこにもない語。 */
const searchedWords = ["検査", "段取り替え", "機", "導入 時間", "存在しない言葉"] as const;

/** 提出先の検索は、外の仕組みからも呼ばれる。 */
const LOOKUP_RATE = 200;
const lookups = ["4711", "0611", "2662", "8541"].flatMap((industry) =>
  ["01", "04", "15", "22", "28", "35", "47"].map(
    (prefecture) => `/lookup.json?industry=${industry}&prefecture=${prefecture}&revision=14`,
  ),
);

async function measurePages(client: Client, { drafts, records }: PreparedData, plan: LoadPlan) {
  warn("ログインします。");
  const applicant = await logIn(client, "/login", people.applicant.loginId);
  const reviewer = await logIn(client, "/login/staff", people.reviewer.loginId);
  const measured = async (title: string, visit: Visit, rate = plan.rate) => {
    warn(`${title}を計ります（毎秒 ${rate} 回を ${plan.seconds} 秒、続けて全力で ${plan.seconds} 秒）。`);
    return measure(visit, { ...plan, rate });
  };
  const lookup = await measured("提出先の検索（JSON）", opening(client, "", lookups), LOOKUP_RATE);
  const list = await measured("審査の一覧", opening(client, reviewer, ["/review"]));
  const searchPaths = searchedWords.map((word) => `/review?q=${encodeURIComponent(word)}`);
  const search = await measured("計画の文章の検索", opening(client, reviewer, searchPaths));
  const recordPaths = records.map((id) => `/review/applications/${id}`);
  const record = await measured("審査の記録", opening(client, reviewer, recordPaths));
  const weight = await pageWeight(client, applicant, sectionPath(drafts[0] ?? ""));
  const sectionPage = await measured("区画の画面", openSections(client, applicant, drafts));
  const sectionSave = await measured("区画の保存", await saveSections(client, applicant, drafts));
  return {
    lookup: { rate: LOOKUP_RATE, ...lookup },
    list,
    search,
    record,
    sectionPage: { ...sectionPage, ...weight },
    sectionSave,
  };
}

async function benchPages(given: BenchArguments): Promise<object> {
  const dataDir = await mkdtemp(join(tmpdir(), "portal-bench-"));
  const clean = () => rmSync(dataDir, { recursive: true, force: true });
  process.once("exit", clean);
  warn(`計画 ${given.plans} 件を用意します。`);
  const prepared = await prepareData(dataDir, given.plans);
  const portal = await startPortalProcess(dataDir);
  const client = createClient(portal.origin);
  try {
    const pages = await measurePages(client, prepared, given);
    warn("PDF を計ります。");
    return {
      machine: { cpus: availableParallelism(), node: process.versions.node },
      plans: given.plans,
      seconds: given.seconds,
      rate: given.rate,
      ...pages,
      ...(await pdfSpeed(prepared.answers)),
    };
  } finally {
    client.close();
    await portal.stop();
  }
}

function reportOf(given: Measured): Promise<object> {
  switch (given.what) {
    case "pages":
      return benchPages(given.plan);
    case "certificates":
      return certificateSpeed(given.plan);
    case "mails":
      return mailSpeed(given.plan);
  }
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
await runCommand(async () => {
  const given = argumentsOf(process.argv.slice(2));
  setTimeout(() => {
    warn("時間が掛かり過ぎたので止めます。");
    process.exit(1);
  }, limitMs(given)).unref();
  if (given.what !== "mails") requireBuild();
  const report = await reportOf(given);
  say(JSON.stringify(report, null, 2));
});
