import { guarded } from "#app/http/guard.server.ts";
import { pdfResponse } from "#app/http/pdf-response.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { downloadRecordPaper } from "#app/usecases/papers/download-filed-paper.server.ts";
import { filingNumber } from "../filing-number.server.ts";

export const loader = guarded("staff", "review.view", async ({ param, url, useCase, tools }) => {
  const form = await downloadRecordPaper(useCase, tools, {
    applicationId: param("id"),
    kind: "applicationForm",
    sequence: filingNumber(url),
  });
  if (!form.ok) throw refusalResponse(form.error);
  return pdfResponse(form.value.bytes, form.value.fileName, form.value.sha256);
});
