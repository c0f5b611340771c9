import { guarded } from "#app/http/guard.server.ts";
import { pdfResponse } from "#app/http/pdf-response.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { downloadOwnPaper } from "#app/usecases/papers/download-filed-paper.server.ts";
import { printDraftForm } from "#app/usecases/papers/print-draft-form.server.ts";
import { filingNumber } from "../filing-number.server.ts";

/** 書き換えられる間は下書き、申請した後は保管した様式。`?filing=` を付ければ、いつでもその回の様式。 */
export const loader = guarded("applicant", "plan.viewOwn", async ({ param, url, useCase, tools }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const sequence = filingNumber(url);
  if (sequence === undefined) {
    const draft = await printDraftForm(useCase, tools.pdf, place);
    if (!draft.ok) throw refusalResponse(draft.error);
    if (draft.value !== null) return pdfResponse(draft.value.bytes, draft.value.fileName);
  }
  const form = await downloadOwnPaper(useCase, tools, { ...place, kind: "applicationForm", sequence });
  if (!form.ok) throw refusalResponse(form.error);
  return pdfResponse(form.value.bytes, form.value.fileName, form.value.sha256);
});
