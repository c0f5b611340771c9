/** 認定通知書（PDF）と、署名付きの目録（JWS）の答え。 */
import type {
  CertificateFile,
  CertificatePart,
} from "#app/usecases/certification/download-certificate.server.ts";
import { storedFileResponse } from "./stored-file-response.server.ts";

const kinds = {
  pdf: { mediaType: "application/pdf", disposition: "inline" },
  jws: { mediaType: "application/jose", disposition: "attachment" },
} as const;

export function certificateResponse(
  request: Request,
  part: CertificatePart,
  file: CertificateFile,
): Response {
  const edition = file.edition === 1 ? "" : `_第${file.edition}版`;
  return storedFileResponse(request, file, {
    ...kinds[part],
    fileName: `認定通知書_${file.number}${edition}.${part}`,
    fallbackName: `certificate.${part}`,
  });
}

/** URL の edition。書いていない、又は数でなければ undefined（いちばん新しい版）。 */
export function editionIn(url: URL): number | undefined {
  const text = url.searchParams.get("edition") ?? "";
  return /^[1-9]\d{0,3}$/u.test(text) ? Number(text) : undefined;
}
