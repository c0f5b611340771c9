/**
 * A4 の枠。余白、下端の注記とページ番号、必要なら透かしを、あふれて続くすべてのページに繰り返す。
 * 固定の要素は本文より先に置く。後に置くと本文の続きとして流れる。
 * 行送り（lineHeight）を Page に付けてはならない。子の文字すべての行送りが狂う。
 */
import { Page, Text } from "@react-pdf/renderer";
import type { ReactElement, ReactNode } from "react";
import { JapaneseText, textStyle } from "./japanese-text.tsx";
import { A4, CONTENT_WIDTH, INK, MARGIN, TYPE } from "./paper.ts";
import { Watermark } from "./watermark.tsx";

const NUMBER_WIDTH = 70;
const FOOTNOTE_WIDTH = CONTENT_WIDTH - NUMBER_WIDTH;

/** 下端からでなく上端から測る。繰り返す要素の bottom は、ページの下端からの距離にならない。 */
const atFooter = { position: "absolute", top: A4.height - 46 } as const;

/**
 * always: 必ず付ける。never: 付けない（添え状、一枚で終わる通知書）。
 * 数は一つの枠の中で数えるので、添え状を前に付けても、様式は1枚目から始まる。
 */
export type PageNumbering = "always" | "never";

export function PageFrame(props: {
  readonly numbering: PageNumbering;
  /** 下端左の注記。例: 受付番号。 */
  readonly footnote?: string;
  readonly watermark?: string | null;
  readonly children: ReactNode;
}): ReactElement {
  const { numbering, footnote = "", watermark = null } = props;
  return (
    <Page
      size="A4"
      experimentalPagination
      style={{
        paddingTop: MARGIN.top,
        paddingRight: MARGIN.right,
        paddingBottom: MARGIN.bottom,
        paddingLeft: MARGIN.left,
      }}
    >
      {watermark === null ? null : <Watermark text={watermark} />}
      {footnote === "" ? null : (
        <JapaneseText
          fixed
          type={TYPE.note}
          width={FOOTNOTE_WIDTH}
          color={INK.faint}
          box={{ ...atFooter, left: MARGIN.left, width: FOOTNOTE_WIDTH }}
        >
          {footnote}
        </JapaneseText>
      )}
      {numbering === "never" ? null : (
        <Text
          fixed
          style={{
            ...textStyle(TYPE.note),
            ...atFooter,
            left: MARGIN.left + FOOTNOTE_WIDTH,
            width: NUMBER_WIDTH,
            textAlign: "right",
          }}
          render={({ subPageNumber, subPageTotalPages }) => `${subPageNumber} / ${subPageTotalPages}`}
        />
      )}
      {props.children}
    </Page>
  );
}
