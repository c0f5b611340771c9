/**
 * フォームの中身を、打つたびに読む。二百行の表では全部を読み直すだけで打つ手が遅れるので、
 * 一つの欄に打たれたときは、その欄の値だけを替える。欄の増減など、ほかのことが起きたら全部を読み直す。
 */
import { isAnswer, type FormEntries, readEntries } from "./form-entries.ts";

export type EntriesReader = {
  readonly read: () => FormEntries;
  /** 次は全部を読み直す（script が欄の値を書き換えたとき）。 */
  readonly forget: () => void;
  readonly stop: () => void;
};

export function readEntriesOf(form: HTMLFormElement): EntriesReader {
  let known: { readonly entries: FormEntries; readonly places: ReadonlyMap<string, number> } | null = null;
  const forget = (): void => {
    known = null;
  };
  const observer = new MutationObserver(forget);
  observer.observe(form, { childList: true, subtree: true, attributeFilter: ["name", "disabled"] });

  const typed = ({ target }: Event): void => {
    const place = isTyped(target) ? known?.places.get(target.name) : undefined;
    if (known === null || place === undefined || !isTyped(target)) {
      forget();
      return;
    }
    const [name = ""] = known.entries[place] ?? [];
    known = { ...known, entries: known.entries.with(place, [name, target.value]) };
  };
  // 保存の手より先に、替わった欄を知る。
  form.addEventListener("input", typed, { capture: true });
  form.addEventListener("change", typed, { capture: true });

  return {
    read() {
      // まだ届いていない欄の増減。
      if (observer.takeRecords().length > 0) forget();
      if (known === null) {
        const names = [...new FormData(form).keys()].filter(isAnswer);
        known = { entries: readEntries(form), places: placesOf(names) };
      }
      return known.entries;
    },
    forget,
    stop() {
      observer.disconnect();
      form.removeEventListener("input", typed, { capture: true });
      form.removeEventListener("change", typed, { capture: true });
    },
  };
}

const isTyped = (
  target: EventTarget | null,
): target is HTMLTextAreaElement | HTMLSelectElement | HTMLInputElement =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== "radio" && target.type !== "checkbox");

/** 同じ名前が二度あるフォームの、その名前は引けないようにする。 */
function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map(names.map((name, place) => [name, place]));
  for (const [place, name] of names.entries()) if (places.get(name) !== place) places.delete(name);
  return places;
}
