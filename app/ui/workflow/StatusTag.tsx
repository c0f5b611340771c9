import { statusWords, type Status } from "#app/domain/workflow/statuses.ts";
import { Tag } from "../primitives/Tag.tsx";
import { statusTone } from "./status-tone.ts";

/** 申請の状態の札。 */
export function StatusTag({ status }: { readonly status: Status }) {
  return <Tag tone={statusTone[status]}>{statusWords[status]}</Tag>;
}
