/** 様式第1 第1版。 */
import type { PdfTemplate } from "../../shared/template.ts";
import { formSchema, type FormV1 } from "./form-schema.ts";
import { ApplicationForm, formTitle } from "./form.tsx";

export const applicationFormV1: PdfTemplate<FormV1> = {
  id: "application-form/v1",
  schema: formSchema,
  component: ApplicationForm,
  title: formTitle,
  fileName: (form) => `経営力向上計画_申請書_${form.receiptNumber ?? form.watermark ?? "控え"}.pdf`,
};
