/** `npm run rulebook:check [-- --from フォルダー]`: 規則集の一式を読み、公布前と同じ点検をする。何も変えない。 */
import { parseArgs } from "node:util";
import { proveEdition } from "#app/domain/rulebook/proof.ts";
import { CommandRefusal, runCommand, say, sourceRulebook } from "./command.ts";
import { readFolder } from "./rulebook-source.ts";

function folderOf(args: string[]): string {
  try {
    return parseArgs({ args, options: { from: { type: "string" } } }).values.from ?? sourceRulebook;
  } catch {
    throw new CommandRefusal("使い方: npm run rulebook:check [-- --from フォルダー]", 2);
  }
}

const marks = { pass: "○", warn: "△", fail: "×" } as const;

await runCommand(async () => {
  const source = await readFolder(folderOf(process.argv.slice(2)));
  const { checks, failed } = proveEdition(source, source.tables);
  for (const { title, outcome, examined, findings } of checks) {
    say(`${marks[outcome]} ${title}（${examined.toLocaleString("ja-JP")} 件）`);
    for (const { severity, where, message } of findings) say(`  ${marks[severity]} ${where}: ${message}`);
  }
  if (failed) throw new CommandRefusal("直さなければならない所があります。このままでは公布できません。");
});
