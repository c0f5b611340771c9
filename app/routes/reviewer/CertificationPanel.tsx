import { CertificateEditions } from "#app/ui/certificate/CertificateEditions.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import type { RecordView } from "./record-view.server.ts";

const channelWords = { applicant: "申請者", staff: "職員" } as const;

type Certified = Pick<RecordView, "id" | "certification">;

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
        ]}
      />
      <CertificateEditions
        editions={certification.editions}
        revocation={certification.revocation}
        openLabel="認定通知書（PDF）"
      />
      {latest?.issued !== null && <Downloads downloads={certification.downloads} />}
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

type Download = NonNullable<Certified["certification"]>["downloads"][number];

const Downloads = ({ downloads }: { readonly downloads: readonly Download[] }) => (
  <div className="mt-4">
    <Table
      caption="認定通知書の受取りの記録"
      columns={[
        { key: "at", header: "日時", cell: ({ at }) => at },
        { key: "who", header: "受け取った人", cell: ({ accountName }) => accountName },
        { key: "channel", header: "区分", cell: ({ channel }) => channelWords[channel] },
        { key: "edition", header: "版", cell: ({ edition }) => `第${edition}版` },
        {
          key: "sha256",
          header: "書類の指紋",
          cell: ({ sha256 }) => <span className="font-mono">{sha256.slice(0, 16)}…</span>,
        },
      ]}
      rows={downloads}
      rowKey={({ id }) => String(id)}
      variant="cards"
      empty={<p className="text-dns-16N-130">認定通知書は、まだ受け取られていません。</p>}
    />
  </div>
);
