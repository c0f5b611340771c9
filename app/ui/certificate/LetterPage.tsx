import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { Breadcrumbs, type Crumb } from "../layout/Breadcrumbs.tsx";
import { PageTitle } from "../layout/PageTitle.tsx";
import { ButtonLink } from "../primitives/ButtonLink.tsx";
import { SummaryList } from "../primitives/SummaryList.tsx";
import { CertificateLetter } from "./CertificateLetter.tsx";

export type LetterPageProps = {
  /** 通知書の名前。 */
  readonly title: string;
  readonly trail: readonly Crumb[];
  readonly notice: CertificationNotice;
  readonly pdf: {
    readonly href: string;
    /** 保管した PDF の日時と指紋。まだ作られていなければ null。 */
    readonly stored: { readonly at: string; readonly sha256: string } | null;
  };
};

/** 不認定又は取消しの通知書を、PDF と同じ文面で、画面と読み上げで読み、刷れる画面。 */
export function LetterPage({ title, trail, notice, pdf }: LetterPageProps) {
  return (
    <div className="mx-auto max-w-[60rem]">
      <Breadcrumbs items={trail} />
      <PageTitle
        title={title}
        caption={notice.documentNumber}
        lead="PDF の通知書と同じ文面です。電子署名のある正本は PDF です。"
        actions={<ButtonLink href={pdf.href}>PDF を開く</ButtonLink>}
      />
      {pdf.stored !== null && (
        <SummaryList
          rows={[
            { key: "at", label: "PDF ができた日時", value: pdf.stored.at },
            {
              key: "sha256",
              label: "PDF の指紋（SHA-256）",
              value: <span className="font-mono break-all">{pdf.stored.sha256}</span>,
            },
          ]}
        />
      )}
      <CertificateLetter notice={notice} />
    </div>
  );
}
