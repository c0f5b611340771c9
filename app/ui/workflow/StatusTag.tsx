import { type ShownStatus, shownStatusWords } from "#app/domain/workflow/statuses.ts";
import { Tag } from "../primitives/Tag.tsx";
import { statusTone } from "./status-tone.ts";

/** 申請の状態の札。 */
export function StatusTag({ status }: { readonly status: ShownStatus }) {
  return <Tag tone={statusTone[status]}>{shownStatusWords[status]}</Tag>;
}
