/** 投資計画の確認の申請に添える書類。種類と、要る場合は規則集の表（attachment-kinds.csv）にある。 */
import type { AttachmentCondition } from "../attachment/attachment-kind.ts";
import type { RequiredAttachment } from "../attachment/required-attachments.ts";
import { severityOf } from "../rulebook/blocking.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { ConfirmationType } from "./confirmation-type.ts";

/** @returns 規則集の順に、要る書類と添付できる書類 */
export function requiredEvidence(rulebook: Rulebook, type: ConfirmationType): readonly RequiredAttachment[] {
  const meets = (condition: AttachmentCondition | null): boolean =>
    condition === "investment" || condition === `investment${type}`;
  return [...rulebook.procedure.attachmentKinds.values()].flatMap((kind): readonly RequiredAttachment[] => {
    if (meets(kind.requiredWhen))
      return [
        {
          kind,
          requirement: "required",
          severity: severityOf(kind.certainty),
          reason: `${type}類型の投資計画の確認に要ります。`,
          slots: [],
        },
      ];
    return meets(kind.offeredWhen)
      ? [
          {
            kind,
            requirement: "optional",
            severity: "warning",
            reason: "必要に応じて添付できます。",
            slots: [],
          },
        ]
      : [];
  });
}
