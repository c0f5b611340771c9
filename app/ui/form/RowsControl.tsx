import { Fragment, memo, useMemo, useRef } from "react";
import { isBlankRow } from "#app/domain/plan/draft.ts";
import type { RawRow, RowsSpec } from "#app/domain/plan/field.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import type { PlanOptions } from "#app/domain/plan/options.ts";
import { isShown } from "#app/domain/plan/read-section.ts";
import type { RemovedRow, RowMark } from "#app/domain/plan/section-marks.ts";
import { RemovedRows } from "../plan/RemovedRows.tsx";
import { Button } from "../primitives/Button.tsx";
import { NotificationBanner } from "../primitives/NotificationBanner.tsx";
import { ColumnHelp } from "./rows/ColumnHelp.tsx";
import { PasteBox } from "./rows/PasteBox.tsx";
import { PasteReport } from "./rows/PasteReport.tsx";
import { RowCard } from "./rows/RowCard.tsx";
import type { RowIntents } from "./rows/row-intent.ts";
import { isDense } from "./rows/row-look.ts";
import { useRowOperations } from "./rows/row-operations.ts";

export type RowsControlProps = {
  readonly name: string;
  readonly spec: RowsSpec;
  /** 直近に保存した行。並びは、画面を開いた時と arrival が変わった時にだけ読む。 */
  readonly rows: readonly RawRow[];
  /** いま打たれている行。条件付きの欄を出すかどうかだけに使う。 */
  readonly typed?: readonly RawRow[];
  /** ほかの人の保存と合わせた回数。 */
  readonly arrival?: number;
  readonly options: PlanOptions;
  readonly faults: readonly Finding[];
  readonly intents: RowIntents;
  /** 変更認定申請で、認定を受けた計画から変わった行（行の id → 印）。 */
  readonly marks?: ReadonlyMap<string, RowMark> | undefined;
  /** 認定を受けた計画から消した行。 */
  readonly removedRows?: readonly RemovedRow[] | undefined;
};

/**
 * 繰り返しの行。足す・消す・複製する・動かす・貼り付けるは、JavaScript があれば読み直さずに、なければ送って行う。
 * 描き直しは変わった行だけ（rows、options、faults には、変わらない限り同じ物を渡す）。
 */
export const RowsControl = memo(function RowsControl({
  name,
  spec,
  rows,
  typed = rows,
  arrival = 0,
  options,
  faults,
  intents,
  marks,
  removedRows,
}: RowsControlProps) {
  const box = useRef<HTMLElement>(null);
  const { list, act, add, undo, pasted, problem, closeReport, pasteText, onPaste } = useRowOperations(box, {
    name,
    spec,
    rows,
    arrival,
    options,
  });
  const saved = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const typedRows = useMemo(() => new Map(typed.map((row) => [row.id, row])), [typed]);
  const faultsOf = useMemo(() => byRow(name, faults), [name, faults]);
  const last = list.undoable.at(-1);
  const full = list.rows.length >= spec.maxRows;
  const removed = last?.kind === "removed" ? last : null;
  const undoLine = removed !== null && (
    <p
      data-undo
      className="mt-3 flex flex-wrap items-center gap-3 rounded-8 border border-dashed border-solid-gray-600 bg-solid-gray-50 px-4 py-2"
    >
      {spec.rowLabel} {removed.index + 1} を削除しました。
      <Button type="button" variant="secondary" size="small" onClick={undo}>
        元に戻す
      </Button>
    </p>
  );
  return (
    <section
      ref={box}
      aria-labelledby={`${name}-title`}
      className="mb-8"
      id={name}
      tabIndex={-1}
      onPaste={onPaste}
    >
      <h2 id={`${name}-title`} className="text-std-20B-150">
        {spec.label}
      </h2>
      {spec.help !== undefined && <p className="mt-1 text-std-16N-170 text-solid-gray-700">{spec.help}</p>}
      {isDense(spec) && <ColumnHelp name={name} spec={spec} few={rows.length <= 1} />}
      <output className="sr-only" data-announce>
        {list.change.words}
      </output>
      <div data-report>
        {problem !== null && <NotificationBanner kind="error" title={problem} announce headingLevel={3} />}
        {pasted !== null && (
          <PasteReport
            name={name}
            spec={spec}
            pasted={pasted}
            onUndo={last?.kind === "pasted" ? undo : null}
            onClose={closeReport}
          />
        )}
      </div>
      {list.rows.length === 0 && (
        <p className="mt-4 text-solid-gray-700">まだ{spec.rowLabel}がありません。</p>
      )}
      {list.rows.map((row, index) => {
        const known = typedRows.get(row.id) ?? saved.get(row.id) ?? row.initial;
        return (
          <Fragment key={row.id}>
            {removed?.index === index && undoLine}
            <RowCard
              name={name}
              spec={spec}
              rowId={row.id}
              slot={row.slot}
              edition={row.edition}
              initial={row.initial}
              index={index}
              last={index === list.rows.length - 1}
              blank={isBlankRow(known)}
              shown={Object.entries(spec.fields)
                .filter(([, cell]) => isShown(cell, known, options.situation))
                .map(([column]) => column)
                .join(" ")}
              unsaved={!saved.has(row.id)}
              options={options}
              faults={faultsOf.get(row.id) ?? noFaults}
              mark={marks?.get(row.id)}
              intents={intents}
              act={act}
            />
          </Fragment>
        );
      })}
      {removed !== null && removed.index >= list.rows.length && undoLine}
      {removedRows !== undefined && <RemovedRows label={spec.label} rows={removedRows} />}
      {full ? (
        <p className="mt-4 text-solid-gray-700">{`${spec.label}は${spec.maxRows}件までです。`}</p>
      ) : (
        <div className="mt-4" data-add>
          <Button
            variant="secondary"
            {...intents.insert(name)}
            onClick={(event) => {
              event.preventDefault();
              add();
            }}
          >
            {spec.rowLabel}を追加する
          </Button>
        </div>
      )}
      {!full && (
        <PasteBox
          name={name}
          spec={spec}
          box={intents.pasteBox(name)}
          intent={intents.paste(name)}
          onPaste={pasteText}
        />
      )}
    </section>
  );
});

const noFaults: readonly Finding[] = [];

/** 行ごとの指摘。 */
function byRow(name: string, faults: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const rows = new Map<string, Finding[]>();
  for (const fault of faults) {
    if (fault.rowId === undefined || !fault.field.startsWith(`${name}.`)) continue;
    rows.set(fault.rowId, [...(rows.get(fault.rowId) ?? []), fault]);
  }
  return rows;
}
