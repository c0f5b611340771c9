/** `npm run rulebook:export -- --to フォルダー [--edition 版の id]`: 版を CSV の一式に書き出す。省けば今日の版。 */
import { parseArgs } from "node:util";
import { writeRulebookFolder } from "#app/adapters/rulebook-files/write-rulebook-folder.server.ts";
import { rulebookFiles } from "#app/domain/rulebook/write-files.ts";
import { CommandRefusal, commandConfig, runCommand, say, withServices } from "./command.ts";
import { readSource } from "./rulebook-source.ts";

function argumentsOf(args: string[]): { readonly to: string; readonly edition: string } {
  const text = { type: "string" } as const;
  try {
    const { to, edition = "current" } = parseArgs({ args, options: { to: text, edition: text } }).values;
    if (to !== undefined) return { to, edition };
  } catch {
    // 下の使い方で断る。
  }
  throw new CommandRefusal("使い方: npm run rulebook:export -- --to フォルダー [--edition 版の id]", 2);
}

await runCommand(async () => {
  const { to, edition } = argumentsOf(process.argv.slice(2));
  await withServices(commandConfig(), async (services) => {
    const source = await readSource(services, edition);
    const files = rulebookFiles(source, source.tables);
    await writeRulebookFolder(to, files);
    say(`規則集「${source.label}」を ${to} に書き出しました（${files.size} ファイル）。`);
  });
});
