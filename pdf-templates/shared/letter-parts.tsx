/** 公文書の部品: 文書番号と日付、宛先、発信者、件名、本文、記。 */
import { View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { JapaneseText } from "./japanese-text.tsx";
import { surelyFits } from "./line-breaking.ts";
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

/** 全角の閉じ括弧は、字の幅の右半分が空いている。 */
const CLOSING = /[）］｝〕〉》」』】]$/u;

/** 括弧で終わる一行の、空いた右半分を欄の外に出す幅。折り返す行では出さない。 */
const hangingOf = (line: string): number =>
  CLOSING.test(line) && surelyFits(line, Math.floor(SIGNATORY_WIDTH / EM)) ? EM / 2 : 0;

/**
 * 右の発信者。職名、氏名、公印の注記の順。
 *
 * @param props.hanging 終わりの括弧の空いた所を欄の外に出し、字の右端を上の行と揃える
 */
export function Signatory(props: {
  readonly title: string;
  readonly name: string | null;
  readonly sealNote: string;
  readonly hanging: boolean;
}): ReactElement {
  const lines = [props.title, props.name ?? "", props.sealNote].filter((line) => line !== "");
  return (
    <View style={{ alignItems: "flex-end", marginTop: 2 * EM }}>
      <View style={{ maxWidth: SIGNATORY_WIDTH, alignItems: "flex-end" }}>
        {lines.map((line) => (
          <JapaneseText
            key={line}
            type={LETTER}
            width={SIGNATORY_WIDTH}
            align="right"
            {...(props.hanging ? { box: { marginRight: -hangingOf(line) } } : {})}
          >
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

/** 一枚に収めて置ける項目の値の長さ（字）と行の数。 */
const SHORT_LENGTH = 400;
const SHORT_LINES = 12;

const spansPages = (value: string): boolean =>
  value.length > SHORT_LENGTH || value.split("\n").length > SHORT_LINES;

type Particular = { readonly number: number; readonly label: string; readonly value: string };

const VALUE_WIDTH = CONTENT_WIDTH - ITEM_NUMBER_WIDTH - ITEM_LABEL_WIDTH - EM;
const LONG_WIDTH = CONTENT_WIDTH - ITEM_NUMBER_WIDTH;

/** 見出しの横に値を置く。途中で頁を分けない。 */
const ShortParticular = ({ number, label, value }: Particular): ReactElement => (
  <View style={{ flexDirection: "row", marginBottom: 2 }} wrap={false}>
    <ParticularLabel number={number} label={label} width={ITEM_LABEL_WIDTH} />
    <JapaneseText type={LETTER} width={VALUE_WIDTH} box={{ width: VALUE_WIDTH, marginLeft: EM }}>
      {value}
    </JapaneseText>
  </View>
);

/** 見出しの下に値を置く。横に並べた長い値は、頁の分かれ目で下の余白にはみ出すので、縦に流す。 */
const LongParticular = ({ number, label, value }: Particular): ReactElement => (
  <>
    <View style={{ flexDirection: "row" }} wrap={false} minPresenceAhead={3 * EM}>
      <ParticularLabel number={number} label={label} width={LONG_WIDTH} />
    </View>
    <JapaneseText
      type={LETTER}
      width={LONG_WIDTH}
      box={{ width: LONG_WIDTH, marginLeft: ITEM_NUMBER_WIDTH, marginBottom: 2 }}
    >
      {value}
    </JapaneseText>
  </>
);

const ParticularLabel = (props: {
  readonly number: number;
  readonly label: string;
  readonly width: number;
}): ReactElement => (
  <>
    <JapaneseText type={LETTER} width={ITEM_NUMBER_WIDTH} box={{ width: ITEM_NUMBER_WIDTH }}>
      {String(props.number)}
    </JapaneseText>
    <JapaneseText type={LETTER} width={props.width} box={{ width: props.width }}>
      {props.label}
    </JapaneseText>
  </>
);

/** 記、項目、以上。項目が一つもなければ何も置かない。 */
export function Particulars(props: {
  readonly items: readonly { readonly label: string; readonly value: string }[];
}): ReactElement | null {
  if (props.items.length === 0) return null;
  return (
    <View style={{ marginTop: 1.5 * EM }}>
      <JapaneseText type={LETTER} width={CONTENT_WIDTH} align="center" box={{ marginBottom: EM }}>
        記
      </JapaneseText>
      {props.items.map((item, index) =>
        spansPages(item.value) ? (
          <LongParticular key={item.label} number={index + 1} {...item} />
        ) : (
          <ShortParticular key={item.label} number={index + 1} {...item} />
        ),
      )}
      <JapaneseText type={LETTER} width={CONTENT_WIDTH} align="right" box={{ marginTop: 0.5 * EM }}>
        以上
      </JapaneseText>
    </View>
  );
}
