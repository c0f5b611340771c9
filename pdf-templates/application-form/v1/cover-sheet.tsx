/** 様式の鑑。様式の番号と申請の文は、新規（法第17条第1項）か変更（法第18条第1項）かで変わる。 */
import { View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { JapaneseText } from "../../shared/japanese-text.tsx";
import { NameWithHonorific, NumberAndDate, Paragraphs } from "../../shared/letter-parts.tsx";
import { CONTENT_WIDTH, TYPE } from "../../shared/paper.ts";
import type { FormV1 } from "./form-schema.ts";

const LETTER = TYPE.letter;
const EM = LETTER.size;
const APPLICANT_WIDTH = CONTENT_WIDTH * 0.66;
const APPLICANT_LABEL_WIDTH = 7.5 * EM;

/** 変更の申請の文の「下記」。変更事項の内容は、続く頁に書く。 */
function ChangeItems({ subjects }: { readonly subjects: readonly string[] }): ReactElement {
  const label = 10 * EM;
  return (
    <View style={{ marginTop: 2 * EM }}>
      <JapaneseText type={LETTER} width={CONTENT_WIDTH} align="center" box={{ marginBottom: EM }}>
        記
      </JapaneseText>
      {[
        ["1　変更事項", subjects.join("、")],
        ["2　変更事項の内容", "次の頁のとおり"],
      ].map(([name = "", value = ""]) => (
        <View key={name} style={{ flexDirection: "row", marginBottom: 0.5 * EM }}>
          <JapaneseText type={LETTER} width={label} box={{ width: label }}>
            {name}
          </JapaneseText>
          <JapaneseText type={LETTER} width={CONTENT_WIDTH - label} box={{ width: CONTENT_WIDTH - label }}>
            {value}
          </JapaneseText>
        </View>
      ))}
    </View>
  );
}

const PAPER_NOTE = "用紙の大きさは、日本産業規格A4とする。";

const UNDATED = "令和　　年　　月　　日";

function ApplicantLine({ label, value }: { readonly label: string; readonly value: string }): ReactElement {
  const width = APPLICANT_WIDTH - APPLICANT_LABEL_WIDTH - EM;
  return (
    <View style={{ flexDirection: "row", width: APPLICANT_WIDTH }}>
      <JapaneseText type={LETTER} width={APPLICANT_LABEL_WIDTH} box={{ width: APPLICANT_LABEL_WIDTH }}>
        {label}
      </JapaneseText>
      <JapaneseText type={LETTER} width={width} box={{ width, marginLeft: EM }}>
        {value}
      </JapaneseText>
    </View>
  );
}

type Applicant = FormV1["cover"]["joint"][number];

/** 申請者の一者分。共同の申請では、代表して申請する者から順に並べる。 */
function ApplicantBlock({ applicant }: { readonly applicant: Applicant }): ReactElement {
  return (
    <View wrap={false} style={{ marginBottom: EM }}>
      <ApplicantLine label="住所" value={applicant.address} />
      <ApplicantLine label="名称及び" value={applicant.name} />
      <ApplicantLine label="代表者の氏名" value={applicant.representative} />
    </View>
  );
}

export function CoverSheet({ form }: { readonly form: FormV1 }): ReactElement {
  const { cover, document, change } = form;
  return (
    <View>
      <JapaneseText type={TYPE.body}>{cover.heading.form}</JapaneseText>
      <JapaneseText
        type={TYPE.title}
        weight="bold"
        width={CONTENT_WIDTH}
        align="center"
        box={{ marginTop: 2 * EM, marginBottom: 2 * EM }}
      >
        {document.title}
      </JapaneseText>
      <NumberAndDate lines={[cover.filedOn === null ? UNDATED : formatJapaneseDate(cover.filedOn)]} />
      <View style={{ marginTop: 2 * EM }}>
        <NameWithHonorific
          name={cover.addressee === "" ? "　　　　　　　　" : cover.addressee}
          honorific="殿"
          width={CONTENT_WIDTH * 0.7}
        />
      </View>
      <View style={{ alignItems: "flex-end", marginTop: 3 * EM }}>
        {[cover, ...cover.joint].map((applicant, index) => (
          <ApplicantBlock key={index} applicant={applicant} />
        ))}
      </View>
      <View style={{ marginTop: 3 * EM }}>
        <Paragraphs>{[cover.heading.sentence]}</Paragraphs>
      </View>
      {change === null ? null : <ChangeItems subjects={change.subjects} />}
      <View style={{ marginTop: change === null ? 6 * EM : 2 * EM }}>
        <JapaneseText type={TYPE.body}>（備考）</JapaneseText>
        <JapaneseText type={TYPE.body} width={CONTENT_WIDTH} box={{ marginLeft: TYPE.body.size }}>
          {PAPER_NOTE}
        </JapaneseText>
        {cover.heading.note !== "" && (
          <JapaneseText type={TYPE.body} width={CONTENT_WIDTH} box={{ marginLeft: TYPE.body.size }}>
            {cover.heading.note}
          </JapaneseText>
        )}
      </View>
    </View>
  );
}
