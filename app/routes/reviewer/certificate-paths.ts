/** 審査の記録の、認定通知書の一つの版の PDF、署名付きの目録、画面で読むページ。 */
export const recordCertificatePaths =
  (applicationId: string) =>
  (edition: number, part: "pdf" | "jws" | "page"): string =>
    `/review/applications/${applicationId}/certificate${part === "page" ? "" : `.${part}`}?edition=${edition}`;
