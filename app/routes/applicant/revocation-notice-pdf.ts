import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { storedFileResponse } from "#app/http/stored-file-response.server.ts";
import { downloadOwnLetter } from "#app/usecases/certification/download-letter.server.ts";

export const loader = guarded("applicant", "plan.viewOwn", async ({ param, request, useCase, tools }) => {
  const notice = await downloadOwnLetter(useCase, tools, "revocation", {
    companyKey: param("company"),
    applicationId: param("id"),
  });
  if (!notice.ok) throw refusalResponse(notice.error);
  return storedFileResponse(request, notice.value, {
    mediaType: "application/pdf",
    disposition: "inline",
    fileName: notice.value.fileName,
    fallbackName: "revocation-notice.pdf",
  });
});
