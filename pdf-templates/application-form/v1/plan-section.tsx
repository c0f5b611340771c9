/** 別紙の一つの節。見出しと値の木をそのまま、枠と表にする。 */
import { View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import type {
  DocumentEntry,
  DocumentSection,
  DocumentTable,
  DocumentValue,
} from "#app/domain/plan/document.ts";
import type { ChangedValue, SectionMarks } from "#app/domain/plan/section-marks.ts";
import { DataTable } from "../../shared/data-table.tsx";
import { JapaneseText } from "../../shared/japanese-text.tsx";
import { LabelledProse, LabelledValue } from "../../shared/labelled-values.tsx";
import { CONTENT_WIDTH, INK, TYPE } from "../../shared/paper.ts";
import { startHeight } from "../../shared/table-layout.ts";

const NO_ROWS = "（該当なし）";

/** 節の見出しの下に置けなければならない高さ pt。 */
const HEADING_AHEAD = 70;

/** 表の見出しと初めの一件の高さ pt。行のない表とほかの欄では、表の見積りは要らない。 */
const startOf = (entry: DocumentEntry | undefined): number =>
  entry?.kind === "table" && entry.rows.length > 0 ? startHeight(entry.columns.length) : 0;

const withUnit = ({ value, unit }: DocumentValue): string =>
  value === "" || unit === undefined ? value : `${value} ${unit}`;

/** これより短い値は、一部だけが変わっても全部に下線を引く。 */
const PARTLY = 30;

/** @returns 下線を引かない所を決める前の値。空なら全部に引く */
const underlinedFrom = ({ before, after }: ChangedValue): string =>
  before.length > PARTLY && after.length > PARTLY ? before : "";

const changedCells = (
  { field, columns }: DocumentTable,
  marks: SectionMarks | undefined,
  rowId: string,
): readonly (string | undefined)[] | undefined => {
  const cells = marks?.rows.get(field)?.get(rowId)?.cells;
  return cells === undefined
    ? undefined
    : columns.map((column) => {
        const change = cells.get(column.field);
        return change === undefined ? undefined : underlinedFrom(change);
      });
};

function Entry({
  entry,
  first,
  marks,
}: {
  readonly entry: DocumentEntry;
  readonly first: boolean;
  readonly marks: SectionMarks | undefined;
}): ReactElement {
  if (entry.kind === "table") {
    return (
      <View style={{ marginTop: first ? 0 : 8, marginBottom: 8 }}>
        <JapaneseText
          type={TYPE.body}
          width={CONTENT_WIDTH}
          minPresenceAhead={startOf(entry)}
          box={{ marginBottom: 3 }}
        >
          {entry.label}
        </JapaneseText>
        {entry.rows.length === 0 ? (
          <JapaneseText type={TYPE.body} color={INK.faint} box={{ marginLeft: TYPE.body.size }}>
            {NO_ROWS}
          </JapaneseText>
        ) : (
          <DataTable
            columns={entry.columns}
            rows={entry.rows.map((row) => ({ ...row, changedFrom: changedCells(entry, marks, row.id) }))}
            totals={entry.totals}
            width={CONTENT_WIDTH}
          />
        )}
      </View>
    );
  }
  const value = withUnit(entry);
  const change = marks?.values.get(entry.field);
  const changedFrom = change === undefined ? undefined : underlinedFrom(change);
  return entry.long === true ? (
    <LabelledProse label={entry.label} value={value} first={first} changedFrom={changedFrom} />
  ) : (
    <LabelledValue label={entry.label} value={value} first={first} changedFrom={changedFrom} />
  );
}

export function PlanSection({
  section,
  marks,
}: {
  readonly section: DocumentSection;
  /** 変更の認定申請で、下線を引く所。 */
  readonly marks?: SectionMarks | undefined;
}): ReactElement {
  return (
    <View style={{ marginTop: 14 }}>
      <JapaneseText
        type={TYPE.heading}
        weight="bold"
        width={CONTENT_WIDTH}
        minPresenceAhead={HEADING_AHEAD + startOf(section.entries[0])}
        box={{ marginBottom: 4 }}
      >
        {[section.number, section.title].filter((part) => part !== "").join("　")}
      </JapaneseText>
      {section.entries.map((entry, index) => (
        <Entry
          key={entry.field}
          entry={entry}
          marks={marks}
          first={index === 0 || section.entries[index - 1]?.kind === "table"}
        />
      ))}
    </View>
  );
}
