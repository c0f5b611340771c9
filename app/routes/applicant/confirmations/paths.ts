/** 投資計画の確認の画面の道筋。 */
import { companyPath } from "../paths.ts";

export type ConfirmationPlace = { readonly companyKey: string; readonly confirmationId: string };

export const confirmationsPath = (companyKey: string): string => `${companyPath(companyKey)}/confirmations`;
export const confirmationPath = ({ companyKey, confirmationId }: ConfirmationPlace): string =>
  `${confirmationsPath(companyKey)}/${confirmationId}`;
export const evidencePath = (place: ConfirmationPlace): string => `${confirmationPath(place)}/attachments`;
export const confirmationLetterPath = (place: ConfirmationPlace): string =>
  `${confirmationPath(place)}/letter.pdf`;
