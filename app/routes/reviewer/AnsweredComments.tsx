import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import type { ChangesView } from "./changes-view.server.ts";
import { CommentKind } from "./ReturnedComments.tsx";

/** 一つ前の提出への指摘と、申請者の回答。欄が変わったかどうかも示す。 */
export function AnsweredComments({ comments }: { readonly comments: ChangesView["answered"] }) {
  if (comments.length === 0) return null;
  return (
    <DescriptionCard title="指摘と回答">
      <ol className="flex list-decimal flex-col gap-3 pl-6">
        {comments.map((comment) => (
          <li key={comment.id}>
            <p>
              <CommentKind kind={comment.kind} /> {comment.title}{" "}
              <Tag tone={comment.changed ? "success" : "neutral"}>
                {comment.changed ? "直した" : "変わっていません"}
              </Tag>
            </p>
            <p className="whitespace-pre-line">指摘：{comment.text}</p>
            <p className="whitespace-pre-line">回答：{comment.answer ?? "（回答はありません）"}</p>
          </li>
        ))}
      </ol>
    </DescriptionCard>
  );
}
