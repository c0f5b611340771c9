import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";

export type NoticePreviewProps = {
  readonly notice: CertificationNotice;
  /** 通知書の名前と、日付の見出し。 */
  readonly words: { readonly title: string; readonly issuedOn: string };
  /** 文面と番号の書式の確かさの言葉。確かめてあれば null。 */
  readonly doubt: string | null;
  /** 指定された字の形が書体に無く、基本の字形で印字する字の知らせ。 */
  readonly variants: readonly string[];
};

/** 出る前の通知書。 */
export function NoticePreview({ notice, words, doubt, variants }: NoticePreviewProps) {
  const { addressee, signatory } = notice;
  return (
    <section aria-labelledby="notice-preview" className="mb-6">
      <h2 id="notice-preview" className="mb-3 text-std-22B-150">
        出される{words.title}
      </h2>
      {doubt !== null && (
        <InlineHint tone="warning">
          通知書の文面と番号の書式には、実物と照らし合わせていないものがあります（{doubt}）。
        </InlineHint>
      )}
      {variants.map((line) => (
        <InlineHint key={line} tone="warning">
          {line}
        </InlineHint>
      ))}
      <SummaryList
        emptyText="なし"
        rows={[
          { key: "number", label: "番号", value: notice.documentNumber },
          { key: "issuedOn", label: words.issuedOn, value: formatJapaneseDate(notice.issuedOn as CivilDate) },
          {
            key: "addressee",
            label: "宛先",
            value: [addressee.address, addressee.name, addressee.representative]
              .filter((line) => line !== "")
              .join("\n"),
          },
          {
            key: "signatory",
            label: "発行者",
            value: [signatory.title, signatory.name ?? "", signatory.sealNote]
              .filter((word) => word !== "")
              .join("　"),
          },
          { key: "subject", label: "件名", value: notice.subject },
          { key: "body", label: "本文", value: notice.body.join("\n\n") },
          ...notice.items.map(({ label, value }) => ({ key: `item-${label}`, label: `記：${label}`, value })),
        ]}
      />
    </section>
  );
}
