/** 審査の記録の、認定通知書の一つの版と、取消しの通知書。 */
import type { CertificatePaths } from "../certificate-view.server.ts";

export function recordCertificatePaths(applicationId: string): CertificatePaths {
  const record = `/review/applications/${applicationId}`;
  return {
    edition: (edition, part) =>
      `${record}/certificate${part === "page" ? "" : `.${part}`}?edition=${edition}`,
    revocation: (part) => recordLetterPath(applicationId, "revocation", part),
  };
}

/** 審査の記録の、不認定又は取消しの通知書の PDF（pdf）、画面で読むページ（page）。 */
export const recordLetterPath = (
  applicationId: string,
  letter: "decline" | "revocation",
  part: "pdf" | "page",
): string => `/review/applications/${applicationId}/${letter}-notice${part === "page" ? "" : ".pdf"}`;
