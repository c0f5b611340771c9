/** 様式第3・第4の変更事項: 申請者が書いた変更の内容、理由、実施状況と、変更の前と後の対照。 */
import { View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { changeLines } from "#app/domain/plan/change-lines.ts";
import { changeSection } from "#app/domain/plan/sections/change.ts";
import { DataTable } from "../../shared/data-table.tsx";
import { JapaneseText } from "../../shared/japanese-text.tsx";
import { CONTENT_WIDTH, TYPE } from "../../shared/paper.ts";
import { startHeight } from "../../shared/table-layout.ts";
import type { FormV1 } from "./form-schema.ts";
import { PlanSection } from "./plan-section.tsx";

const ON_PAPER =
  "変更前の計画は紙で認定を受けたため、変更前の内容は、添付した認定通知書及び計画の写しのとおり。";
const NOTHING = "別紙の計画に、変更前との違いはない。";
const UNDERLINED = "別紙の計画では、変更した部分に下線を引いている。";

const columns = [
  { label: "変更した所", align: "start", weight: 3 },
  { label: "変更前", align: "start", weight: 4 },
  { label: "変更後", align: "start", weight: 4 },
] as const;

const or = (text: string, none: string): string => (text === "" ? none : text);

export function ChangePart({
  form,
  change,
}: {
  readonly form: FormV1;
  readonly change: NonNullable<FormV1["change"]>;
}): ReactElement {
  const { sections } = form.document;
  const numberOf = (id: string): string => sections.find((section) => section.id === id)?.number ?? "";
  const rows = changeLines(change.changes ?? [], numberOf).map(({ id, place, before, after }) => ({
    id,
    cells: [place, or(before, "記載なし"), or(after, "記載なし")],
  }));
  const note = change.changes === null ? ON_PAPER : rows.length === 0 ? NOTHING : UNDERLINED;
  return (
    <View break>
      {sections
        .filter(({ id }) => id === changeSection)
        .map((section) => (
          <PlanSection key={section.id} section={section} />
        ))}
      <JapaneseText
        type={TYPE.heading}
        weight="bold"
        width={CONTENT_WIDTH}
        minPresenceAhead={startHeight(columns.length)}
        box={{ marginTop: 14, marginBottom: 4 }}
      >
        変更前と変更後の対照
      </JapaneseText>
      <JapaneseText type={TYPE.body} width={CONTENT_WIDTH} box={{ marginBottom: 6 }}>
        {note}
      </JapaneseText>
      {rows.length === 0 ? null : <DataTable columns={columns} rows={rows} width={CONTENT_WIDTH} />}
    </View>
  );
}
