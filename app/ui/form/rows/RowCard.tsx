import { memo } from "react";
import { classNames } from "../../class-names.ts";
import { Button } from "../../primitives/Button.tsx";
import { Tag } from "../../primitives/Tag.tsx";
import { VisuallyHidden } from "../../primitives/VisuallyHidden.tsx";
import { rowMarkWords } from "../../plan/ChangeMark.tsx";
import { RowCells, type RowCellsProps } from "./RowCells.tsx";
import { isDense } from "./row-look.ts";
import type { RowIntents } from "./row-intent.ts";

/** 一行にできること。 */
export type RowAct =
  | { readonly kind: "move"; readonly id: string; readonly by: -1 | 1; readonly keys: boolean }
  | { readonly kind: "copy" | "remove"; readonly id: string };

export type RowCardProps = RowCellsProps & {
  /** 上から何番目か（0 から）。 */
  readonly index: number;
  readonly last: boolean;
  readonly edition: number;
  readonly blank: boolean;
  readonly intents: RowIntents;
  readonly act: (act: RowAct) => void;
};

/** 一行。見出しと操作のボタンの下に、欄が並ぶ。画面の外にある行は、ブラウザーが描くのを後回しにする。 */
export const RowCard = memo(function RowCard({
  index,
  last,
  edition,
  blank,
  intents,
  act,
  ...cells
}: RowCardProps) {
  const { name, spec, rowId } = cells;
  const title = `${spec.rowLabel} ${index + 1}`;
  const titleId = `${name}-${rowId}-title`;
  const invalid = cells.faults.length > 0;
  return (
    <fieldset
      aria-labelledby={titleId}
      data-row={rowId}
      className={classNames(
        "row-card mt-3 min-w-0 rounded-8 border bg-white",
        isDense(spec) ? "p-3 sm:px-4" : "p-4 sm:p-6",
        invalid ? "border-error-1" : "border-solid-gray-420",
      )}
    >
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-solid-gray-300 pb-2">
        <h3 id={titleId} tabIndex={-1} className="grow text-std-17B-170">
          {title}
          {cells.mark !== undefined && (
            <span className="ml-2 inline-block align-middle">
              <Tag tone="info" icon={false}>
                {rowMarkWords[cells.mark.kind]}
              </Tag>
            </span>
          )}
        </h3>
        <div className="grid w-full grid-cols-2 gap-2 sm:flex sm:w-auto">
          {index > 0 && (
            <RowButton
              title={title}
              part="up"
              intent={intents.move(name, index, index - 1)}
              onPress={() => act({ kind: "move", id: rowId, by: -1, keys: false })}
            >
              上へ移す
            </RowButton>
          )}
          {!last && (
            <RowButton
              title={title}
              part="down"
              intent={intents.move(name, index, index + 1)}
              onPress={() => act({ kind: "move", id: rowId, by: 1, keys: false })}
            >
              下へ移す
            </RowButton>
          )}
          <RowButton
            title={title}
            part="copy"
            intent={intents.copy(name, index)}
            onPress={() => act({ kind: "copy", id: rowId })}
          >
            複製する
          </RowButton>
          <RowButton
            title={title}
            part="remove"
            danger={!blank}
            intent={intents.remove(name, index)}
            onPress={() => act({ kind: "remove", id: rowId })}
          >
            削除する
          </RowButton>
        </div>
      </div>
      <RowCells key={edition} {...cells} />
    </fieldset>
  );
});

function RowButton({
  title,
  part,
  intent,
  danger = false,
  onPress,
  children,
}: {
  readonly title: string;
  readonly part: string;
  readonly intent: { readonly name: string; readonly value: string };
  readonly danger?: boolean;
  readonly onPress: () => void;
  readonly children: string;
}) {
  return (
    <span data-part={part} className="contents">
      <Button
        variant={danger ? "danger" : "secondary"}
        size="small"
        {...intent}
        onClick={(event) => {
          event.preventDefault();
          onPress();
        }}
      >
        {children}
        <VisuallyHidden>（{title}）</VisuallyHidden>
      </Button>
    </span>
  );
}
