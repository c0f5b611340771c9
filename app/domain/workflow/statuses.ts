/**
 * 認定申請の状態。
 * 起案（proposal）は審査中の中の出来事なので状態には数えない。期間満了・置換えは認定後に日付から導く。
 */
export const statuses = [
  "draft",
  "submitted",
  "accepted",
  "underReview",
  "returned",
  "certified",
  "declined",
  "withdrawn",
] as const;

export type Status = (typeof statuses)[number];

/** ここから先の遷移がない状態。 */
export const finalStatuses = ["certified", "declined", "withdrawn"] as const satisfies readonly Status[];

export const statusWords = {
  draft: "下書き",
  submitted: "申請済",
  accepted: "受理済",
  underReview: "審査中",
  returned: "差戻し",
  certified: "認定",
  declined: "不認定",
  withdrawn: "取下げ",
} as const satisfies Record<Status, string>;

/** 画面に示す状態。取り消した認定は、申請の状態としては認定のままで、取消しの記録から導く。 */
export type ShownStatus = Status | "revoked";

export const shownStatusWords: Readonly<Record<ShownStatus, string>> = {
  ...statusWords,
  revoked: "認定（取消し）",
};

/** @param revoked 認定の取消しの記録があるか */
export const shownStatus = (status: Status, revoked: boolean): ShownStatus =>
  status === "certified" && revoked ? "revoked" : status;

/** 申請者が内容を書き換えてよい状態か。 */
export const isEditable = (status: Status): boolean => status === "draft" || status === "returned";
