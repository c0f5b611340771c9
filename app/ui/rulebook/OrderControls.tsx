import { VisuallyHidden } from "../primitives/VisuallyHidden.tsx";
import type { ListedRow } from "./listed-row.ts";

const look =
  "inline-flex size-8 items-center justify-center rounded-8 border border-key-900 bg-white text-key-900 hover:bg-key-200 disabled:border-solid-gray-300 disabled:text-solid-gray-420 pointer-coarse:size-11";

/**
 * 並べ替えのボタン。動かした後は同じボタンに焦点が戻るので、続けて押せる。
 * script が動けば、つまみで行を引いて動かすこともできる。
 */
export function OrderControls({
  row,
  order,
}: {
  readonly row: ListedRow;
  readonly order: NonNullable<ListedRow["order"]>;
}) {
  return (
    <span
      className="inline-flex items-center gap-1.5"
      data-order-row={row.factId}
      data-order-group={order.group}
      data-order-position={order.position}
    >
      <span className="min-w-6 text-right tabular-nums">{order.position}</span>
      <MoveButton row={row} direction="up" enabled={order.up} focus={order.focus === "up"} />
      <MoveButton row={row} direction="down" enabled={order.down} focus={order.focus === "down"} />
    </span>
  );
}

function MoveButton({
  row,
  direction,
  enabled,
  focus,
}: {
  readonly row: ListedRow;
  readonly direction: "up" | "down";
  readonly enabled: boolean;
  readonly focus: boolean;
}) {
  return (
    <button
      type="submit"
      form="order"
      name="move"
      value={`${direction}:${row.factId}`}
      disabled={!enabled}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- 続けて動かせるように、押したボタンへ戻す
      autoFocus={focus}
      className={look}
    >
      <span aria-hidden="true">{direction === "up" ? "▲" : "▼"}</span>
      <VisuallyHidden>
        {row.heading}を{direction === "up" ? "上へ" : "下へ"}
      </VisuallyHidden>
    </button>
  );
}
