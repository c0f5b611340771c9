import { CertificateEditions } from "#app/ui/certificate/CertificateEditions.tsx";
import { DownloadTable } from "#app/ui/certificate/DownloadTable.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import type { RecordView } from "./record-view.server.ts";

type Certified = Pick<RecordView, "id" | "certification" | "change">;

/** 認定の番号、通知書の版、受取りの記録。認定していなければ何も出さない。 */
export function CertificationPanel({ record }: { readonly record: Certified }) {
  const { certification } = record;
  if (certification === null) return null;
  const [latest] = certification.editions;
  return (
    <DescriptionCard
      title="認定"
      id="certification"
      aside={latest !== undefined && <Tag tone={latest.standing.tone}>{latest.standing.word}</Tag>}
      actions={certification.mayChange && <ChangeLinks id={record.id} />}
    >
      <SummaryList
        rows={[
          { key: "number", label: "番号", value: certification.number },
          { key: "certifiedOn", label: "認定日", value: certification.certifiedOn },
          ...(record.change === null
            ? []
            : [
                {
                  key: "base",
                  label: "変えた認定",
                  value: [record.change.base, record.change.first]
                    .filter((one) => one !== null)
                    .join("、当初の認定 "),
                },
              ]),
        ]}
      />
      <CertificateEditions
        editions={certification.editions}
        revocation={certification.revocation}
        openLabel="認定通知書（PDF）"
        mayReceive
      />
      {latest?.issued !== null && (
        <DownloadTable
          downloads={certification.downloads}
          csvHref={`/review/applications/${record.id}/certificate-downloads.csv`}
        />
      )}
    </DescriptionCard>
  );
}

const ChangeLinks = ({ id }: { readonly id: string }) => (
  <>
    <ButtonLink href={`/review/applications/${id}/correct`} variant="secondary">
      通知書を訂正する
    </ButtonLink>
    <ButtonLink href={`/review/applications/${id}/revoke`} variant="tertiary">
      認定を取り消す
    </ButtonLink>
  </>
);
