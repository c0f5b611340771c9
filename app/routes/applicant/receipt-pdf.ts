import { guarded } from "#app/http/guard.server.ts";
import { pdfResponse } from "#app/http/pdf-response.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { downloadOwnPaper } from "#app/usecases/papers/download-filed-paper.server.ts";
import { filingNumber } from "../filing-number.server.ts";

export const loader = guarded("applicant", "plan.viewOwn", async ({ param, url, useCase, tools }) => {
  const receipt = await downloadOwnPaper(useCase, tools, {
    companyKey: param("company"),
    applicationId: param("id"),
    kind: "receipt",
    sequence: filingNumber(url),
  });
  if (!receipt.ok) throw refusalResponse(receipt.error);
  return pdfResponse(receipt.value.bytes, receipt.value.fileName, receipt.value.sha256);
});
