/** 申請の画面の道筋。 */
import type { CertificatePaths } from "../certificate-view.server.ts";

export type Place = { readonly companyKey: string; readonly applicationId: string };

export const companyPath = (companyKey: string): string => `/c/${companyKey}`;
/** 軽微な変更の届出。 */
export const minorChangePath = (companyKey: string, planId: string): string =>
  `${companyPath(companyKey)}/plans/${planId}/minor-change`;
/** 認定を受けた計画の変更認定申請を始める。 */
export const startChangePath = (companyKey: string): string =>
  `${companyPath(companyKey)}/applications/change`;
export const applicationPath = ({ companyKey, applicationId }: Place): string =>
  `${companyPath(companyKey)}/applications/${applicationId}`;
export const sectionPath = (place: Place, section: string): string =>
  `${applicationPath(place)}/sections/${section}`;
/** 認定通知書の PDF（pdf）又は署名付きの目録（jws）。版を省くと、いちばん新しい版。 */
export const certificatePath = (
  companyKey: string,
  number: string,
  { part = "pdf", edition }: { readonly part?: "pdf" | "jws"; readonly edition?: number } = {},
): string =>
  `${companyPath(companyKey)}/certificates/${encodeURIComponent(number)}.${part}${edition === undefined ? "" : `?edition=${edition}`}`;
/** 認定通知書の一つの版と、取消しの通知書。 */
export const certificatePaths = (place: Place, number: string): CertificatePaths => ({
  edition: (edition, part) =>
    part === "page"
      ? `${applicationPath(place)}/certificate?edition=${edition}`
      : certificatePath(place.companyKey, number, { edition, part }),
  revocation: (part) => letterPath(place, "revocation", part),
});
/** 不認定又は取消しの通知書の PDF（pdf）、画面で読むページ（page）。 */
export const letterPath = (place: Place, letter: "decline" | "revocation", part: "pdf" | "page"): string =>
  `${applicationPath(place)}/${letter}-notice${part === "page" ? "" : ".pdf"}`;
/** 会社の外の誰が申請を見たか。 */
export const viewingsPath = (place: Place): string => `${applicationPath(place)}/viewings`;
/** 提出先との連絡。 */
export const messagesPath = (place: Place): string => `${applicationPath(place)}/messages`;
/** 差戻しの指摘への対応。 */
export const correctionsPath = (place: Place): string => `${applicationPath(place)}/corrections`;
export const attachmentsPath = (place: Place): string => `${applicationPath(place)}/attachments`;
export const attachmentFilePath = (place: Place, attachmentId: string): string =>
  `${attachmentsPath(place)}/${attachmentId}/file`;
/** 始めの質問。question を省くと、答えの一覧と結果。 */
export const screeningPagePath = (place: Place, question?: string): string =>
  `${applicationPath(place)}/screening${question === undefined ? "" : `/${question}`}`;
/** 一つの区画の、書いた内容の確認。 */
export const sectionCheckPath = (place: Place, section: string): string =>
  `${sectionPath(place, section)}/check`;
/** 保管した様式。filing は何回目の申請か。 */
export const formPdfPath = (place: Place, filing?: number): string =>
  `${applicationPath(place)}/form.pdf${filing === undefined ? "" : `?filing=${filing}`}`;
export const receiptPdfPath = (place: Place, filing: number): string =>
  `${applicationPath(place)}/receipt.pdf?filing=${filing}`;
/** 電子申請を受け付けない提出先への、印刷と郵送の案内。 */
export const postPath = (place: Place): string => `${applicationPath(place)}/post`;
export const postPdfPath = (place: Place): string => `${postPath(place)}.pdf`;
/** 計画の実施状況報告。year を省くと、一覧。 */
export const reportsPath = (
  { companyKey, planId }: { readonly companyKey: string; readonly planId: string },
  year?: number,
): string =>
  `${companyPath(companyKey)}/plans/${encodeURIComponent(planId)}/reports${year === undefined ? "" : `/${year}`}`;
/** 認定された計画。 */
export const planPath = (companyKey: string, planId: string): string =>
  `${companyPath(companyKey)}/plans/${planId}`;
