import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { CertificateEditions } from "#app/ui/certificate/CertificateEditions.tsx";
import { DownloadTable } from "#app/ui/certificate/DownloadTable.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { Timeline } from "#app/ui/primitives/Timeline.tsx";
import { ApplicationStagePath } from "#app/ui/workflow/ApplicationStagePath.tsx";
import type { ApplicationView } from "./application-view.server.ts";
import { FiledEditions } from "./FiledEditions.tsx";
import { applicationPath } from "./paths.ts";

/** 申請した後の画面: いまの段階、認定通知書、これまでの経過。 */
export function ApplicationProgress({ view }: { readonly view: ApplicationView }) {
  const base = applicationPath(view.place);
  return (
    <>
      <ApplicationStagePath status={view.status} dates={view.dates} reached={view.reached} />
      {view.certificate !== null && (
        <Certificate
          certificate={view.certificate}
          csvHref={view.certificate.mayReceive ? `${base}/certificate-downloads.csv` : null}
        />
      )}
      {view.pause !== null && (
        <NotificationBanner kind="info" title="審査を一時的に止めています">
          <p>理由：{view.pause}</p>
          <p className="mt-2">
            止めている間は、標準処理期間が進みません。再開したときは、メールでお知らせします。
          </p>
        </NotificationBanner>
      )}
      {view.declineGround !== null && (
        <NotificationBanner kind="info" title="この計画は認定に至りませんでした">
          <p>理由：{view.declineGround}</p>
          {view.declineNumber !== null && (
            <>
              <p className="mt-2">不服の申立て方は、不認定通知書に記しています。</p>
              <p className="mt-2 flex flex-wrap gap-x-4">
                <a href={`${base}/decline-notice.pdf`} className="link">
                  不認定通知書（PDF、{view.declineNumber}）を開く
                </a>
                <a href={`${base}/decline-notice`} className="link">
                  不認定通知書を画面で読む
                </a>
              </p>
            </>
          )}
        </NotificationBanner>
      )}
      <SectionTitle>申請の内容</SectionTitle>
      <SummaryList
        rows={[
          { key: "office", label: "提出先", value: view.office ?? "" },
          {
            key: "accepted",
            label: "受理日",
            value: view.acceptedOn === "" ? "まだ受理されていません" : view.acceptedOn,
          },
          { key: "processing", label: "標準処理期間", value: view.processing ?? "" },
          ...(view.forecast === null
            ? []
            : [{ key: "forecast", label: "結果の見込み", value: view.forecast }]),
        ]}
      />
      <ButtonGroup>
        <ButtonLink href={`${base}/receipt`} variant="secondary">
          受付の控えを見る
        </ButtonLink>
        {(view.canRecall || view.canWithdraw) && view.mayFile && (
          <ButtonLink href={`${base}/withdraw`} variant="tertiary">
            {view.canRecall ? "申請を引き戻す・取り下げる" : "申請を取り下げる"}
          </ButtonLink>
        )}
      </ButtonGroup>
      <FiledEditions filings={view.filings} place={view.place} />
      <SectionTitle>これまでの経過</SectionTitle>
      <Timeline items={[...view.events].reverse()} label="これまでの経過" />
    </>
  );
}

function Certificate({
  certificate,
  csvHref,
}: {
  readonly certificate: NonNullable<ApplicationView["certificate"]>;
  readonly csvHref: string | null;
}) {
  const [latest] = certificate.editions;
  return (
    <DescriptionCard
      title="認定通知書"
      aside={latest !== undefined && <Tag tone={latest.standing.tone}>{latest.standing.word}</Tag>}
    >
      <SummaryList
        rows={[
          { key: "number", label: "認定番号", value: certificate.number },
          { key: "date", label: "認定日", value: certificate.certifiedOn },
        ]}
      />
      <CertificateEditions
        editions={certificate.editions}
        revocation={certificate.revocation}
        openLabel="認定通知書（PDF）を開く"
        mayReceive={certificate.mayReceive}
      />
      {certificate.downloads.length > 0 && (
        <DownloadTable downloads={certificate.downloads} csvHref={csvHref} />
      )}
    </DescriptionCard>
  );
}
