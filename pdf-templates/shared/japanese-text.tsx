/**
 * 帳票のすべての文字はこの部品で描く。書体・文字の大きさ・行送りを必ず対で付け、禁則を守って折り返す。
 *
 * @react-pdf は書体や字種の変わり目で文字列を分けてから折返しの関数を呼ぶので、関数には前後が見えない。
 * そのため折ってよい位置は先にここで決め、U+00AD を目印として入れておき、関数は目印で切るだけにする。
 * 改行は字形の無い文字で、そのまま渡すと埋め込まれない Helvetica が紛れ込むため、行ごとに別の Text にする。
 * 目印ごとに描画器の仕事が増えるので、一行に必ず収まる文には入れない。
 * 空白は伸縮する糊として扱われて行の長さを乱すため、U+00A0 で渡し、切るときに空白へ戻す。
 */
import { Text, View } from "@react-pdf/renderer";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { textDifference } from "#app/domain/text/text-difference.ts";
import { FONT_FAMILIES, fontWeightNumber, type FontWeight } from "./fonts.ts";
import { breakableSegments, surelyFits } from "./line-breaking.ts";
import { INK, TYPE, type TypeStyle } from "./paper.ts";
import { printableText } from "./printable-text.ts";
import { underlinedRuns } from "./underlined-runs.ts";
import { withVariants } from "./variant-glyphs.ts";

type Style = Exclude<ComponentProps<typeof View>["style"], readonly unknown[] | undefined>;

const BREAK_MARK = "\u00ad";
const HELD_SPACE = "\u00a0";

/** 目印の無い継ぎ目では決して折らない（折るとハイフンが入る）。 */
const NEVER = 10_000;

/** 隣り合う部分の間に空の部分を挟むと、ハイフンなしで折れる継ぎ目になる。 */
export function splitAtBreakMarks(word: string): string[] {
  return word
    .replaceAll(HELD_SPACE, " ")
    .split(BREAK_MARK)
    .flatMap((part, index) => (index === 0 ? [part] : ["", part]));
}

/** 折ってよい位置に目印を入れた文字列。text は改行を含まない。 */
export function markBreaks(text: string, capacityEm: number): string {
  return breakableSegments(printableText(text), capacityEm).join(BREAK_MARK).replaceAll(" ", HELD_SPACE);
}

const drawn = (text: string): string => withVariants(printableText(text));

export type JapaneseTextProps = {
  /** 改行（\n）で行を改める。 */
  readonly children: string;
  readonly type?: TypeStyle;
  readonly weight?: FontWeight;
  readonly align?: "left" | "right" | "center" | "justify";
  readonly color?: string;
  /** 各行の初めを下げる幅 pt。 */
  readonly indent?: number;
  /** 文字を置く欄の幅 pt。これより長い英数字のまとまりは途中で折る。 */
  readonly width?: number;
  /** 最後の文字から離さない末尾。例: 全角空白と殿 */
  readonly tail?: string;
  /** 変更の前の文字。これと違う所に下線を引く。空なら全部に引く。 */
  readonly changedFrom?: string | undefined;
  /** この下に最低これだけ（pt）続きが置けなければ、次のページへ送る。見出しに付ける。 */
  readonly minPresenceAhead?: number;
  /** すべてのページに繰り返す。 */
  readonly fixed?: boolean;
  /** 置き場所（余白、幅、位置）。文字の見た目は他の属性で決める。 */
  readonly box?: Style;
};

const DEFAULT_WIDTH = 180;

export function JapaneseText(props: JapaneseTextProps): ReactElement {
  const { type = TYPE.body, weight, width = DEFAULT_WIDTH, indent = 0, tail = "", box = {} } = props;
  const capacityEm = Math.max(1, Math.floor((width - indent) / type.size) - tail.length);
  const lettering: Style = {
    ...textStyle(type, weight),
    textAlign: props.align ?? "left",
    textIndent: indent,
    color: props.color ?? INK.text,
  };
  const placing = { fixed: props.fixed ?? false, minPresenceAhead: props.minPresenceAhead ?? 0 };
  const breaking = {
    hyphenationCallback: splitAtBreakMarks,
    hyphenationPenalty: NEVER,
    orphans: 2,
    widows: 2,
  };
  const text = drawn(props.children);
  const [only = "", ...more] = text
    .split("\n")
    .map((line) =>
      props.width !== undefined && surelyFits(line, capacityEm)
        ? line.replaceAll(" ", HELD_SPACE)
        : markBreaks(line, capacityEm),
    );
  const lines = [only, ...more].map((line, index) => (index === more.length ? line + tail : line));
  const contents = contentsOf(lines, props.changedFrom, text);
  if (more.length === 0) {
    return (
      <Text {...breaking} {...placing} style={{ ...lettering, ...box }}>
        {contents[0]}
      </Text>
    );
  }
  return (
    <View {...placing} style={box}>
      {lines.map((line, index) => (
        <Text key={index} {...breaking} style={lettering}>
          {line === "" ? HELD_SPACE : contents[index]}
        </Text>
      ))}
    </View>
  );
}

/** 行ごとの中身。前の文字があれば、違う所に下線を引く。 */
const contentsOf = (
  lines: readonly string[],
  before: string | undefined,
  text: string,
): readonly ReactNode[] =>
  before === undefined
    ? lines
    : underlinedRuns(lines, BREAK_MARK, textDifference(drawn(before), text)).map((runs) =>
        runs.map((run, at) =>
          run.underlined ? (
            <Text key={at} style={{ textDecoration: "underline" }}>
              {run.text}
            </Text>
          ) : (
            run.text
          ),
        ),
      );

/** 書体・大きさ・行送り・色の組。ページ番号のように Text を直接使う所のため。 */
export function textStyle(type: TypeStyle, weight: FontWeight = "regular"): Style {
  return {
    fontFamily: FONT_FAMILIES,
    fontWeight: fontWeightNumber(weight),
    fontSize: type.size,
    lineHeight: type.leading,
    color: INK.text,
  };
}
