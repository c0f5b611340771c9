import { unreadAnchor, type PastedRows } from "#app/domain/plan/pasted-rows.ts";
import type { RowsSpec } from "#app/domain/plan/field.ts";
import { Button } from "../../primitives/Button.tsx";
import { pasteNotes, pasteWords, summaryOf } from "./paste-words.ts";

/** 一度に並べる、読めなかった値の数。 */
const LISTED = 20;

/** 貼り付けた結果。読めなかった値から、その欄へ移れる。 */
export function PasteReport({
  name,
  spec,
  pasted,
  onUndo,
  onClose,
}: {
  readonly name: string;
  readonly spec: RowsSpec;
  readonly pasted: PastedRows;
  /** いま取り消せないとき（後に行を消したなど）は null。 */
  readonly onUndo: (() => void) | null;
  readonly onClose: () => void;
}) {
  const { unread } = pasted;
  const summary = summaryOf(pasted);
  return (
    <section
      tabIndex={-1}
      aria-label="貼り付けの結果"
      className={`mt-3 rounded-8 border-2 border-l-8 bg-white px-4 py-3 ${unread.length > 0 ? "border-yellow-900" : "border-key-900"}`}
    >
      <p className="text-std-17B-170">{pasteWords(summary)}</p>
      {pasteNotes(spec, summary).map((note) => (
        <p key={note} className="mt-1">
          {note}
        </p>
      ))}
      {unread.length > 0 && (
        <ul className="mt-1 list-disc space-y-0.5 pl-6">
          {unread.slice(0, LISTED).map((cell) => (
            <li key={`${cell.rowId}-${cell.column}`}>
              <a className="link" href={`#${unreadAnchor(name, cell)}`}>
                {spec.rowLabel} {cell.rowNumber}の{cell.label}「{shorten(cell.text)}」
              </a>
              ：{cell.reason}
            </li>
          ))}
          {unread.length > LISTED && <li>ほかに{unread.length - LISTED}つあります。</li>}
        </ul>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {onUndo !== null && (
          <Button type="button" variant="secondary" size="small" onClick={onUndo}>
            貼り付けを元に戻す
          </Button>
        )}
        <Button type="button" variant="tertiary" size="small" onClick={onClose}>
          この知らせを閉じる
        </Button>
      </div>
    </section>
  );
}

const shorten = (text: string): string => {
  const characters = [...text];
  return characters.length > 20 ? `${characters.slice(0, 20).join("")}…` : text;
};
