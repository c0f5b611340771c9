/** 遷移の後に行う仕事。outbox に一行ずつ入り、取引の外で行われる。 */
export type Effect =
  | { readonly kind: "mail"; readonly template: MailTemplateName; readonly to: "applicant" | "office" }
  | { readonly kind: "issueCertificate" }
  | { readonly kind: "issueDeclineNotice" };

export type MailTemplateName =
  | "filed"
  | "arrived"
  | "recalled"
  | "withdrawn"
  | "accepted"
  | "transferred"
  | "paused"
  | "resumed"
  | "returned"
  | "certified"
  | "corrected"
  | "revoked"
  | "declined"
  | "messageArrived"
  | "consultationAsked"
  | "consultationAnswered"
  | "minorChange";
