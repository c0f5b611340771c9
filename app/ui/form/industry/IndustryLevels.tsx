import { useEffect, useRef, useState } from "react";
import { type IndustryPick, industryLevelNames } from "#app/domain/industry/industry-pick.ts";
import { useHydrated } from "../../hydrated.ts";
import { Button } from "../../primitives/Button.tsx";
import { controlLook } from "../../primitives/control-look.ts";
import { Field } from "../../primitives/Field.tsx";
import { PICK_COMMAND, pickName } from "./industry-picks.ts";

const levels = ["division", "majorGroup", "group", "class"] as const;

/** 大→中→小→細分類と選ぶ四つの欄。JavaScript がなければ、ボタンで下の段の選択肢を出す。 */
export function IndustryLevels({
  id,
  pick,
  onOpen,
}: {
  readonly id: string;
  readonly pick: IndustryPick;
  readonly onOpen: (code: string) => void;
}) {
  const hydrated = useHydrated();
  // script が動き出す前に選ばれていた分類。引き継ぐときに React が元に戻すので、控えておく。
  const [early] = useState(() => (hydrated || typeof document === "undefined" ? "" : chosenInPage(id, pick)));
  const opened = useRef(false);
  useEffect(() => {
    if (early === "" || opened.current) return undefined;
    const timer = setTimeout(() => {
      opened.current = true;
      onOpen(early);
    });
    return () => clearTimeout(timer);
  }, [early, onOpen]);
  return (
    <>
      {levels.map((level, index) => {
        const above = levels[index - 1];
        const list = pick.lists[level];
        return (
          <Field
            key={level}
            id={selectId(id, level)}
            name={pickName(id, level)}
            label={industryLevelNames[level]}
            dense
          >
            {(control) => (
              <select
                {...control}
                className={`${controlLook({ width: "full", dense: true }) ?? ""} mb-3 min-w-0`}
                value={pick.chosen[level]}
                onChange={({ currentTarget: { value } }) =>
                  onOpen(value === "" && above !== undefined ? pick.chosen[above] : value)
                }
              >
                <option value="">
                  {list.length === 0 && above !== undefined
                    ? `先に${industryLevelNames[above]}を選んでください`
                    : "選択してください"}
                </option>
                {list.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {code} {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        );
      })}
      {!hydrated && (
        <Button variant="secondary" size="small" name={PICK_COMMAND} value={`narrow ${id}`}>
          選んだ分類で絞り込む
        </Button>
      )}
    </>
  );
}

const selectId = (id: string, level: string): string => `${id}-${level}`;

/** 画面で選ばれている一番下の分類。開いたときのままなら空。 */
function chosenInPage(id: string, pick: IndustryPick): string {
  let deepest = "";
  for (const level of levels) {
    const select = document.getElementById(selectId(id, level));
    const value = select instanceof HTMLSelectElement ? select.value : "";
    if (value === "") break;
    deepest = value;
    if (value !== pick.chosen[level]) return value;
  }
  return deepest === "" || levels.some((level) => pick.chosen[level] === deepest) ? "" : deepest;
}
