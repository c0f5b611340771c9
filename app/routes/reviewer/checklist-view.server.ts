/** 確認の一覧を、画面に出す物だけにする。 */
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { type TakenItem, markWords } from "#app/domain/checklist/checklist.ts";
import { entryIn, entryText, type PlanDocument } from "#app/domain/plan/document.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import type { ApplicationChecklist } from "#app/usecases/review/checklist.server.ts";
import { fieldTitle } from "./event-lines.ts";

export type ChecklistItemView = ReturnType<typeof itemView>;

/** 記録・起案・決裁の画面に出す、どこまで進んだか。一覧がなければ null。 */
export const progressView = (list: ApplicationChecklist | null) =>
  list === null
    ? null
    : {
        answered: list.progress.answered,
        total: list.progress.total,
        unanswered: list.progress.unanswered.map(({ text }) => text),
        questions: list.progress.questions.map(({ id, text }) => ({
          text,
          note: list.marks.get(id)?.note ?? "",
        })),
        newer: list.newer,
        marked: list.items.flatMap(({ id, text }) => {
          const mark = list.marks.get(id);
          return mark === undefined
            ? []
            : [
                {
                  id,
                  text,
                  word: markWords[mark.mark],
                  by: `${mark.markedByName}、${formatTokyoInstant(mark.markedAt)}`,
                  note: mark.note,
                },
              ];
        }),
      };

export type ChecklistProgressView = NonNullable<ReturnType<typeof progressView>>;

/** @param sequence いまの提出の回 */
export const checklistView = (list: ApplicationChecklist, document: PlanDocument, sequence: number) => ({
  templateId: list.templateId,
  templateVersion: list.templateVersion,
  newer: list.newer && list.revision > 0,
  mayCheck: list.mayCheck,
  items: list.items.map((item) => itemView(item, list, document, sequence)),
});

function itemView(item: TakenItem, list: ApplicationChecklist, document: PlanDocument, sequence: number) {
  const answer = list.marks.get(item.id);
  const { id, text, section, field, required } = item;
  const filed = document.sections.find((one) => one.id === section);
  return {
    id,
    text,
    required,
    former: item.former === true,
    place:
      section === ""
        ? null
        : {
            title: filed === undefined ? (sectionOf(section)?.title ?? section) : fieldTitle(item, document),
            anchor: filed === undefined ? null : field === "" ? `section-${section}` : `${section}-${field}`,
            value: field === "" ? "" : entryText(entryIn(document, section, field)),
          },
    version: answer?.version ?? 0,
    mark: answer?.mark ?? "",
    note: answer?.note ?? "",
    answer:
      answer === undefined
        ? null
        : {
            word: markWords[answer.mark],
            by: `${answer.markedByName}、${formatTokyoInstant(answer.markedAt)}`,
            earlier: answer.submissionSequence < sequence ? answer.submissionSequence : null,
          },
  };
}
