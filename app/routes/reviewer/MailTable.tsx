import type { RecordView } from "./record-view.server.ts";
import { Tag } from "#app/ui/primitives/Tag.tsx";

/** sent は SMTP が受け取った、kept は SMTP がないので書類として残した。 */
export function MailState({ state }: { readonly state: "sent" | "kept" }) {
  return state === "sent" ? <Tag tone="success">送信済</Tag> : <Tag tone="neutral">保管（未送信）</Tag>;
}

/** この申請について出したメール。宛先のアドレスは出さない。 */
export function MailTable({ mails }: { readonly mails: RecordView["mails"] }) {
  if (mails.length === 0) return <p className="text-dns-16N-130">メールはまだありません。</p>;
  return (
    <ul className="flex flex-col gap-3 text-dns-16N-130 leading-150">
      {mails.map((mail) => (
        <li key={mail.id}>
          <p>{mail.subject}</p>
          <p className="mb-1 text-dns-14N-130 leading-150 text-solid-gray-700">
            {mail.at}　{mail.toName} 宛
          </p>
          <MailState state={mail.state} />
        </li>
      ))}
    </ul>
  );
}
