/** 受付票 第1版。 */
import type { PdfTemplate } from "../../shared/template.ts";
import { receiptSchema, type ReceiptV1 } from "./receipt-schema.ts";
import { Receipt, receiptTitle } from "./receipt.tsx";

export const receiptV1: PdfTemplate<ReceiptV1> = {
  id: "receipt/v1",
  schema: receiptSchema,
  component: Receipt,
  title: receiptTitle,
  fileName: (receipt) => `受付票_${receipt.receiptNumber}.pdf`,
};
