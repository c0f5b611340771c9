import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";

export type ShownComment = {
  readonly id: string;
  readonly section: string;
  readonly field: string;
  readonly kind: "wrong" | "missing" | "unclear";
  readonly text: string;
};

export const commentKindWords = {
  wrong: "誤り",
  missing: "不足",
  unclear: "不明",
} as const satisfies Record<ShownComment["kind"], string>;

/** この区画への、審査担当の指摘。 */
export function CommentsBanner({ comments }: { readonly comments: readonly ShownComment[] }) {
  if (comments.length === 0) return null;
  return (
    <NotificationBanner kind="warning" title="審査担当から、次の修正の依頼があります">
      <ul className="list-disc pl-6">
        {comments.map((comment) => (
          <li key={comment.id}>
            <a className="link" href={`#${comment.field.split(".")[0] ?? ""}`}>
              {commentKindWords[comment.kind]}
            </a>
            ：{comment.text}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
