/** 印字できない文字を〓に置き換えたことの断り書き。置き換えがなければ何も置かない。 */
import type { ReactElement } from "react";
import { JapaneseText } from "./japanese-text.tsx";
import { CONTENT_WIDTH, TYPE } from "./paper.ts";

export function SubstitutionNote(props: { readonly substituted: readonly string[] }): ReactElement | null {
  if (props.substituted.length === 0) return null;
  return (
    <JapaneseText type={TYPE.note} width={CONTENT_WIDTH} box={{ marginTop: 12 }}>
      {`（注）印字できない文字は〓に置き換え、又は字形の指定を省いています（${props.substituted.join("、")}）。申請の内容は、電子の記録にある元の文字によります。`}
    </JapaneseText>
  );
}
