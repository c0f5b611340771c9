/** 投資計画の確認の申請の状態。起案は提出済みの中の出来事なので、状態には数えない。 */
export const confirmationStatuses = [
  "draft",
  "filed",
  "returned",
  "confirmed",
  "declined",
  "withdrawn",
] as const;

export type ConfirmationStatus = (typeof confirmationStatuses)[number];

export const confirmationStatusWords: Readonly<Record<ConfirmationStatus, string>> = {
  draft: "下書き",
  filed: "審査中",
  returned: "差戻し",
  confirmed: "確認済み",
  declined: "確認しない",
  withdrawn: "取下げ",
};

/** 申請者が内容と添付を変えてよい状態か。 */
export const isConfirmationEditable = (status: ConfirmationStatus): boolean =>
  status === "draft" || status === "returned";
