/** 一つの投資計画の確認を、申請者の画面の形にする。 */
import { isCivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { confirmationTypeWords } from "#app/domain/confirmation/confirmation-type.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import type { OpenedConfirmation } from "#app/usecases/confirmations/open-confirmation.server.ts";
import {
  answeredParts,
  commentLines,
  confirmationTimeline,
  evidenceRows,
  prefectureOptions,
} from "../../confirmation-view.server.ts";

export function confirmationPage(rulebook: Rulebook, opened: OpenedConfirmation) {
  const { confirmation, draft, filing, letter, events, comments, filedEvidence } = opened;
  const { type, status } = confirmation;
  return {
    type,
    typeWords: confirmationTypeWords[type],
    status,
    version: confirmation.version,
    receiptNumber: confirmation.receiptNumber,
    comments: commentLines(type, comments),
    draft:
      draft === null
        ? null
        : {
            answers: confirmation.answers,
            prefectures: prefectureOptions(rulebook),
            requirements: draft.checked.requirements,
            // 書きかけの空の欄は、申請の確認の画面で初めて誤りにする。
            findings: draft.checked.findings.filter(({ check }) => check !== "required"),
            attached: draft.evidence.files.length,
          },
    filed:
      filing === undefined
        ? null
        : {
            officeName: filing.officeName,
            parts: answeredParts(rulebook, type, filing.answers),
            requirements: filing.requirements,
            evidence: evidenceRows(filedEvidence),
          },
    letter:
      letter === undefined
        ? null
        : {
            number: letter.number,
            confirmedOn: isCivilDate(letter.confirmedOn) ? formatJapaneseDate(letter.confirmedOn) : "",
          },
    timeline: confirmationTimeline(events, "applicant"),
  };
}
