import { Button } from "#app/ui/primitives/Button.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";

type ShownBounce = {
  readonly mailId: string;
  readonly subject: string;
  readonly toAddress: string;
  readonly reason: string;
  readonly at: string;
};

/** 申請者へのメールが届かなかったこと。局が手当てして「確認した」を押すまで消えない。 */
export function BounceNotice({
  applicationId,
  bounces,
  mayConfirm,
}: {
  readonly applicationId: string;
  readonly bounces: readonly ShownBounce[];
  readonly mayConfirm: boolean;
}) {
  if (bounces.length === 0) return null;
  return (
    <NotificationBanner kind="warning" title="申請者へのメールが届かずに戻りました">
      <ul className="mb-3 flex flex-col gap-2">
        {bounces.map(({ mailId, subject, toAddress, reason, at }) => (
          <li key={mailId}>
            {subject}
            <span className="block text-dns-14N-130 leading-150 break-all">
              {at}　宛先 {toAddress}　{reason}
            </span>
          </li>
        ))}
      </ul>
      <p className="mb-3">
        電話などで知らせ、連絡先を確かめてください。手当てが済むまで、申請者の画面にも届かなかったことが出ます。
      </p>
      {mayConfirm && (
        <form method="post" action={`/review/applications/${applicationId}/bounces`}>
          <Button variant="secondary" size="small">
            確認した
          </Button>
        </form>
      )}
    </NotificationBanner>
  );
}
