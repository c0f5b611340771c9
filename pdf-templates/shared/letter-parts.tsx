/** 公文書の部品: 文書番号と日付、宛先、発信者、件名、本文、記。 */
import { View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { JapaneseText } from "./japanese-text.tsx";
import { CONTENT_WIDTH, TYPE } from "./paper.ts";

const LETTER = TYPE.letter;
const EM = LETTER.size;
const ADDRESSEE_WIDTH = CONTENT_WIDTH * 0.68;
const SIGNATORY_WIDTH = CONTENT_WIDTH * 0.6;
const SUBJECT_WIDTH = CONTENT_WIDTH - 4 * EM;
const ITEM_LABEL_WIDTH = 9 * EM;
const ITEM_NUMBER_WIDTH = 2 * EM;

/** 右上の文書番号と日付。 */
export function NumberAndDate(props: { readonly lines: readonly string[] }): ReactElement {
  return (
    <View style={{ alignItems: "flex-end" }}>
      {props.lines.map((line) => (
        <JapaneseText key={line} type={LETTER} width={CONTENT_WIDTH} align="right">
          {line}
        </JapaneseText>
      ))}
    </View>
  );
}

/** 敬称の付く名前。敬称だけが次の行に落ちることはない。 */
export function NameWithHonorific(props: {
  readonly name: string;
  readonly honorific: string;
  readonly width: number;
}): ReactElement {
  return (
    <JapaneseText
      type={LETTER}
      width={props.width}
      tail={`　${props.honorific}`}
      box={{ maxWidth: props.width }}
    >
      {props.name}
    </JapaneseText>
  );
}

/** 左の宛先。所在地、名称、代表者の順。代表者の無い個人事業主では、名称に敬称を付ける。 */
export function Addressee(props: {
  readonly address: string;
  readonly name: string;
  readonly representative: string;
}): ReactElement {
  const indented = ADDRESSEE_WIDTH - EM;
  return (
    <View style={{ width: ADDRESSEE_WIDTH, marginTop: 2 * EM }}>
      <JapaneseText type={LETTER} width={ADDRESSEE_WIDTH}>
        {props.address}
      </JapaneseText>
      <View style={{ paddingLeft: EM }}>
        {props.representative === "" ? null : (
          <JapaneseText type={LETTER} width={indented}>
            {props.name}
          </JapaneseText>
        )}
        <NameWithHonorific
          name={props.representative === "" ? props.name : props.representative}
          honorific="殿"
          width={indented}
        />
      </View>
    </View>
  );
}

/** 右の発信者。職名、氏名、公印の注記の順。 */
export function Signatory(props: {
  readonly title: string;
  readonly name: string | null;
  readonly sealNote: string;
}): ReactElement {
  const lines = [props.title, props.name ?? "", props.sealNote].filter((line) => line !== "");
  return (
    <View style={{ alignItems: "flex-end", marginTop: 2 * EM }}>
      <View style={{ maxWidth: SIGNATORY_WIDTH, alignItems: "flex-end" }}>
        {lines.map((line) => (
          <JapaneseText key={line} type={LETTER} width={SIGNATORY_WIDTH} align="right">
            {line}
          </JapaneseText>
        ))}
      </View>
    </View>
  );
}

/** 中央の件名。 */
export function Subject({ children }: { readonly children: string }): ReactElement {
  return (
    <View style={{ alignItems: "center", marginTop: 3 * EM, marginBottom: 2 * EM }}>
      <View style={{ maxWidth: SUBJECT_WIDTH }}>
        <JapaneseText type={TYPE.subject} weight="bold" width={SUBJECT_WIDTH} align="center">
          {children}
        </JapaneseText>
      </View>
    </View>
  );
}

/** 本文。各段落の初めを一字下げる。 */
export function Paragraphs({ children }: { readonly children: readonly string[] }): ReactElement {
  return (
    <View>
      {children.map((paragraph, index) => (
        <JapaneseText
          key={`${String(index)}-${paragraph.slice(0, 12)}`}
          type={LETTER}
          width={CONTENT_WIDTH}
          align="justify"
          indent={EM}
        >
          {paragraph.replace(/^[\s\u3000]+/u, "")}
        </JapaneseText>
      ))}
    </View>
  );
}

/** 記、項目、以上。項目が一つもなければ何も置かない。 */
export function Particulars(props: {
  readonly items: readonly { readonly label: string; readonly value: string }[];
}): ReactElement | null {
  if (props.items.length === 0) return null;
  const valueWidth = CONTENT_WIDTH - ITEM_NUMBER_WIDTH - ITEM_LABEL_WIDTH - EM;
  return (
    <View style={{ marginTop: 1.5 * EM }}>
      <JapaneseText type={LETTER} width={CONTENT_WIDTH} align="center" box={{ marginBottom: EM }}>
        記
      </JapaneseText>
      {props.items.map((item, index) => (
        <View
          key={item.label}
          style={{ flexDirection: "row", marginBottom: 2 }}
          wrap={item.value.length > 400}
        >
          <JapaneseText type={LETTER} width={ITEM_NUMBER_WIDTH} box={{ width: ITEM_NUMBER_WIDTH }}>
            {String(index + 1)}
          </JapaneseText>
          <JapaneseText type={LETTER} width={ITEM_LABEL_WIDTH} box={{ width: ITEM_LABEL_WIDTH }}>
            {item.label}
          </JapaneseText>
          <JapaneseText type={LETTER} width={valueWidth} box={{ width: valueWidth, marginLeft: EM }}>
            {item.value}
          </JapaneseText>
        </View>
      ))}
      <JapaneseText type={LETTER} width={CONTENT_WIDTH} align="right" box={{ marginTop: 0.5 * EM }}>
        以上
      </JapaneseText>
    </View>
  );
}
