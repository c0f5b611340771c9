import { type ApiGuarded, apiRefusal } from "#app/http/api-guard.server.ts";
import { certificateResponse } from "#app/http/certificate-response.server.ts";
import type { CertificatePart } from "#app/usecases/certification/download-certificate.server.ts";
import { downloadSharedCertificate } from "#app/usecases/sharing/download-shared-certificate.server.ts";

/** 認定通知書か、署名付きの目録。 */
export const certificateAnswer =
  (part: CertificatePart) =>
  async ({ request, param, useCase, tools }: ApiGuarded): Promise<Response> => {
    const file = await downloadSharedCertificate(useCase, tools.storage, param("id"), part);
    return file.ok ? certificateResponse(request, part, file.value) : apiRefusal(file.error);
  };
