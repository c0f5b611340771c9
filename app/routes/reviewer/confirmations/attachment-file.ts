import { attachmentResponse } from "#app/http/attachment-response.server.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { downloadFiledEvidence } from "#app/usecases/confirmations/download-evidence.server.ts";

export const loader = guarded("staff", "confirmation.view", async ({ param, useCase, tools }) => {
  const file = await downloadFiledEvidence(useCase, tools.storage, {
    confirmationId: param("id"),
    attachmentId: param("attachment"),
  });
  if (!file.ok) throw refusalResponse(file.error);
  return attachmentResponse(file.value);
});
