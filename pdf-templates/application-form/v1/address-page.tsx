/**
 * 郵送するときの宛先の頁。三つ折りにして長形3号の窓あき封筒に入れると、窓から宛先が見える。
 * 窓のない大きな封筒には、宛先の部分を切り取って貼れる。同封する書類の送付書を兼ねる。
 */
import { Canvas, View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { JapaneseText } from "../../shared/japanese-text.tsx";
import { PageFrame } from "../../shared/page-frame.tsx";
import { A4, CONTENT_WIDTH, INK, MARGIN, TYPE } from "../../shared/paper.ts";
import type { FormV1 } from "./form-schema.ts";

const MILLIMETRE = 72 / 25.4;
const LETTER = TYPE.letter;
const EM = LETTER.size;

/** 長形3号の窓（左 22mm、上 15mm から、幅 86mm、高さ 40mm）に収まる位置。 */
const WINDOW = { left: 24 * MILLIMETRE, top: 17 * MILLIMETRE, width: 82 * MILLIMETRE } as const;

/** 三つ折りの折り目。A4 の高さの三分の一ずつ。 */
const FOLDS = [A4.height / 3, (A4.height * 2) / 3] as const;
const FOLD_MARK = 5 * MILLIMETRE;

const UNKNOWN_ADDRESS = "（住所　　　　　　　　　　　　　　　　）";

type FoldPainter = {
  moveTo(left: number, top: number): FoldPainter;
  lineTo(left: number, top: number): FoldPainter;
  lineWidth(width: number): FoldPainter;
  stroke(color: string): FoldPainter;
};

/** 用紙の両端の、折り目の印。 */
function FoldMarks(): ReactElement {
  const paint = (painter: FoldPainter): null => {
    painter.lineWidth(0.5);
    for (const top of FOLDS) {
      painter.moveTo(0, top).lineTo(FOLD_MARK, top).stroke(INK.faint);
      painter
        .moveTo(A4.width - FOLD_MARK, top)
        .lineTo(A4.width, top)
        .stroke(INK.faint);
    }
    return null;
  };
  return (
    <Canvas
      style={{ position: "absolute", top: 0, left: 0, width: A4.width, height: A4.height }}
      paint={paint}
    />
  );
}

export function AddressPage(props: {
  readonly form: FormV1;
  readonly posting: NonNullable<FormV1["posting"]>;
}): ReactElement {
  const { cover, document } = props.form;
  const { posting } = props;
  const code = posting.postalCode === "" ? "　　　－　　　　" : posting.postalCode;
  return (
    <PageFrame numbering="never">
      <FoldMarks />
      <View style={{ position: "absolute", ...WINDOW }}>
        <JapaneseText type={TYPE.body} width={WINDOW.width}>{`〒${code}`}</JapaneseText>
        <JapaneseText type={TYPE.body} width={WINDOW.width}>
          {posting.address === "" ? UNKNOWN_ADDRESS : posting.address}
        </JapaneseText>
        <JapaneseText type={LETTER} width={WINDOW.width} box={{ marginTop: 2 }}>
          {posting.office}
        </JapaneseText>
        <JapaneseText type={LETTER} width={WINDOW.width} tail="　殿">
          {cover.addressee}
        </JapaneseText>
      </View>
      <JapaneseText
        type={TYPE.body}
        weight="bold"
        box={{
          position: "absolute",
          top: WINDOW.top,
          left: WINDOW.left + WINDOW.width + 12 * MILLIMETRE,
          width: A4.width - MARGIN.right - WINDOW.left - WINDOW.width - 12 * MILLIMETRE,
        }}
        align="right"
      >
        経営力向上計画　認定申請書在中
      </JapaneseText>
      <View style={{ marginTop: FOLDS[0] - MARGIN.top + 10 * MILLIMETRE }}>
        <JapaneseText
          type={TYPE.title}
          weight="bold"
          width={CONTENT_WIDTH}
          align="center"
          box={{ marginBottom: EM }}
        >
          送付書
        </JapaneseText>
        <View style={{ alignItems: "flex-end", marginBottom: 1.5 * EM }}>
          <View style={{ width: CONTENT_WIDTH * 0.6 }}>
            {[
              cover.address,
              cover.name,
              cover.representative,
              `担当　${posting.contact.name}`,
              `電話　${posting.contact.telephone}`,
            ].map((line, index) => (
              <JapaneseText key={index} type={TYPE.body} width={CONTENT_WIDTH * 0.6}>
                {line}
              </JapaneseText>
            ))}
          </View>
        </View>
        <JapaneseText type={LETTER} width={CONTENT_WIDTH} box={{ marginBottom: EM }}>
          次の書類を送付しますので、御査収くださいますようお願いします。
        </JapaneseText>
        {[`${document.title}（${cover.heading.form}）及び別紙　一式`, ...posting.enclosures].map(
          (name, index) => (
            <View key={index} style={{ flexDirection: "row" }} wrap={false}>
              <JapaneseText type={LETTER} box={{ width: 2.5 * EM }}>
                {String(index + 1)}
              </JapaneseText>
              <JapaneseText
                type={LETTER}
                width={CONTENT_WIDTH - 2.5 * EM}
                box={{ width: CONTENT_WIDTH - 2.5 * EM }}
              >
                {name}
              </JapaneseText>
            </View>
          ),
        )}
        {posting.address !== "" ? null : (
          <JapaneseText type={TYPE.note} width={CONTENT_WIDTH} color={INK.faint} box={{ marginTop: 2 * EM }}>
            宛先の住所は、提出先のホームページなどで確かめて、上の欄に書き入れてください。
          </JapaneseText>
        )}
      </View>
    </PageFrame>
  );
}
