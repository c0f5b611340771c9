import type { RecordView } from "./record-view.server.ts";
import { CommentKind } from "./ReturnedComments.tsx";

export type FieldRemarksProps = {
  readonly record: Pick<RecordView, "comments" | "notes">;
  readonly section: string;
  readonly field: string;
};

/** 計画の欄の下に、その欄への指摘と、内部のメモを並べる。 */
export function FieldRemarks({ record, section, field }: FieldRemarksProps) {
  const isHere = (one: { readonly section: string; readonly field: string }): boolean =>
    one.section === section && one.field === field;
  const comments = record.comments.filter(isHere);
  const notes = record.notes.filter(isHere);
  return (
    <>
      {comments.length > 0 && (
        <ul className="border-l-4 border-yellow-900 bg-yellow-50 px-3 py-2">
          {comments.map((comment) => (
            <li key={comment.id} className="whitespace-pre-line">
              <CommentKind kind={comment.kind} /> 第{comment.sequence}回の申請への指摘：{comment.text}
            </li>
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <ul className="border-l-4 border-blue-900 bg-blue-50 px-3 py-2">
          {notes.map((note) => (
            <li key={note.id} className="whitespace-pre-line">
              内部のメモ（{note.by}）：{note.body}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
