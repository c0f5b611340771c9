import { ButtonGroup } from "../primitives/ButtonGroup.tsx";
import { ButtonLink } from "../primitives/ButtonLink.tsx";
import { InlineHint } from "../primitives/InlineHint.tsx";
import { SummaryList } from "../primitives/SummaryList.tsx";
import { Table } from "../primitives/Table.tsx";
import { Tag } from "../primitives/Tag.tsx";
import type { Tone } from "../tones.ts";
import { RevocationBanner, type ShownRevocation } from "./RevocationBanner.tsx";

export type ShownEdition = {
  readonly edition: number;
  readonly standing: { readonly tone: Tone; readonly word: string };
  /** 訂正の理由。第1版では空。 */
  readonly reason: string;
  readonly code: string | null;
  /** まだできていないときの言葉。 */
  readonly progress: string | null;
  readonly issued: {
    readonly at: string;
    readonly sha256: string;
    readonly signature: string;
    readonly href: string;
    /** 画面で読むページ。 */
    readonly pageHref: string;
    readonly manifestHref: string | null;
  } | null;
};

export type CertificateEditionsProps = {
  readonly editions: readonly ShownEdition[];
  readonly revocation: ShownRevocation | null;
  /** いちばん新しい版を開くボタンの言葉。 */
  readonly openLabel: string;
  /** この人が通知書を受け取れるか。 */
  readonly mayReceive: boolean;
};

/** 認定通知書の版。新しい版を開くボタンと、前の版の一覧。 */
export function CertificateEditions({
  editions,
  revocation,
  openLabel,
  mayReceive,
}: CertificateEditionsProps) {
  const [latest, ...earlier] = editions;
  if (latest === undefined) return null;
  const { issued } = latest;
  return (
    <div className="mt-4">
      {revocation !== null && <RevocationBanner revocation={revocation} headingLevel={3} />}
      {latest.progress !== null && <output className="mb-4 block">{latest.progress}</output>}
      <SummaryList
        rows={[
          { key: "edition", label: "版", value: `第${latest.edition}版` },
          ...(latest.reason === "" ? [] : [{ key: "reason", label: "訂正の理由", value: latest.reason }]),
          ...(latest.code === null
            ? []
            : [
                {
                  key: "code",
                  label: "確認の符号",
                  value: <span className="font-mono break-all">{latest.code}</span>,
                },
              ]),
          ...(issued === null
            ? []
            : [
                { key: "at", label: "通知書ができた日時", value: issued.at },
                { key: "signature", label: "電子署名", value: issued.signature },
                {
                  key: "sha256",
                  label: "書類の指紋（SHA-256）",
                  value: <span className="font-mono break-all">{issued.sha256}</span>,
                },
              ]),
        ]}
      />
      {!mayReceive && (
        <InlineHint>
          認定通知書を受け取るには、この会社の GビズIDプライム又はメンバーのアカウントでログインしてください。
        </InlineHint>
      )}
      {issued !== null && mayReceive && (
        <ButtonGroup>
          <ButtonLink href={issued.href}>{openLabel}</ButtonLink>
          <ButtonLink href={issued.pageHref} variant="secondary">
            画面で読む
          </ButtonLink>
          {issued.manifestHref !== null && (
            <ButtonLink href={issued.manifestHref} variant="tertiary">
              署名付きの目録（JWS）
            </ButtonLink>
          )}
        </ButtonGroup>
      )}
      {earlier.length > 0 && (
        <div className="mt-6">
          <EarlierEditions editions={earlier} mayReceive={mayReceive} />
        </div>
      )}
    </div>
  );
}

const EarlierEditions = ({
  editions,
  mayReceive,
}: Pick<CertificateEditionsProps, "editions" | "mayReceive">) => (
  <Table
    caption="前の版"
    variant="cards"
    rows={editions}
    rowKey={({ edition }) => String(edition)}
    columns={[
      { key: "edition", header: "版", rowHeader: true, cell: ({ edition }) => `第${edition}版` },
      {
        key: "standing",
        header: "状態",
        cell: ({ standing }) => <Tag tone={standing.tone}>{standing.word}</Tag>,
      },
      { key: "at", header: "できた日時", cell: ({ issued }) => issued?.at ?? "" },
      {
        key: "pdf",
        header: "認定通知書",
        cell: ({ issued, edition }) =>
          issued === null ? (
            "作られていません"
          ) : !mayReceive ? (
            "できています"
          ) : (
            <span className="flex flex-wrap gap-x-4">
              <a className="link" href={issued.href}>
                PDF を開く<span className="sr-only">（第{edition}版）</span>
              </a>
              <a className="link" href={issued.pageHref}>
                画面で読む<span className="sr-only">（第{edition}版）</span>
              </a>
            </span>
          ),
      },
    ]}
  />
);
