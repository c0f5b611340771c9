import { Tag } from "#app/ui/primitives/Tag.tsx";

/** 公布した版は、今日との前後で分ける。 */
type Standing = "current" | "future" | "past" | "unpublished";

/** @param inForce 今日の版の id */
export const standingOf = (
  edition: { readonly id: string; readonly status: string; readonly effectiveFrom: string },
  on: string,
  inForce: string | undefined,
): Standing => {
  if (edition.status !== "published") return "unpublished";
  if (edition.id === inForce) return "current";
  return edition.effectiveFrom > on ? "future" : "past";
};

export const standingTags = {
  current: <Tag tone="success">今日の版</Tag>,
  future: <Tag tone="info">これから施行</Tag>,
  past: <Tag tone="neutral">過去の版</Tag>,
  unpublished: null,
} as const;
