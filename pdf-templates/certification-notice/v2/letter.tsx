/** 第2版の紙面。第1版と違うのは、発信者の「（公印省略）」の右端を上の行と揃えたことだけ。 */
import type { ReactElement } from "react";
import { z } from "zod";
import type { PdfTemplate, TemplateProps } from "../../shared/template.ts";
import { OfficialLetter } from "../v1/letter.tsx";
import { letterSchema, type LetterValues } from "../v1/notice-schema.ts";

const SecondLetter = (props: TemplateProps<LetterValues>): ReactElement => (
  <OfficialLetter {...props} hanging />
);

/**
 * 第1版の紙面だけを替えた第2版。
 *
 * @param first 第1版。題とファイル名は同じになる
 * @param id 第2版の名前
 */
export const secondVersion = (
  first: Pick<PdfTemplate<LetterValues>, "title" | "fileName">,
  id: `${string}/v2`,
): PdfTemplate<LetterValues> => ({
  id,
  schema: letterSchema.extend({ templateVersion: z.literal(id) }),
  component: SecondLetter,
  title: first.title,
  numberedWhenSeveral: true,
  fileName: first.fileName,
});
