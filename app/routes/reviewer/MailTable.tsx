import { DeliveryTag } from "#app/ui/workflow/DeliveryTag.tsx";
import type { RecordView } from "./record-view.server.ts";

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
          <DeliveryTag delivery={mail.delivery} />
        </li>
      ))}
    </ul>
  );
}
