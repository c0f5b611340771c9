/** 一覧で選んだ申請にまとめて行うこと。受理、自分の担当にすること、認定（起案のとおりの決裁）。 */
export const bulkCommands = ["accept", "assign", "certify"] as const;
export type BulkCommand = (typeof bulkCommands)[number];

/** 一度に選べる数。一覧の一ページ分。 */
export const MOST_PICKED = 50;
