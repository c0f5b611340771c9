/** 審査の記録の、認定通知書の一つの版と、取消しの通知書。 */
import type { CertificatePaths } from "../certificate-view.server.ts";

export function recordCertificatePaths(applicationId: string): CertificatePaths {
  const record = `/review/applications/${applicationId}`;
  return {
    edition: (edition, part) =>
      `${record}/certificate${part === "page" ? "" : `.${part}`}?edition=${edition}`,
    revocation: (part) => `${record}/revocation-notice${part === "page" ? "" : ".pdf"}`,
  };
}
