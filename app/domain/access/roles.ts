/** 利用者の役割。職員の役割は省庁と提出先ごとに割り当てる (SPEC §2)。 */

/** 職員の役割。substitute（代決者）は割り当てず、代決の記録から期間の間だけ付く。 */
export const STAFF_ROLES = [
  "reviewer",
  "officeManager",
  "substitute",
  "coordinator",
  "administrator",
  "helpDesk",
  "auditor",
] as const;

/** 職員の役割の符号。 */
export type StaffRole = (typeof STAFF_ROLES)[number];

/** すべての役割。 */
export const ROLES = ["visitor", "applicant", ...STAFF_ROLES, "apiClient"] as const;

/** 役割の符号。 */
export type Role = (typeof ROLES)[number];

/** 画面に出す役割の名前。 */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  visitor: "一般",
  applicant: "申請者",
  reviewer: "審査担当",
  officeManager: "決裁者",
  substitute: "代決者",
  coordinator: "企画課",
  administrator: "システム管理者",
  helpDesk: "問合せ窓口",
  auditor: "監査",
  apiClient: "連携システム",
};

/** 職員の役割の符号か。 */
export const isStaffRole = (text: string): text is StaffRole => STAFF_ROLES.some((role) => role === text);
