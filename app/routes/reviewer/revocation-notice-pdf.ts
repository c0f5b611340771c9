import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { storedFileResponse } from "#app/http/stored-file-response.server.ts";
import { downloadRecordLetter } from "#app/usecases/certification/download-letter.server.ts";

export const loader = guarded("staff", "review.view", async ({ param, request, useCase, tools }) => {
  const notice = await downloadRecordLetter(useCase, tools, "revocation", param("id"));
  if (!notice.ok) throw refusalResponse(notice.error);
  return storedFileResponse(request, notice.value, {
    mediaType: "application/pdf",
    disposition: "inline",
    fileName: notice.value.fileName,
    fallbackName: "revocation-notice.pdf",
  });
});
