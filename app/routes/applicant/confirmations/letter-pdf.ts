import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { storedFileResponse } from "#app/http/stored-file-response.server.ts";
import { downloadOwnConfirmation } from "#app/usecases/confirmations/download-confirmation.server.ts";

export const loader = guarded(
  "applicant",
  "confirmation.download",
  async ({ param, request, useCase, tools }) => {
    const letter = await downloadOwnConfirmation(useCase, tools, {
      companyKey: param("company"),
      confirmationId: param("id"),
    });
    if (!letter.ok) throw refusalResponse(letter.error);
    return storedFileResponse(request, letter.value, {
      mediaType: "application/pdf",
      disposition: "inline",
      fileName: letter.value.fileName,
      fallbackName: "confirmation.pdf",
    });
  },
);
