/** 引継ぎの形の文書に載せる表。欄の定義とデータベースの表から作る。 */
import { recordFields, recordKinds, recordKindWords } from "#app/domain/hand-over/records.ts";
import { leftOutTables } from "#db/queries/portal-tables.ts";

const recordTable = (kind: (typeof recordKinds)[number]): string =>
  [
    `### ${kind}（${recordKindWords[kind]}）`,
    "",
    "| 欄 | 要否 | 形 | 意味 |",
    "|---|---|---|---|",
    ...Object.entries(recordFields[kind]).map(
      ([name, { form, label, required }]) =>
        `| \`${name}\` | ${required ? "必ず" : "省ける"} | ${form} | ${label} |`,
    ),
  ].join("\n");

/** 記録の種類ごとの欄の表。 */
export const recordTables = recordKinds.map(recordTable).join("\n\n");

/** 引き継がない表と、その理由。 */
export const leftOutList = Object.entries(leftOutTables)
  .map(([name, reason]) => `- \`${name}\`：${reason}`)
  .join("\n");
