import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { IndustryHits } from "#app/domain/industry/industry-pick.ts";
import { useHydrated } from "../../hydrated.ts";
import { Button } from "../../primitives/Button.tsx";
import { controlLook } from "../../primitives/control-look.ts";
import { Field } from "../../primitives/Field.tsx";
import { fetchHits } from "./fetch-industries.ts";
import { IndustryHitButtons } from "./IndustryHitButtons.tsx";
import { IndustryOptions, optionId } from "./IndustryOptions.tsx";
import { PICK_COMMAND, pickName, useIndustryPicks } from "./industry-picks.ts";
import { moveActive } from "./move-active.ts";

/** 打つ間、続けて問わない時間。 */
const PAUSE_MS = 200;

/**
 * 業種を言葉・読み・番号で探す。JavaScript があれば打つ間に候補が出て、↑↓ と Enter で選べる。
 * なければボタンで探し、当たった業種のボタンで選ぶ。
 */
export function IndustrySearch({
  id,
  revision,
  onChoose,
}: {
  /** 業種の番号の欄の id。 */
  readonly id: string;
  readonly revision: () => string;
  readonly onChoose: (code: string) => void;
}) {
  const { edition, opened } = useIndustryPicks();
  const searched = opened[id]?.searched ?? null;
  const hydrated = useHydrated();
  const [found, setFound] = useState<IndustryHits | null>(null);
  const [shown, setShown] = useState(false);
  const [active, setActive] = useState(-1);
  const asking = useRef(new AbortController());
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const input = useRef<HTMLInputElement>(null);
  const listId = `${id}-hits`;
  const hits = found?.hits ?? [];
  const isOpen = hydrated && shown && found !== null;

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      asking.current.abort();
    },
    [],
  );
  useEffect(() => {
    document.getElementById(optionId(listId, active))?.scrollIntoView({ block: "nearest" });
  }, [active, listId]);

  const search = (words: string): void => {
    clearTimeout(timer.current);
    asking.current.abort();
    setActive(-1);
    if (words.trim() === "") {
      setFound(null);
      return;
    }
    timer.current = setTimeout(() => {
      const mine = new AbortController();
      asking.current = mine;
      void fetchHits({ edition, revision: revision(), words }, mine.signal).then((answer) => {
        if (mine.signal.aborted || answer === null) return;
        setFound(answer);
        setShown(true);
      });
    }, PAUSE_MS);
  };
  const choose = (code: string): void => {
    onChoose(code);
    setShown(false);
    setFound(null);
    setActive(-1);
    if (input.current !== null) input.current.value = "";
  };
  const pressed = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const chosen = hits[active];
    if (event.key === "Enter") {
      // 探す欄の Enter は、区画を保存して離れる合図ではない。
      event.preventDefault();
      if (isOpen && chosen !== undefined) choose(chosen.code);
      else if (input.current !== null) search(input.current.value);
      return;
    }
    if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      setShown(false);
      return;
    }
    const next = moveActive(event.key, active, hits.length);
    if (next === null || found === null) return;
    event.preventDefault();
    setShown(true);
    setActive(next);
  };

  return (
    <div className="relative">
      <Field
        id={`${id}-search`}
        name={pickName(id, "words")}
        label="業種を探す"
        help="言葉、読み、番号のどれでも探せます。"
        example="美容室、きんぞくかこう、266"
      >
        {({ name, ...control }) => (
          <span className="flex flex-wrap items-center gap-2">
            <input
              {...control}
              {...(hydrated
                ? {
                    role: "combobox",
                    "aria-expanded": isOpen,
                    "aria-controls": listId,
                    "aria-autocomplete": "list" as const,
                    "aria-activedescendant": isOpen && active >= 0 ? optionId(listId, active) : undefined,
                  }
                : { name })}
              ref={input}
              type="text"
              inputMode="search"
              autoComplete="off"
              maxLength={60}
              defaultValue={searched?.words}
              className={`${controlLook({ width: "full", dense: false }) ?? ""} max-w-80 min-w-0`}
              onChange={(event) => search(event.currentTarget.value)}
              onKeyDown={pressed}
              onBlur={() => setShown(false)}
              onFocus={() => setShown(true)}
            />
            {!hydrated && (
              <Button variant="secondary" name={PICK_COMMAND} value={`search ${id}`}>
                探す
              </Button>
            )}
          </span>
        )}
      </Field>
      {!hydrated && searched !== null && <IndustryHitButtons id={id} found={searched} />}
      {hydrated && (
        <>
          <IndustryOptions id={listId} hits={isOpen ? hits : []} active={active} onChoose={choose} />
          <output className="mb-3 block text-dns-16N-130 text-solid-gray-700 empty:hidden">
            {isOpen ? foundWords(found) : ""}
          </output>
        </>
      )}
    </div>
  );
}

/** 読み上げにも渡す、当たった数。 */
function foundWords({ words, hits, more }: IndustryHits): string {
  if (hits.length === 0)
    return `「${words}」に当たる業種はありません。別の言葉にするか、分類から選んでください。`;
  return more ? "" : `${hits.length}件あります。↑↓と Enter キーでも選べます。`;
}
