/**
 * `npm run rulebook:diff -- 前 後`: 二つの規則集の差分を、表ごとに前と後で示す。
 * 前と後は、フォルダー、版の id、又は今日の版を指す current。
 */
import { diffEditions, type RowDiff } from "#app/domain/rulebook/edition-diff.ts";
import { CommandRefusal, commandConfig, runCommand, say, withServices } from "./command.ts";
import { readSource } from "./rulebook-source.ts";

const marks: Readonly<Record<RowDiff["kind"], string>> = { added: "＋", removed: "－", changed: "±" };

await runCommand(async () => {
  const [before, after, ...rest] = process.argv.slice(2);
  if (before === undefined || after === undefined || rest.length > 0)
    throw new CommandRefusal("使い方: npm run rulebook:diff -- 前 後", 2);
  await withServices(commandConfig(), async (services) => {
    const [old, fresh] = [await readSource(services, before), await readSource(services, after)];
    const { tables, total } = diffEditions(old.tables, fresh.tables);
    for (const { title, added, removed, changed, rows } of tables) {
      say(`${title}（足した ${added}、消した ${removed}、変わった ${changed}）`);
      for (const { kind, title: row, fields } of rows) {
        say(`  ${marks[kind]} ${row}`);
        if (kind === "changed")
          for (const field of fields) say(`      ${field.label}: ${field.before} → ${field.after}`);
      }
    }
    say(total === 0 ? "違いはありません。" : `全部で ${total} 行が違います。`);
  });
});
