import type { RecordView } from "./record-view.server.ts";
import { CommentKind } from "./ReturnedComments.tsx";

export type FieldCommentsProps = {
  readonly comments: RecordView["comments"];
  readonly section: string;
  readonly field: string;
};

/** 計画の欄の下に、その欄への指摘を並べる。 */
export function FieldComments({ comments, section, field }: FieldCommentsProps) {
  const here = comments.filter((comment) => comment.section === section && comment.field === field);
  if (here.length === 0) return null;
  return (
    <ul className="border-l-4 border-yellow-900 bg-yellow-50 px-3 py-2">
      {here.map((comment) => (
        <li key={comment.id} className="whitespace-pre-line">
          <CommentKind kind={comment.kind} /> 第{comment.sequence}回の申請への指摘：{comment.text}
        </li>
      ))}
    </ul>
  );
}
