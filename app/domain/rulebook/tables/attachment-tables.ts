/** 添付書類の種類の表（経営力向上に関する命令第2条）。どの計画に要るか、何ごとに一つ要るかを書く。 */
import { z } from "zod";
import { facts, identifier, integer, optionalText, text } from "./fact-row.ts";

/** 書類が要る、又は選べる場合。計画の答えから決まる。investment で始まるものは、投資計画の確認の申請の場合。 */
export const attachmentConditions = [
  "always",
  "equipment",
  "typeA",
  "typeBDE",
  "typeD",
  "powerPlant",
  "succession",
  "investment",
  "investmentB",
  "investmentD",
  "investmentE",
] as const;

const condition = z
  .enum([...attachmentConditions, ""], {
    error: `${attachmentConditions.join(" ")} のどれか、又は空欄です`,
  })
  .transform((value) => (value === "" ? null : value));

/**
 * requiredWhen は要る場合、offeredWhen は要らなくても添付できる場合。
 * per が equipment の書類は、文書番号の異なる設備ごとに要る。
 */
export const attachmentKindRow = z.object({
  id: identifier,
  order: integer,
  name: text,
  requiredWhen: condition,
  offeredWhen: condition,
  per: z.enum(["plan", "equipment"], { error: "plan か equipment です" }),
  help: optionalText,
  ...facts,
});
