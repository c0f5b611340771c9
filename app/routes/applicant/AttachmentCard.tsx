import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import type { AttachmentProblem } from "./attachment-problem.ts";
import { AttachmentUpload } from "./AttachmentUpload.tsx";
import { AttachedFileList } from "./AttachedFileList.tsx";
import type { ShownFile, ShownKind } from "./attachments-view.server.ts";
import type { Place } from "./paths.ts";

export type AttachmentCardProps = {
  readonly kind: ShownKind;
  readonly page: { readonly place: Place; readonly limits: string; readonly fileBytes: number };
  readonly problem: AttachmentProblem | null;
};

/** 一つの種類の書類: 要る理由、どの設備の分が揃ったか、添付した物、添付する欄。 */
export function AttachmentCard({ kind, page, problem }: AttachmentCardProps) {
  const open = kind.missing > 0 || kind.replacing !== null || problem !== null || kind.unfinished.length > 0;
  const upload = (
    <AttachmentUpload
      key={[kind.replacing?.id, ...kind.files.map(({ id }) => id)].join()}
      kind={kind}
      page={page}
      problem={problem}
    />
  );
  return (
    <DescriptionCard id={kind.id} title={kind.name} aside={<KindState kind={kind} />}>
      <p>{kind.reason}</p>
      {kind.help !== null && <p className="mt-1 text-solid-gray-700">{kind.help}</p>}
      {kind.unconfirmed !== null && (
        <p className="mt-1 text-dns-14N-130 text-solid-gray-700">
          この定めは公開資料で確かめられていません（{kind.unconfirmed}）。添付がなくても申請できます。
        </p>
      )}
      {kind.slots.length > 0 && (
        <ul className="mt-3 flex flex-col gap-1.5">
          {kind.slots.map((slot) => (
            <li key={slot.value} className="flex flex-wrap items-center gap-2">
              <Tag tone={slot.covered ? "success" : "warning"}>{slot.covered ? "添付済み" : "未添付"}</Tag>
              {slot.label}
            </li>
          ))}
        </ul>
      )}
      <AttachedFileList files={kind.files} place={page.place} replaceable />
      {open ? (
        <div className="mt-4">{upload}</div>
      ) : (
        <details className="mt-4">
          <summary className="link inline-block py-1 text-std-16B-170">「{kind.name}」を添付する</summary>
          <div className="mt-3">{upload}</div>
        </details>
      )}
    </DescriptionCard>
  );
}

function KindState({ kind }: { readonly kind: ShownKind }) {
  if (!kind.required) return <Tag tone="neutral">任意</Tag>;
  if (kind.missing === 0) return <Tag tone="success">揃っています</Tag>;
  return kind.blocks ? <Tag tone="danger">添付が必要です</Tag> : <Tag tone="warning">確かめてください</Tag>;
}

/** いまの計画では要らない種類の、残っているファイル。 */
export function LeftoverCard({
  files,
  place,
}: {
  readonly files: readonly ShownFile[];
  readonly place: Place;
}) {
  return (
    <DescriptionCard
      id="leftover"
      title="いまの計画では要らない書類"
      aside={<Tag tone="warning">確かめてください</Tag>}
    >
      <p>計画の内容が変わったため、要らなくなったと思われる書類です。このままでも申請できます。</p>
      <AttachedFileList files={files} place={place} replaceable={false} />
    </DescriptionCard>
  );
}
