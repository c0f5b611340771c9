import { Fragment, type ReactNode, type RefObject } from "react";
import type { RawRow, RawSection, RowsSpec, SectionSpec } from "#app/domain/plan/field.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import { optionsOf, type PlanOptions } from "#app/domain/plan/options.ts";
import { rowsOf } from "#app/domain/plan/read-section.ts";
import type { SectionMarks } from "#app/domain/plan/section-marks.ts";
import { FieldControl } from "#app/ui/form/FieldControl.tsx";
import { RowsControl } from "#app/ui/form/RowsControl.tsx";
import { GoneFields } from "#app/ui/plan/GoneFields.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { useHydrated } from "#app/ui/hydrated.ts";
import { FieldGroups, type Inserted } from "./FieldGroups.tsx";
import type { NamedSpec } from "./field-groups.ts";
import { OtherFields } from "./OtherFields.tsx";
import { rowIntents } from "./row-intents.ts";

/** 区画の全部の欄と、保存のボタン。 */
export function SectionFields({
  formRef,
  formId,
  tabId,
  section,
  raw,
  typed = raw,
  arrival = 0,
  version,
  options,
  faults,
  shown,
  foremost = null,
  marks,
  last,
  status,
  inserted,
  children,
}: {
  readonly formRef: RefObject<HTMLFormElement>;
  readonly formId: string;
  /** 編集の占有の名前。 */
  readonly tabId: string;
  readonly section: SectionSpec;
  readonly raw: RawSection;
  /** いま打たれている答え。行の中の条件付きの欄を、保存を待たずに出す。 */
  readonly typed?: RawSection;
  /** ほかの人の保存と合わせた回数。 */
  readonly arrival?: number;
  readonly version: number;
  readonly options: PlanOptions;
  readonly faults: readonly Finding[];
  /** いま出す欄の名前（shownFields）。 */
  readonly shown: readonly string[];
  /** 先に出す欄。ほかの欄は畳んでおく。null なら全部を並べる。 */
  readonly foremost?: ReadonlySet<string> | null | undefined;
  /** 変更認定申請で、認定を受けた計画から変わった所。 */
  readonly marks?: SectionMarks | undefined;
  readonly last: boolean;
  /** 保存の様子。 */
  readonly status: ReactNode;
  /** この欄の後に差し込む物。 */
  readonly inserted?: Inserted | undefined;
  readonly children?: ReactNode;
}) {
  const fields = Object.entries(section.fields).filter(([name]) => shown.includes(name));
  const hydrated = useHydrated();
  const hidden = fields.length < Object.keys(section.fields).length;
  const fieldAt = ([name, spec]: NamedSpec) =>
    spec.shape === "rows" ? (
      <Fragment key={name}>
        {/* 行を全部消した欄と、出ていない欄を、サーバーが見分ける。 */}
        <input type="hidden" name="rows" value={name} />
        <RowsControl
          name={name}
          spec={spec}
          rows={rowsToShow(spec, rowsOf(raw, name))}
          typed={rowsOf(typed, name)}
          arrival={arrival}
          options={options}
          faults={faults}
          intents={rowIntents}
          marks={marks?.rows.get(name)}
          removedRows={marks?.removedRows.get(name)}
        />
      </Fragment>
    ) : (
      <FieldControl
        key={name}
        spec={spec}
        id={name}
        name={name}
        value={wordOf(raw, name)}
        options={optionsOf(spec, options)}
        errors={faults
          .filter((fault) => fault.field === name && fault.rowId === undefined)
          .map((fault) => fault.message)}
        change={marks?.values.get(name)}
      />
    );
  const isRest = (name: string): boolean => foremost !== null && !foremost.has(name);
  const first = fields.filter(([name]) => !isRest(name));
  const rest = fields.filter(([name]) => isRest(name));
  return (
    // 戻る操作でブラウザーが前の値を書き戻すと、ほかの人の保存を知らずに戻してしまう。
    <form ref={formRef} id={formId} method="post" noValidate autoComplete="off">
      <input type="hidden" name="version" defaultValue={version} />
      <input type="hidden" name="tab" value={tabId} />
      {/* 行の操作のボタンより先に置き、Enter キーで保存になるようにする。 */}
      <button type="submit" name="next" value="enter" hidden>
        保存する
      </button>
      <FieldGroups fields={first} prefix="group" fieldAt={fieldAt} inserted={inserted} />
      {rest.length > 0 && (
        <OtherFields count={rest.length} open={faults.some(({ field }) => isRest(field))}>
          <FieldGroups fields={rest} prefix="other" fieldAt={fieldAt} inserted={inserted} />
        </OtherFields>
      )}
      {section.id === "indicators" && hidden && wordOf(raw, "indicator") === "" && (
        <InlineHint>
          {hydrated ? "指標を選ぶと、値の入力欄が出ます。" : "指標を選んで保存すると、値の入力欄が出ます。"}
        </InlineHint>
      )}
      {children}
      {marks !== undefined && <GoneFields title="認定を受けた計画から、なくなった欄" changes={marks.gone} />}
      {status}
      <ButtonGroup>
        {!last && (
          <Button name="next" value="next">
            保存して次へ
          </Button>
        )}
        <Button name="next" value="list" variant={last ? "primary" : "secondary"}>
          保存して一覧に戻る
        </Button>
      </ButtonGroup>
    </form>
  );
}

/** 必ず一行は要る欄では、空の行を一つ開いておく。 */
const rowsToShow = (spec: RowsSpec, rows: readonly RawRow[]): readonly RawRow[] =>
  rows.length > 0 ? rows : spec.requirement === "required" ? openedRow : noRows;
const openedRow: readonly RawRow[] = [{ id: "first" }];
const noRows: readonly RawRow[] = [];

const wordOf = (raw: RawSection, name: string): string => {
  const value = raw[name];
  return typeof value === "string" ? value : "";
};
