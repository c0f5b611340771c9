/** 連携の口の JSON の形。ここから OpenAPI の文書も作るので、形はここにだけ書く。日時は +09:00 を付ける。 */
import { z } from "zod";
import type { PlanDocument } from "../plan/document.ts";
import { scopeSections, type SharingScope } from "./scopes.ts";

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+09:00$/u);

const documentField = z.object({
  name: z.string(),
  label: z.string(),
  value: z.string(),
  unit: z.string().nullable(),
});
const documentTable = z.object({
  name: z.string(),
  label: z.string(),
  columns: z.array(z.object({ name: z.string(), label: z.string() })),
  rows: z.array(z.array(z.string())),
});
const documentSection = z.object({
  id: z.string(),
  title: z.string(),
  fields: z.array(documentField),
  tables: z.array(documentTable),
});

/** 一件の計画の要約。一覧もこの形で返す。 */
export const planSummarySchema = z.object({
  id: z.string().meta({ description: "この口での計画の番号" }),
  state: z.enum(["certified", "revoked", "withdrawn"]).meta({
    description: "withdrawn は、申請者が同意を取りやめた印。ほかの項目は空になる。手元の写しを消すこと",
  }),
  updated_at: instant,
  plan_id: z
    .string()
    .nullable()
    .meta({ description: "認定を受けた計画の番号。変更の認定を重ねても同じ番号が続く" }),
  plan_version: z.number().int().nullable().meta({ description: "その計画の何番目の版か。1 から" }),
  application_kind: z
    .enum(["new", "change"])
    .nullable()
    .meta({ description: "新規の認定（法第17条第1項）か、変更の認定（法第18条第1項）か" }),
  certificate_number: z.string().nullable(),
  certified_on: date.nullable(),
  revoked_on: date.nullable(),
  corporate_number: z.string().nullable().meta({ description: "13桁。個人事業主は null" }),
  company_name: z.string().nullable(),
  prefecture_code: z.string().nullable().meta({ description: "JIS X 0401 の 2 桁" }),
  office_code: z.string().nullable(),
  office_name: z.string().nullable(),
  industry_code: z.string().nullable().meta({ description: "日本標準産業分類の細分類" }),
  guideline_id: z.string().nullable(),
  guideline_name: z.string().nullable(),
  certificate_edition: z.number().int().nullable(),
  certificate_sha256: z.string().nullable(),
});
export type PlanSummary = z.infer<typeof planSummarySchema>;

export const planDetailSchema = planSummarySchema.extend({
  form_version: z.string().nullable(),
  sections: z.array(documentSection).meta({ description: "許された項目のまとまりの区画だけ" }),
});
export type PlanDetail = z.infer<typeof planDetailSchema>;

export const planListSchema = z.object({
  certified_plans: z.array(planSummarySchema),
  next_cursor: z.string().nullable().meta({ description: "続きがなければ null" }),
});
export type PlanList = z.infer<typeof planListSchema>;

/** 渡してよい区画だけを、見出しと値にする。 */
export function sharedSections(
  document: PlanDocument,
  scopes: readonly SharingScope[],
): PlanDetail["sections"] {
  const allowed = new Set(scopes.flatMap((scope) => scopeSections[scope] ?? []));
  return document.sections
    .filter(({ id }) => allowed.has(id))
    .map(({ id, title, entries }) => ({
      id,
      title,
      fields: entries.flatMap((entry) =>
        entry.kind === "value"
          ? [{ name: entry.field, label: entry.label, value: entry.value, unit: entry.unit ?? null }]
          : [],
      ),
      tables: entries.flatMap((entry) =>
        entry.kind === "table"
          ? [
              {
                name: entry.field,
                label: entry.label,
                columns: entry.columns.map(({ field, label }) => ({ name: field, label })),
                rows: entry.rows.map(({ cells }) => [...cells]),
              },
            ]
          : [],
      ),
    }));
}
