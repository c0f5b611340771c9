/** 例の計画（架空の事業者）。 */
import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const word = z.string();
const row = z.record(z.string(), word);
const section = z.record(z.string(), z.union([word, z.array(row)]));

const plan = z.object({
  case: z.enum([
    "manufacturing-miyagi-type-A",
    "warehouse-hyogo-kobe",
    "construction-osaka",
    "nursing-care-fukuoka-turnover",
  ]),
  answers: z.object({ company: z.looseObject({ corporateNumber: word }) }).catchall(section),
  expected: z.object({
    guideline: word,
    office: word,
    addressee: word,
    electronic: z.boolean(),
    required: word.nullable(),
  }),
});

export type ExamplePlan = z.output<typeof plan>;

/** ソースからも、束ねた server からも同じファイルを読む。 */
const candidates = ["../../db/demo/example-plans.json", "../db/demo/example-plans.json"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

export async function examplePlans(): Promise<readonly ExamplePlan[]> {
  const file = candidates.find((path) => existsSync(path));
  if (file === undefined) throw new Error("db/demo/example-plans.json がありません。");
  return z.array(plan).parse(JSON.parse(await readFile(file, "utf8")));
}
