import { downloadsResponse } from "#app/http/downloads-response.server.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { exportDownloads } from "#app/usecases/certification/export-downloads.server.ts";

export const loader = guarded("applicant", "certificate.download", async (guard) => {
  const { useCase, tools, param, request } = guard;
  const made = await exportDownloads(useCase, tools, {
    companyKey: param("company"),
    applicationId: param("id"),
  });
  if (!made.ok) throw refusalResponse(made.error);
  return downloadsResponse(made.value, request.signal);
});
