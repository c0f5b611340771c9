import { Tag } from "#app/ui/primitives/Tag.tsx";
import { messagesPath, type Place } from "./paths.ts";

/** 提出先との連絡への入口。まだ読んでいない連絡の数を添える。 */
export const MessagesLink = ({ place, unread }: { readonly place: Place; readonly unread: number }) => (
  <p className="mb-6">
    <a className="link" href={messagesPath(place)}>
      提出先との連絡を開く
    </a>
    {unread > 0 && (
      <span className="ml-2">
        <Tag tone="warning">未読 {unread}件</Tag>
      </span>
    )}
  </p>
);
