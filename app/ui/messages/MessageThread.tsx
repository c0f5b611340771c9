import { classNames } from "../class-names.ts";

export type ThreadMessage = {
  readonly key: string;
  /** 見ている側が書いた連絡。 */
  readonly mine: boolean;
  readonly author: string;
  /** UTC の ISO 文字列。 */
  readonly at: string;
  readonly atText: string;
  /** 連絡の指す欄の見出し。申請の全体についてなら null。 */
  readonly about: string | null;
  readonly text: string;
};

/** やり取りの並び。古い順で、自分の側の連絡を右に寄せる。 */
export function MessageThread({ messages }: { readonly messages: readonly ThreadMessage[] }) {
  if (messages.length === 0) return <p className="mb-6">まだ連絡はありません。</p>;
  return (
    <ol aria-label="連絡のやり取り" className="mb-8 flex flex-col gap-4">
      {messages.map((message) => (
        <li
          key={message.key}
          className={classNames(
            "w-full max-w-3xl rounded-12 border p-4",
            message.mine
              ? "self-end border-blue-900 bg-blue-50"
              : "self-start border-solid-gray-300 bg-white",
          )}
        >
          <p className="flex flex-wrap justify-between gap-x-4 text-dns-14N-130 text-solid-gray-700">
            <span className="font-700 text-solid-gray-900">{message.author}</span>
            <time dateTime={message.at}>{message.atText}</time>
          </p>
          {message.about !== null && (
            <p className="mt-2 text-dns-14N-130 text-solid-gray-800">「{message.about}」について</p>
          )}
          <p className="mt-2 text-std-16N-170 break-words whitespace-pre-line">{message.text}</p>
        </li>
      ))}
    </ol>
  );
}
