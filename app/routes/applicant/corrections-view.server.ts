/** 指摘への対応の画面が示す値。 */
import { attachmentSection, attachmentSectionTitle } from "#app/domain/attachment/attachment-kind.ts";
import type { ApplicantActor } from "#app/domain/access/actor.ts";
import { entryIn, entryText, type PlanDocument } from "#app/domain/plan/document.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import type { CommentAnswer } from "#app/usecases/applications/answer-comments.server.ts";
import { openCorrections } from "#app/usecases/applications/open-corrections.server.ts";
import { attachmentsPath, type Place, sectionPath } from "./paths.ts";

export async function correctionsView({ param, url, useCase }: Guarded<ApplicantActor>) {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const opened = await openCorrections(useCase, place);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { comments, answers, filed, draft } = opened.value;
  return {
    place,
    saved: url.searchParams.has("saved"),
    items: comments.map(({ id, section, field, kind, text }) => {
      const before = entryText(entryIn(filed, section, field));
      const after = entryText(entryIn(draft, section, field));
      return {
        id,
        kind,
        text,
        title: titleOf(filed, section, field),
        filed: before,
        now: after,
        edited: before !== after,
        answer: answers[id] ?? "",
        editHref: editHref(place, section, field),
      };
    }),
  };
}

function titleOf(document: PlanDocument, section: string, field: string): string {
  if (section === attachmentSection) return attachmentSectionTitle;
  const title = document.sections.find(({ id }) => id === section)?.title ?? "";
  return [title, entryIn(document, section, field)?.label ?? ""].filter((word) => word !== "").join("・");
}

const editHref = (place: Place, section: string, field: string): string =>
  section === attachmentSection
    ? attachmentsPath(place)
    : `${sectionPath(place, section)}#${field.split(".")[0] ?? ""}`;

/** 送られた回答。指摘の id ごとに、打たれた文字と、画面を開いた時の回答。 */
export const typedAnswers = (form: FormData): readonly CommentAnswer[] =>
  [...form.entries()].flatMap(([name, value]) => {
    const commentId = /^answer-(.{1,60})$/u.exec(name)?.[1];
    return commentId === undefined || typeof value !== "string"
      ? []
      : [{ commentId, text: lines(value), was: lines(form.get(`was-${commentId}`)) }];
  });

const lines = (value: FormDataEntryValue | null): string =>
  typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
