/** 受付票（第1版）。申請者の手元に残る、何をいつ受け取ったかの記録。 */
import { View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { DataTable } from "../../shared/data-table.tsx";
import { JapaneseDocument } from "../../shared/japanese-document.tsx";
import { JapaneseText } from "../../shared/japanese-text.tsx";
import { LabelledValue } from "../../shared/labelled-values.tsx";
import { PageFrame } from "../../shared/page-frame.tsx";
import { CONTENT_WIDTH, INK, RULE_WIDTH, TYPE } from "../../shared/paper.ts";
import { SubstitutionNote } from "../../shared/substitution-note.tsx";
import type { TemplateProps } from "../../shared/template.ts";
import { writtenInstant } from "../../shared/written-time.ts";
import type { ReceiptV1 } from "./receipt-schema.ts";

const ATTACHMENT_COLUMNS = [
  { label: "種類", align: "start", weight: 26 },
  { label: "ファイル名と指紋（SHA-256）", align: "start", weight: 56 },
  { label: "大きさ（バイト）", align: "end", weight: 18 },
] as const;

const SECTION_COLUMNS = [
  { label: "番号", align: "start", weight: 10 },
  { label: "様式の節", align: "start", weight: 90 },
] as const;

const LARGE = { size: 26, leading: 1.4 } as const;

const EXPECTATION =
  "申請した日に受理され、差戻しがないときの目安です。差し戻している間は進みません。受理の日は改めてお知らせします。";

export const receiptTitle = (receipt: ReceiptV1): string => `受付票 ${receipt.receiptNumber}`;

function Heading({ children }: { readonly children: string }): ReactElement {
  return (
    <JapaneseText
      type={TYPE.heading}
      weight="bold"
      minPresenceAhead={120}
      box={{ marginTop: 18, marginBottom: 4 }}
    >
      {children}
    </JapaneseText>
  );
}

/** 電話の向こうの人と読み合わせる番号なので、この紙の中で最も大きく書き、読み方を添える。 */
function LargeNumber(props: { readonly number: string; readonly spoken: string }): ReactElement {
  return (
    <View
      wrap={false}
      style={{
        borderWidth: 2 * RULE_WIDTH,
        borderColor: INK.rule,
        borderStyle: "solid",
        paddingTop: 8,
        paddingBottom: 8,
        marginBottom: 14,
      }}
    >
      <JapaneseText type={TYPE.body} width={CONTENT_WIDTH} align="center">
        受付番号
      </JapaneseText>
      <JapaneseText
        type={LARGE}
        weight="bold"
        width={CONTENT_WIDTH}
        align="center"
        box={{ letterSpacing: 2 }}
      >
        {props.number}
      </JapaneseText>
      <JapaneseText type={TYPE.note} width={CONTENT_WIDTH} align="center" color={INK.faint}>
        {`電話では「${props.spoken}」とお読みください。`}
      </JapaneseText>
    </View>
  );
}

export function Receipt({ data: receipt, createdAt }: TemplateProps<ReceiptV1>): ReactElement {
  const { company } = receipt;
  return (
    <JapaneseDocument title={receiptTitle(receipt)} createdAt={createdAt}>
      <PageFrame numbering="always" footnote={`受付番号 ${receipt.receiptNumber}`}>
        <JapaneseText
          type={TYPE.title}
          weight="bold"
          width={CONTENT_WIDTH}
          align="center"
          box={{ marginBottom: 4 }}
        >
          受付票
        </JapaneseText>
        <JapaneseText type={TYPE.body} width={CONTENT_WIDTH} align="center" box={{ marginBottom: 12 }}>
          経営力向上計画に係る認定申請を、次のとおり受け付けました。
        </JapaneseText>
        <LargeNumber number={receipt.receiptNumber} spoken={receipt.spokenNumber} />
        <LabelledValue first label="申請した日時" value={writtenInstant(receipt.filedAt)} />
        <LabelledValue label="申請の回数" value={`${String(receipt.sequence)}回目`} />
        <LabelledValue
          label="申請者"
          value={[company.name, company.representative].filter((part) => part !== "").join("\n")}
        />
        <LabelledValue label="申請した人" value={receipt.filedBy} />
        <LabelledValue label="提出先" value={`${receipt.office}（${receipt.addressee} 殿）`} />
        <LabelledValue label="標準処理期間" value={receipt.processing} />
        <LabelledValue
          label="処理の目安の日"
          value={`${formatJapaneseDate(receipt.expectedOn)}\n${EXPECTATION}`}
        />
        <Heading>受け取った様式の内容</Heading>
        <DataTable
          columns={SECTION_COLUMNS}
          rows={receipt.sections.map(({ number, title }) => ({
            id: `${number}-${title}`,
            cells: [number, title],
          }))}
          width={CONTENT_WIDTH}
        />
        <Heading>受け取った添付書類</Heading>
        {receipt.attachments.length === 0 ? (
          <JapaneseText box={{ marginLeft: TYPE.body.size }}>（なし）</JapaneseText>
        ) : (
          <DataTable
            columns={ATTACHMENT_COLUMNS}
            rows={receipt.attachments.map(({ kindName, fileName, size, sha256 }, index) => ({
              id: `${String(index)}-${sha256}`,
              cells: [kindName, `${fileName}\n${sha256}`, size.toLocaleString("ja-JP")],
            }))}
            width={CONTENT_WIDTH}
          />
        )}
        <View style={{ marginTop: 12 }}>
          <JapaneseText type={TYPE.note} width={CONTENT_WIDTH}>
            指紋（SHA-256）は、お手元のファイルと受け取ったファイルが同じものであることを確かめるための値です。
          </JapaneseText>
        </View>
        <SubstitutionNote substituted={receipt.substituted} />
      </PageFrame>
    </JapaneseDocument>
  );
}
