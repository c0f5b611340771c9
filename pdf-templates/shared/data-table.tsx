/**
 * 罫線の表。見出しはページごとに繰り返す。一件はページをまたがず、長い文章を持つ件だけが途中で次のページに続く。
 */
import { View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { JapaneseText } from "./japanese-text.tsx";
import { INK, RULE_WIDTH, TYPE } from "./paper.ts";
import { RuledLines } from "./ruled-lines.tsx";
import { layOutTable, type PlacedColumn, type TableLayout } from "./table-layout.ts";

const PADDING = 4;

/** これより文字の多い欄を持つ件は、ページの途中で分けてよい。 */
const LONG_CELL = 240;

export type TableColumn = {
  readonly label: string;
  readonly align: "start" | "end";
  /** 相対幅。 */
  readonly weight: number;
};

export type TableRow = {
  readonly id: string;
  readonly cells: readonly string[];
  /** 欄ごとの、変更の前の値。変わっていない欄は undefined。 */
  readonly changedFrom?: readonly (string | undefined)[] | undefined;
};

type RowKind = "head" | "body" | "totals";

type RowProps = {
  readonly kind: RowKind;
  readonly columns: readonly TableColumn[];
  readonly cells: readonly string[];
  readonly changedFrom?: TableRow["changedFrom"];
  readonly width: number;
};

const line = `${RULE_WIDTH}pt solid ${INK.rule}`;

function Cell(props: RowProps & { readonly place: PlacedColumn; readonly ruled?: boolean }): ReactElement {
  const { kind, columns, cells, place } = props;
  return (
    <JapaneseText
      type={TYPE.cell}
      weight={kind === "body" ? "regular" : "bold"}
      width={place.width - 2 * PADDING - RULE_WIDTH}
      changedFrom={props.changedFrom?.[place.index]}
      align={kind === "head" ? "center" : columns[place.index]?.align === "end" ? "right" : "left"}
      box={{
        width: place.width,
        paddingLeft: PADDING,
        paddingRight: PADDING + (props.ruled === true ? 0 : RULE_WIDTH),
        paddingTop: 3,
        paddingBottom: 3,
        ...(props.ruled === true ? { borderRight: line } : {}),
      }}
    >
      {cells[place.index] ?? ""}
    </JapaneseText>
  );
}

/** 一件の一段。罫線は下絵で引く。番号の欄は、段の間に横線を引かず一つの欄に見せる。 */
function Tier(
  props: RowProps & {
    readonly places: readonly PlacedColumn[];
    readonly numbering: number;
    readonly number: string;
    readonly first: boolean;
    readonly last: boolean;
  },
): ReactElement {
  const { kind, places, numbering, width, first, last } = props;
  const head = kind === "head";
  const ruledTop = head && first;
  return (
    <View
      style={{
        flexDirection: "row",
        alignItems: head ? "center" : "flex-start",
        paddingLeft: RULE_WIDTH,
        paddingTop: ruledTop ? RULE_WIDTH : 0,
        paddingBottom: RULE_WIDTH,
      }}
    >
      <RuledLines
        verticals={[
          0,
          ...(numbering === 0 ? [] : [numbering]),
          ...places.map((place) => place.left + place.width),
        ]}
        top={ruledTop ? [0, width] : undefined}
        bottom={[last ? 0 : numbering, width]}
        heavy={last && !first}
        shaded={kind === "body" ? undefined : { left: 0, width }}
      />
      {numbering === 0 ? null : (
        <JapaneseText
          type={TYPE.cell}
          weight={kind === "body" ? "regular" : "bold"}
          align="center"
          box={{ width: numbering, paddingTop: 3, paddingBottom: 3 }}
        >
          {first ? props.number : ""}
        </JapaneseText>
      )}
      {places.map((place) => (
        <Cell key={place.index} {...props} place={place} />
      ))}
    </View>
  );
}

/** 長い文章のある件。下絵は途中で分けられないので、欄ごとの枠線で引く。 */
function SplittingTier(
  props: RowProps & {
    readonly places: readonly PlacedColumn[];
    readonly numbering: number;
    readonly number: string;
  },
): ReactElement {
  const { places, numbering, number } = props;
  return (
    <View style={{ flexDirection: "row", borderBottom: line, borderLeft: line }}>
      {numbering === 0 ? null : (
        <JapaneseText
          type={TYPE.cell}
          align="center"
          box={{ width: numbering, paddingTop: 3, paddingBottom: 3, borderRight: line }}
        >
          {number}
        </JapaneseText>
      )}
      {places.map((place) => (
        <Cell key={place.index} {...props} place={place} ruled />
      ))}
    </View>
  );
}

function Row(props: RowProps & { readonly layout: TableLayout; readonly number: string }): ReactElement {
  const { layout, ...row } = props;
  const { tiers, numbering } = layout;
  if (row.kind === "body" && row.cells.some((cell) => cell.length > LONG_CELL))
    return (
      <View>
        {tiers.map((places, at) => (
          <SplittingTier
            key={at}
            {...row}
            places={places}
            numbering={numbering}
            number={at === 0 ? row.number : ""}
          />
        ))}
      </View>
    );
  const stacked = tiers.map((places, at) => (
    <Tier
      key={at}
      {...row}
      places={places}
      numbering={numbering}
      first={at === 0}
      last={at === tiers.length - 1}
    />
  ));
  return (
    <View fixed={row.kind === "head"} wrap={false}>
      {stacked}
    </View>
  );
}

/**
 * @param width 表全体の幅 pt。列は weight の比で分ける。
 * @param totals columns と同じ数の欄を持つ合計行
 */
export function DataTable(props: {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly totals?: readonly string[] | undefined;
  readonly width: number;
}): ReactElement {
  const { columns, rows, totals, width } = props;
  const shared = { columns, width, layout: layOutTable(columns, width) };
  return (
    <View>
      <Row kind="head" number="番号" cells={columns.map((column) => column.label)} {...shared} />
      {rows.map((row, index) => (
        <Row
          key={row.id}
          kind="body"
          number={String(index + 1)}
          cells={row.cells}
          changedFrom={row.changedFrom}
          {...shared}
        />
      ))}
      {totals === undefined ? null : <Row kind="totals" number="" cells={totals} {...shared} />}
    </View>
  );
}
