import { attachmentResponse } from "#app/http/attachment-response.server.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { downloadFiledAttachment } from "#app/usecases/attachments/download-attachment.server.ts";

export const loader = guarded("staff", "review.view", async ({ param, useCase, tools }) => {
  const file = await downloadFiledAttachment(useCase, tools.storage, {
    applicationId: param("id"),
    attachmentId: param("attachment"),
  });
  if (!file.ok) throw refusalResponse(file.error);
  return attachmentResponse(file.value);
});
