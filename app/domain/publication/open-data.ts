/** 公表する一覧の、公開データとしての約束: 利用の条件と、JSON の形。 */
import { publishedColumns } from "./published-plan.ts";

/** 利用の条件。公表する省庁の正式な条件は確かめられていない。 */
export const PUBLICATION_TERMS =
  "出典（経営力向上計画 電子申請ポータルと公表の年月）を記載すれば、複製、加工、配布などに自由に利用できます。加工したときは、加工したことも記載してください。公表する省庁の正式な利用条件は確認中です。";

/** JSON の形の版。鍵の意味を変えるときに改める。 */
export const PUBLICATION_FORMAT = "published-plans/v1";

/** 一月分の JSON の形（JSON Schema 2020-12）。 */
export const publicationSchema = (origin: string) => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: `${origin}/published/schema.json`,
  title: "認定を受けた事業者の一覧",
  type: "object",
  additionalProperties: false,
  required: ["format", "month", "edition", "publishedOn", "terms", "corrections", "total", "plans"],
  properties: {
    format: { const: PUBLICATION_FORMAT },
    month: { type: "string", description: "認定の月（YYYY-MM）" },
    edition: { type: "integer", minimum: 1, description: "一覧の版。訂正すると一つ増える" },
    publishedOn: { type: "string", format: "date", description: "はじめに公表した日" },
    terms: { type: "string", description: "利用の条件" },
    corrections: {
      type: "array",
      description: "訂正の日と理由。古い順",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["edition", "on", "reason"],
        properties: {
          edition: { type: "integer" },
          on: { type: "string", format: "date" },
          reason: { type: "string" },
        },
      },
    },
    total: { type: "integer", minimum: 0, description: "plans の件数" },
    plans: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: publishedColumns.map(({ key }) => key),
        properties: Object.fromEntries(
          publishedColumns.map(({ key, description }) => [key, { type: "string", description }]),
        ),
      },
    },
  },
});
