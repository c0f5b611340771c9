import { NotificationBanner } from "../primitives/NotificationBanner.tsx";

export type ShownRevocation = {
  /** 取り消した日時（表示用の文字）。 */
  readonly on: string;
  readonly reason: string;
  /** 取消しの通知書。通知書の無かった頃の取消しでは null。 */
  readonly letter: { readonly number: string; readonly pdfHref: string; readonly pageHref: string } | null;
};

/** 認定が取り消されたことと、取消しの通知書への入口。 */
export function RevocationBanner(props: {
  readonly revocation: ShownRevocation;
  readonly headingLevel?: 2 | 3 | undefined;
}) {
  const { on, reason, letter } = props.revocation;
  return (
    <NotificationBanner
      kind="warning"
      title="この認定は取り消されました"
      {...(props.headingLevel === undefined ? {} : { headingLevel: props.headingLevel })}
    >
      <p>取り消した日時：{on}</p>
      <p>理由：{reason}</p>
      {letter !== null && (
        <p className="mt-2 flex flex-wrap gap-x-4">
          <a className="link" href={letter.pdfHref}>
            取消しの通知書（PDF、{letter.number}）を開く
          </a>
          <a className="link" href={letter.pageHref}>
            取消しの通知書を画面で読む
          </a>
        </p>
      )}
    </NotificationBanner>
  );
}
