// WAI-ARIA の combobox の形。候補は見出しと説明の二行になるので option や datalist では書けず、キーは探す欄が受ける。
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/click-events-have-key-events */
import type { IndustryHits } from "#app/domain/industry/industry-pick.ts";
import { classNames } from "../../class-names.ts";

/** 候補の一つの id。探す欄の aria-activedescendant が指す。 */
export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** 打つ間に出る候補。 */
export function IndustryOptions({
  id,
  hits,
  active,
  onChoose,
}: {
  readonly id: string;
  readonly hits: IndustryHits["hits"];
  /** キーで指している候補。どれも指していなければ -1。 */
  readonly active: number;
  readonly onChoose: (code: string) => void;
}) {
  return (
    <ul
      id={id}
      role="listbox"
      aria-label="当たった業種"
      hidden={hits.length === 0}
      className="absolute z-10 -mt-5 max-h-80 w-full max-w-[42rem] overflow-y-auto rounded-8 border border-solid-gray-600 bg-white py-1 shadow-2"
    >
      {hits.map(({ code, name, within, calledBy }, index) => (
        <li
          key={code}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          className={classNames(
            "flex min-h-11 cursor-pointer gap-3 px-3 py-2",
            index === active ? "bg-key-100 outline-2 -outline-offset-2 outline-black" : "hover:bg-key-50",
          )}
          // 押しても探す欄の焦点を動かさない。
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(code)}
        >
          <span className="w-10 shrink-0 tabular-nums">{code}</span>
          <span className="min-w-0">
            {name}
            {calledBy !== null && <span className="text-solid-gray-700">（{calledBy}）</span>}
            <span className="block text-dns-14N-130 text-solid-gray-700">{within}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
