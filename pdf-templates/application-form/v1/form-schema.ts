/** 様式第1 v1 が受け取る値。鑑（cover）と、app/domain/plan/document.ts の PlanDocument。 */
import { z } from "zod";
import type { DocumentChange } from "#app/domain/plan/document-difference.ts";
import type { PlanDocument } from "#app/domain/plan/document.ts";
import { civilDate, line, requiredLine, substituted } from "../../shared/field-schemas.ts";

const text = z.string().max(100_000);

const valueEntry = z.object({
  kind: z.literal("value"),
  field: z.string(),
  label: line,
  value: text,
  unit: line.exactOptional(),
  long: z.boolean().exactOptional(),
});

const tableEntry = z
  .object({
    kind: z.literal("table"),
    field: z.string(),
    label: line,
    columns: z
      .array(
        z.object({
          field: z.string(),
          label: line,
          align: z.enum(["start", "end"]),
          weight: z.number().positive(),
        }),
      )
      .min(1),
    rows: z.array(z.object({ id: z.string(), cells: z.array(text) })),
    totals: z.array(text).exactOptional(),
  })
  .refine(
    (table) => table.rows.every((row) => row.cells.length === table.columns.length),
    "行の欄の数が列の数と違います。",
  )
  .refine(
    (table) => table.totals === undefined || table.totals.length === table.columns.length,
    "合計行の欄の数が列の数と違います。",
  );

const planDocument = z.object({
  formVersion: requiredLine,
  title: requiredLine,
  sections: z.array(
    z.object({
      id: z.string(),
      number: line,
      title: requiredLine,
      entries: z.array(z.discriminatedUnion("kind", [valueEntry, tableEntry])),
    }),
  ),
}) satisfies z.ZodType<PlanDocument>;

const change = z.object({
  section: z.string(),
  sectionTitle: line,
  field: z.string(),
  label: line,
  row: z
    .object({
      id: z.string(),
      table: line,
      position: z.number().int(),
      kind: z.enum(["added", "removed", "changed"]),
    })
    .exactOptional(),
  before: text,
  after: text,
}) satisfies z.ZodType<DocumentChange>;

export const formSchema = z.object({
  document: planDocument,
  /** 変更認定申請のこと。新規の申請では null。 */
  change: z
    .object({
      /** 変更する事項。 */
      subjects: z.array(requiredLine),
      /** 認定を受けた計画からの違い。中身の分からない紙の認定では null。 */
      changes: z.array(change).nullable(),
    })
    .nullable()
    .default(null),
  cover: z.object({
    /** 様式の番号、申請の文、その文が未確認のときの断り（確かめた文では空）。 */
    heading: z.object({ form: requiredLine, sentence: requiredLine, note: line }),
    /** 宛先の職名。例: 東北経済産業局長。提出先が決まらないうちは空。 */
    addressee: line,
    /** 申請日。下書きでは null。 */
    filedOn: civilDate.nullable(),
    address: line,
    name: line,
    representative: line,
    /** 共同で申請するほかの事業者。代表して申請する事業者に続けて全員を書く。 */
    joint: z.array(z.object({ address: line, name: line, representative: line })),
  }),
  /** 郵送するときの宛先の頁。電子申請では null。 */
  posting: z
    .object({
      office: requiredLine,
      /** 例: 540-8541。分からなければ空で、書き込む欄を空けておく。 */
      postalCode: line,
      address: line,
      contact: z.object({ name: line, telephone: line }),
      /** 申請書のほかに同封する書類の名前。 */
      enclosures: z.array(requiredLine),
    })
    .nullable(),
  /** 字形が無く〓に置き換え、又は省いた文字。 */
  substituted,
  /** 提出の前は「下書き」を全ページに入れる。 */
  watermark: z.literal("下書き").nullable(),
  receiptNumber: requiredLine.nullable(),
});

export type FormV1 = z.output<typeof formSchema>;
