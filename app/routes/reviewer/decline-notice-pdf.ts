import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { storedFileResponse } from "#app/http/stored-file-response.server.ts";
import { downloadRecordDeclineNotice } from "#app/usecases/certification/download-decline-notice.server.ts";

export const loader = guarded("staff", "review.view", async ({ param, request, useCase, tools }) => {
  const notice = await downloadRecordDeclineNotice(useCase, tools, param("id"));
  if (!notice.ok) throw refusalResponse(notice.error);
  return storedFileResponse(request, notice.value, {
    mediaType: "application/pdf",
    disposition: "inline",
    fileName: notice.value.fileName,
    fallbackName: "decline-notice.pdf",
  });
});
