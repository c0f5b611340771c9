/** 見出しと値の枠。短い値は左に見出し・右に値、長い文章は見出しの帯の下に全幅で置く。 */
import { View } from "@react-pdf/renderer";
import type { ComponentProps, ReactElement } from "react";
import { JapaneseText } from "./japanese-text.tsx";
import { CONTENT_WIDTH, INK, RULE_WIDTH, TYPE } from "./paper.ts";
import { RuledLines } from "./ruled-lines.tsx";

const PADDING = { horizontal: 6, vertical: 4 } as const;
const LABEL_WIDTH = 150;

/** これより長い値は、ページの途中で分けてよい。 */
const LONG_VALUE = 400;

const PROSE_WIDTH = CONTENT_WIDTH - 2 * (PADDING.horizontal + RULE_WIDTH);

const line = `${RULE_WIDTH}pt solid ${INK.rule}`;

/** 上の罫線は最初の枠だけが持つ（重ねると二重線になる）。辺は一つずつ指定する。 */
const ruled = (first: boolean | undefined) => ({
  borderLeft: line,
  borderRight: line,
  borderBottom: line,
  ...(first === true ? { borderTop: line } : {}),
});

const cell = { paddingHorizontal: PADDING.horizontal, paddingVertical: PADDING.vertical } as const;

/** 左に見出し、右に値。上の罫線は前の枠と共有する。 */
export function LabelledValue(props: {
  readonly label: string;
  readonly value: string;
  readonly first?: boolean;
  /** 変更の前の値。違う所に下線を引く。 */
  readonly changedFrom?: string | undefined;
}): ReactElement {
  return props.value.length > LONG_VALUE ? <SplittingValue {...props} /> : <WholeValue {...props} />;
}

function WholeValue({
  label,
  value,
  first = false,
  changedFrom,
}: ComponentProps<typeof LabelledValue>): ReactElement {
  const valueWidth = CONTENT_WIDTH - LABEL_WIDTH;
  return (
    <View
      wrap={false}
      style={{ flexDirection: "row", paddingTop: first ? RULE_WIDTH : 0, paddingBottom: RULE_WIDTH }}
    >
      <RuledLines
        verticals={[0, LABEL_WIDTH, CONTENT_WIDTH - RULE_WIDTH]}
        top={first ? [0, CONTENT_WIDTH] : undefined}
        bottom={[0, CONTENT_WIDTH]}
        shaded={{ left: 0, width: LABEL_WIDTH }}
      />
      <JapaneseText
        type={TYPE.body}
        width={LABEL_WIDTH - 2 * PADDING.horizontal}
        box={{ ...cell, width: LABEL_WIDTH }}
      >
        {label}
      </JapaneseText>
      <JapaneseText
        type={TYPE.body}
        width={valueWidth - 2 * PADDING.horizontal - 2}
        changedFrom={changedFrom}
        box={{ ...cell, width: valueWidth }}
      >
        {value}
      </JapaneseText>
    </View>
  );
}

/** 一ページより長くなり得る値。下絵は途中で分けられないので、枠線で引く。 */
function SplittingValue({
  label,
  value,
  first,
  changedFrom,
}: ComponentProps<typeof LabelledValue>): ReactElement {
  return (
    <View style={{ flexDirection: "row", ...ruled(first) }}>
      <View style={{ ...cell, width: LABEL_WIDTH, backgroundColor: INK.shade, borderRight: line }}>
        <JapaneseText type={TYPE.body} width={LABEL_WIDTH - 2 * PADDING.horizontal}>
          {label}
        </JapaneseText>
      </View>
      <View style={{ ...cell, width: CONTENT_WIDTH - LABEL_WIDTH - RULE_WIDTH }}>
        <JapaneseText
          type={TYPE.body}
          width={CONTENT_WIDTH - LABEL_WIDTH - 2 * PADDING.horizontal - 2}
          changedFrom={changedFrom}
        >
          {value}
        </JapaneseText>
      </View>
    </View>
  );
}

/** 見出しの帯と、その下の長い文章。文章はページをまたぐが、帯だけがページの下端に残ることはない。 */
export function LabelledProse(props: {
  readonly label: string;
  readonly value: string;
  readonly first?: boolean;
  /** 変更の前の値。違う所に下線を引く。 */
  readonly changedFrom?: string | undefined;
}): ReactElement {
  return (
    <View>
      <View
        wrap={false}
        minPresenceAhead={3 * TYPE.body.size * TYPE.body.leading}
        style={{ ...cell, backgroundColor: INK.shade, ...ruled(props.first) }}
      >
        <JapaneseText type={TYPE.body} width={PROSE_WIDTH}>
          {props.label}
        </JapaneseText>
      </View>
      <View style={{ ...cell, ...ruled(false) }}>
        <JapaneseText
          type={TYPE.body}
          width={PROSE_WIDTH}
          align="justify"
          changedFrom={props.changedFrom}
          box={{ minHeight: 2 * TYPE.body.size * TYPE.body.leading }}
        >
          {props.value}
        </JapaneseText>
      </View>
    </View>
  );
}
