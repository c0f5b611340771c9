/** 様式第1、変更の認定申請では様式第3・第4（第1版）: 鑑と別紙「経営力向上計画」。電子申請を受けない提出先には、これを印刷して送る。 */
import { View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { JapaneseDocument } from "../../shared/japanese-document.tsx";
import { JapaneseText } from "../../shared/japanese-text.tsx";
import { PageFrame } from "../../shared/page-frame.tsx";
import { CONTENT_WIDTH, TYPE } from "../../shared/paper.ts";
import { SubstitutionNote } from "../../shared/substitution-note.tsx";
import type { TemplateProps } from "../../shared/template.ts";
import { marksFrom } from "#app/domain/plan/section-marks.ts";
import { changeSection } from "#app/domain/plan/sections/change.ts";
import { AddressPage } from "./address-page.tsx";
import { ChangePart } from "./change-part.tsx";
import { CoverSheet } from "./cover-sheet.tsx";
import type { FormV1 } from "./form-schema.ts";
import { PlanSection } from "./plan-section.tsx";

export const formTitle = (form: FormV1): string =>
  [form.document.title, form.cover.name].filter((part) => part !== "").join("　");

export function ApplicationForm({ data: form, createdAt }: TemplateProps<FormV1>): ReactElement {
  const { document, change } = form;
  // 変更事項は別紙ではないので、鑑の次に置く。
  const sections = document.sections.filter(({ id }) => change === null || id !== changeSection);
  const changes = change?.changes ?? null;
  const marks = changes === null ? undefined : marksFrom(changes, document);
  const footnote = form.receiptNumber === null ? "" : `受付番号 ${form.receiptNumber}`;
  return (
    <JapaneseDocument title={formTitle(form)} createdAt={createdAt}>
      {form.posting === null ? null : <AddressPage form={form} posting={form.posting} />}
      <PageFrame numbering="always" watermark={form.watermark} footnote={footnote}>
        <CoverSheet form={form} />
        {form.change === null ? null : <ChangePart form={form} change={form.change} />}
        <View break>
          <JapaneseText type={TYPE.body}>（別紙）</JapaneseText>
          <JapaneseText type={TYPE.title} weight="bold" width={CONTENT_WIDTH} align="center">
            経営力向上計画
          </JapaneseText>
        </View>
        {sections.map((section) => (
          <PlanSection key={section.id} section={section} marks={marks?.section(section.id)} />
        ))}
        <SubstitutionNote substituted={form.substituted} />
      </PageFrame>
    </JapaneseDocument>
  );
}
