import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { storedFileResponse } from "#app/http/stored-file-response.server.ts";
import { downloadOfficeConfirmation } from "#app/usecases/confirmations/download-confirmation.server.ts";

export const loader = guarded(
  "staff",
  "confirmation.download",
  async ({ param, request, useCase, tools }) => {
    const letter = await downloadOfficeConfirmation(useCase, tools, param("id"));
    if (!letter.ok) throw refusalResponse(letter.error);
    return storedFileResponse(request, letter.value, {
      mediaType: "application/pdf",
      disposition: "inline",
      fileName: letter.value.fileName,
      fallbackName: "confirmation.pdf",
    });
  },
);
