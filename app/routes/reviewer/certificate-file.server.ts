/** 審査の記録から、認定通知書又は署名付きの目録を受け取る。 */
import type { StaffActor } from "#app/domain/access/actor.ts";
import { certificateResponse, editionIn } from "#app/http/certificate-response.server.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { isContinuation } from "#app/http/stored-file-response.server.ts";
import type { CertificatePart } from "#app/usecases/certification/download-certificate.server.ts";
import { downloadRecordCertificate } from "#app/usecases/review/download-record-certificate.server.ts";

export async function certificateFile(
  { useCase, tools, param, request, url }: Guarded<StaffActor>,
  part: CertificatePart,
): Promise<Response> {
  const file = await downloadRecordCertificate(useCase, tools.storage, param("id"), {
    part,
    edition: editionIn(url),
    continued: isContinuation(request),
  });
  if (!file.ok) throw refusalResponse(file.error);
  return certificateResponse(request, part, file.value);
}
