import { type EditionStatus, editionStatusNames } from "#app/domain/rulebook/edition-lifecycle.ts";
import { Tag } from "../primitives/Tag.tsx";
import type { Tone } from "../tones.ts";

const tones = {
  draft: "progress",
  submitted: "info",
  abandoned: "neutral",
  published: "success",
} as const satisfies Record<EditionStatus, Tone>;

/** 版の状態の札。 */
export const EditionStatusTag = ({ status }: { readonly status: EditionStatus }) => (
  <Tag tone={tones[status]}>{editionStatusNames[status]}</Tag>
);
