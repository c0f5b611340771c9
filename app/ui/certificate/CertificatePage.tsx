import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { Breadcrumbs, type Crumb } from "../layout/Breadcrumbs.tsx";
import { PageTitle } from "../layout/PageTitle.tsx";
import { ButtonLink } from "../primitives/ButtonLink.tsx";
import { NotificationBanner } from "../primitives/NotificationBanner.tsx";
import { SummaryList } from "../primitives/SummaryList.tsx";
import { Tag } from "../primitives/Tag.tsx";
import type { Tone } from "../tones.ts";
import { CertificateLetter } from "./CertificateLetter.tsx";
import { RevocationBanner, type ShownRevocation } from "./RevocationBanner.tsx";

export type CertificatePageProps = {
  readonly trail: readonly Crumb[];
  readonly notice: CertificationNotice;
  readonly edition: number;
  readonly standing: { readonly tone: Tone; readonly word: string };
  /** 訂正の理由。第1版では空。 */
  readonly reason: string;
  readonly pdf: { readonly href: string; readonly at: string; readonly sha256: string };
  /** 後の版。いちばん新しい版を読んでいれば null。href は、その版ができていなければ null。 */
  readonly newer: { readonly edition: number; readonly href: string | null } | null;
  readonly revocation: ShownRevocation | null;
};

/** PDF と同じ文面を、画面と読み上げで読み、刷れる画面。版と、いまも有効かを先に示す。 */
export function CertificatePage(props: CertificatePageProps) {
  const { notice, edition, standing, reason, pdf, newer, revocation } = props;
  return (
    <div className="mx-auto max-w-[60rem]">
      <Breadcrumbs items={props.trail} />
      <PageTitle
        title={`認定通知書（第${edition}版）`}
        caption={notice.documentNumber}
        tag={<Tag tone={standing.tone}>{standing.word}</Tag>}
        lead="発行した PDF の認定通知書と同じ文面です。電子署名のある正本は PDF です。"
        actions={<ButtonLink href={pdf.href}>PDF を開く</ButtonLink>}
      />
      {revocation !== null && <RevocationBanner revocation={revocation} />}
      {newer !== null && (
        <NotificationBanner kind="warning" title={`この版は、第${newer.edition}版に訂正されています`}>
          {newer.href === null ? (
            <p>第{newer.edition}版は作成中です。</p>
          ) : (
            <a className="link" href={newer.href}>
              第{newer.edition}版を読む
            </a>
          )}
        </NotificationBanner>
      )}
      <SummaryList
        rows={[
          { key: "edition", label: "版", value: `第${edition}版（${standing.word}）` },
          ...(reason === "" ? [] : [{ key: "reason", label: "訂正の理由", value: reason }]),
          { key: "at", label: "PDF ができた日時", value: pdf.at },
          {
            key: "sha256",
            label: "PDF の指紋（SHA-256）",
            value: <span className="font-mono break-all">{pdf.sha256}</span>,
          },
        ]}
      />
      <CertificateLetter notice={notice} />
    </div>
  );
}
