/** `npm run -s hand-over:export -- --to フォルダー`: 全部のデータを、引継ぎの形で書き出す。 */
import { readdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createFolder } from "#app/adapters/hand-over/write-folder.server.ts";
import { exportHandOver } from "#app/usecases/hand-over/export-hand-over.server.ts";
import { CommandRefusal, commandConfig, runCommand, say, warn, withServices } from "./command.ts";

function argumentsOf(args: string[]): string {
  try {
    const { to } = parseArgs({ args, options: { to: { type: "string" } } }).values;
    if (to !== undefined) return to;
  } catch {
    // 下の使い方で断る。
  }
  throw new CommandRefusal("使い方: npm run -s hand-over:export -- --to フォルダー", 2);
}

await runCommand(async () => {
  const to = argumentsOf(process.argv.slice(2));
  const present = await readdir(to).catch(() => []);
  if (present.length > 0)
    throw new CommandRefusal(
      `${to} は空ではありません。空のフォルダーか、新しいフォルダーを渡してください。`,
    );
  await withServices(commandConfig(), async (services) => {
    const started = performance.now();
    const exported = await exportHandOver({
      context: { ...services, actor: { kind: "system", job: "hand-over" }, requestId: "hand-over" },
      storage: services.storage,
      target: createFolder(to),
      madeBy: "経営力向上計画 電子申請ポータル",
      progress: (path, rows) => {
        if (rows % 5_000 === 0) warn(`  ${path} ${rows}`);
      },
    });
    const rows = exported.files.reduce((sum, file) => sum + file.rows, 0);
    say(
      `${to} に ${rows} 行と ${exported.copied} 個のファイルを書き出しました（${((performance.now() - started) / 1000).toFixed(1)} 秒）。`,
    );
    if (exported.missing.length > 0)
      throw new CommandRefusal(
        [
          `保管庫に見つからない中身が ${exported.missing.length} 個あります。`,
          ...exported.missing.slice(0, 20),
        ].join("\n"),
      );
  });
});
