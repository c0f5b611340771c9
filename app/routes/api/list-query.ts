/** 一覧の問合せ。OpenAPI の文書もこの形から作る。 */
import { z } from "zod";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { parseCorporateNumber } from "#app/domain/text/corporate-number.ts";
import type { ListWish } from "#app/usecases/sharing/read-shared-plans.server.ts";

const CURSOR = "change:";

/** 続きの印。中身に頼らせないため、読みにくくしておく。 */
export const cursorOf = (change: number): string => Buffer.from(`${CURSOR}${change}`).toString("base64url");

const cursor = z.string().transform((text, context) => {
  const change = new RegExp(`^${CURSOR}(\\d{1,15})$`, "u").exec(
    Buffer.from(text, "base64url").toString("utf8"),
  )?.[1];
  if (change !== undefined) return Number(change);
  context.addIssue({ code: "custom", message: "next_cursor で受け取った値をそのまま送ってください" });
  return z.NEVER;
});

export const listQuerySchema = z.object({
  corporate_number: z
    .string()
    .refine((text) => parseCorporateNumber(text).ok, "13桁の法人番号を送ってください")
    .optional()
    .meta({ description: "この法人番号の計画だけ" }),
  updated_since: z.iso
    .datetime({ offset: true, error: "2026-12-01T00:00:00+09:00 の形で送ってください" })
    .optional()
    .meta({ description: "この瞬間から後に変わった計画だけ（取りやめの印を含む）" }),
  limit: z.coerce
    .number({ error: "1 から 100 の整数を送ってください" })
    .int("1 から 100 の整数を送ってください")
    .min(1, "1 から 100 の整数を送ってください")
    .max(100, "1 から 100 の整数を送ってください")
    .default(100)
    .meta({ description: "一枚の件数" }),
  cursor: cursor.optional().meta({ description: "前の答えの next_cursor" }),
});

type QueryFault = { readonly pointer: string; readonly detail: string };

/** @returns 知らない名前の項目も誤りにする（打ち間違いで全件を返さないため） */
export function readListQuery(params: URLSearchParams): Result<ListWish, readonly QueryFault[]> {
  const parsed = listQuerySchema.strict().safeParse(Object.fromEntries(params));
  if (!parsed.success)
    return refuse(
      parsed.error.issues.flatMap((issue) =>
        issue.code === "unrecognized_keys"
          ? issue.keys.map((key) => ({ pointer: key, detail: "この名前の項目はありません" }))
          : [{ pointer: issue.path.join("."), detail: issue.message }],
      ),
    );
  const { corporate_number, updated_since, limit, cursor: after } = parsed.data;
  const number = corporate_number === undefined ? null : parseCorporateNumber(corporate_number);
  return ok({
    after: after ?? 0,
    since: updated_since === undefined ? null : new Date(updated_since).toISOString(),
    companyKey: number?.ok === true ? number.value : null,
    limit,
  });
}
