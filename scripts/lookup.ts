/**
 * 提出先と指針をコマンドで調べる。
 *   npm run -s lookup -- --industry 4711 --prefecture 28 [--revision 14] [--on 2026-12-01]
 * 答えは JSON で標準出力へ。引数の誤りは日本語で標準エラーへ出し、終了コード 2 で終わる。
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadRulebookFolder } from "#app/adapters/rulebook-files/read-rulebook-folder.server.ts";
import { readConfig } from "#app/config.server.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { lookupAnswer, type LookupField } from "#app/domain/routing/lookup-answer.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { openDatabase } from "#db/client.ts";
import { createRulebookLibrary } from "#db/queries/load-rulebook.ts";
import { civilDate } from "#app/domain/rulebook/tables/fact-row.ts";

type Arguments = {
  readonly industry: string;
  readonly prefecture: string;
  readonly revision: string | undefined;
  readonly on: string | undefined;
};

/** 基準日の規則集を返す。読めなければ理由を投げる。 */
type RulebookSource = (on: string) => Promise<Rulebook>;

class LookupFailure extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** services.server.ts の databaseFile と同じ名前。組立ての全部を読み込むと遅いので、ここに書く（試験が照らす）。 */
const databaseName = "portal.sqlite";

const usage =
  "使い方: npm run -s lookup -- --industry 4711 --prefecture 28 [--revision 14] [--on 2026-12-01]";

const optionOf: Readonly<Record<LookupField, string>> = {
  industry: "--industry",
  prefecture: "--prefecture",
  revision: "--revision",
  on: "--on",
};

function readArguments(argv: readonly string[]): Arguments {
  const text = { type: "string" } as const;
  let values: { [name in LookupField]?: string | undefined };
  try {
    const options = { industry: text, prefecture: text, revision: text, on: text };
    ({ values } = parseArgs({ args: [...argv], options, strict: true }));
  } catch {
    throw new LookupFailure(`知らない引数があるか、値がありません。\n${usage}`, 2);
  }
  const { industry, prefecture, revision, on } = values;
  const missing = [
    ...(industry === undefined ? ["--industry（細分類の4桁）"] : []),
    ...(prefecture === undefined ? ["--prefecture（都道府県コード2桁）"] : []),
  ];
  if (industry === undefined || prefecture === undefined) {
    throw new LookupFailure(`${missing.join("と")}を指定してください。\n${usage}`, 2);
  }
  return { industry, prefecture, revision, on };
}

async function folderRulebook(): Promise<Rulebook> {
  const loaded = await loadRulebookFolder(path.join(import.meta.dirname, "..", "db", "rulebook"));
  if (loaded.ok) return loaded.value.rulebook;
  const lines = loaded.error.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  throw new LookupFailure(`規則集を読めません。\n${lines.join("\n")}`, 1);
}

/** 公布済みの版がデータベースにあればそれを、まだなければ同梱の第一版を使う。 */
const publishedRulebook: RulebookSource = async (on) => {
  const { dataDir } = readConfig({ DATA_DIR: process.env["DATA_DIR"] });
  const file = path.join(dataDir, databaseName);
  if (!existsSync(file)) return folderRulebook();
  const database = openDatabase(file);
  try {
    return createRulebookLibrary(database).on(on)?.rulebook ?? (await folderRulebook());
  } finally {
    database.close();
  }
};

async function main(argv: readonly string[], source: RulebookSource): Promise<string> {
  const { on, ...given } = readArguments(argv);
  const today = tokyoDay(new Date().toISOString());
  const rulebook = await source(on !== undefined && civilDate.safeParse(on).success ? on : today);
  const answer = lookupAnswer(rulebook, { ...given, on, today });
  if (answer.ok) return JSON.stringify(answer.value, null, 2);
  const lines = answer.error.map(({ field, message }) => `${optionOf[field]}: ${message}`);
  throw new LookupFailure(`${lines.join("\n")}\n${usage}`, 2);
}

try {
  process.stdout.write(`${await main(process.argv.slice(2), publishedRulebook)}\n`);
} catch (error) {
  if (!(error instanceof LookupFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
