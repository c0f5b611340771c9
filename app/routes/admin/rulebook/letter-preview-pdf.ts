import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { storedFileResponse } from "#app/http/stored-file-response.server.ts";
import { sampleLetterPdf } from "#app/usecases/rulebook/sample-letter.server.ts";
import { letterRequest, lettersInEdition } from "./letter-request.server.ts";

/** 見本の PDF。保管も署名もしない。 */
export const loader = guarded("staff", "rulebook.view", async (guard) => {
  const editionId = guard.param("edition");
  const request = letterRequest(guard.url, await lettersInEdition(guard, editionId));
  const made = await sampleLetterPdf(guard.useCase, guard.tools.pdf, { editionId, request });
  if (!made.ok) throw refusalResponse(made.error);
  return storedFileResponse(guard.request, made.value, {
    mediaType: "application/pdf",
    disposition: "inline",
    fileName: `見本_${made.value.fileName}`,
    fallbackName: "sample.pdf",
  });
});
