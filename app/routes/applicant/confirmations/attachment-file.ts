import { attachmentResponse } from "#app/http/attachment-response.server.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { downloadOwnEvidence } from "#app/usecases/confirmations/download-evidence.server.ts";

export const loader = guarded("applicant", "confirmation.viewOwn", async ({ param, useCase, tools }) => {
  const file = await downloadOwnEvidence(useCase, tools.storage, {
    companyKey: param("company"),
    confirmationId: param("id"),
    attachmentId: param("attachment"),
  });
  if (!file.ok) throw refusalResponse(file.error);
  return attachmentResponse(file.value);
});
