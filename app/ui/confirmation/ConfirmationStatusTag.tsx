import { type ConfirmationStatus, confirmationStatusWords } from "#app/domain/confirmation/statuses.ts";
import { Tag } from "../primitives/Tag.tsx";
import type { Tone } from "../tones.ts";

const tones: Readonly<Record<ConfirmationStatus, Tone>> = {
  draft: "neutral",
  filed: "progress",
  returned: "warning",
  confirmed: "success",
  declined: "danger",
  withdrawn: "neutral",
};

/** 投資計画の確認の申請の状態の札。 */
export const ConfirmationStatusTag = ({ status }: { readonly status: ConfirmationStatus }) => (
  <Tag tone={tones[status]}>{confirmationStatusWords[status]}</Tag>
);
