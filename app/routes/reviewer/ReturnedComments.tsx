import type { PlanDocument } from "#app/domain/plan/document.ts";
import { entryAnchor } from "#app/ui/plan/entry-slots.ts";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { commentKinds } from "./comment-form.ts";
import { fieldTitle } from "./event-lines.ts";
import type { RecordView } from "./record-view.server.ts";

type Comments = RecordView["comments"];

/** 差戻しの指摘。提出の回ごとに、新しい回から。 */
export function ReturnedComments({
  comments,
  document,
}: {
  readonly comments: Comments;
  readonly document: PlanDocument;
}) {
  const sequences = [...new Set(comments.map(({ sequence }) => sequence))].toSorted((a, b) => b - a);
  return sequences.map((sequence) => (
    <DescriptionCard key={sequence} title={`第${sequence}回の申請への指摘`}>
      <ul className="flex flex-col gap-2">
        {comments
          .filter((comment) => comment.sequence === sequence)
          .map((comment) => (
            <li key={comment.id}>
              <CommentKind kind={comment.kind} />{" "}
              <a href={`#${entryAnchor(comment.section, comment.field)}`} className="link">
                {fieldTitle(comment, document)}
              </a>
              <p className="whitespace-pre-line">{comment.text}</p>
              {comment.answer !== null && (
                <p className="whitespace-pre-line">申請者の回答：{comment.answer}</p>
              )}
            </li>
          ))}
      </ul>
    </DescriptionCard>
  ));
}

/** 誤り、不足、不明の札。 */
export const CommentKind = ({ kind }: { readonly kind: Comments[number]["kind"] }) => (
  <Tag tone="warning">{commentKinds.find(({ value }) => value === kind)?.label ?? ""}</Tag>
);
