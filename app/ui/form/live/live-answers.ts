/** 打たれている答えを、保存を待たずに読む。 */
import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { RawSection, SectionSpec } from "#app/domain/plan/field.ts";
import { rowsOf } from "#app/domain/plan/read-section.ts";
import { ANSWERS_APPLIED, isAlreadyEdited, rawFromEntries, readEntries } from "../autosave/form-entries.ts";

export type LiveAnswers = {
  readonly subscribe: (listener: () => void) => () => void;
  /** いま打たれている答え。読み直すまでは同じ物を返す。 */
  readonly now: () => RawSection;
};

/** 続けて打つ間は読まない時間。 */
const PAUSE_MS = 120;

/**
 * @param form 読むフォーム。欄は React に持たせない（uncontrolled）
 * @param initial 画面を開いたときの答え。フォームを読むまでは、これを返す
 * @returns 打ち止むたびに新しくなる答え。出ていない欄は、最後に打たれていた値のまま
 */
export function useLiveAnswers(
  form: RefObject<HTMLFormElement>,
  section: SectionSpec,
  initial: RawSection,
): LiveAnswers {
  const current = useRef(initial);
  const listeners = useRef(new Set<() => void>());

  useEffect(() => {
    const element = form.current;
    if (element === null) return undefined;
    const ends = new AbortController();
    const { signal } = ends;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (before: RawSection): void => {
      current.current = rawFromEntries(section, readEntries(element), before);
      for (const listener of listeners.current) listener();
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => read(current.current), PAUSE_MS);
    };
    element.addEventListener("input", soon, { signal });
    element.addEventListener("change", soon, { signal });
    // 出ていない欄は、ほかの人の保存と合わせた答えに替える。古い答えのまま出すと、次の保存で元に戻してしまう。
    element.addEventListener(
      ANSWERS_APPLIED,
      (event) => {
        if (event instanceof CustomEvent) read(event.detail as RawSection);
      },
      { signal },
    );
    if (isAlreadyEdited(element)) soon();
    return () => {
      clearTimeout(timer);
      ends.abort();
    };
  }, [form, section]);

  return useMemo(
    () => ({
      subscribe(listener) {
        const { current: all } = listeners;
        all.add(listener);
        return () => all.delete(listener);
      },
      now: () => current.current,
    }),
    [],
  );
}

/**
 * 描くための答え。行の増減は保存した答えのとおりにし、値は打たれているとおりにする。
 * @param saved 直近に保存した答え
 * @param typed いま打たれている答え
 */
export function typedOver(section: SectionSpec, saved: RawSection, typed: RawSection): RawSection {
  return Object.fromEntries(
    Object.entries(section.fields).map(([name, spec]) => {
      if (spec.shape === "field") return [name, typed[name] ?? saved[name] ?? ""];
      const now = new Map(rowsOf(typed, name).map((row) => [row.id, row]));
      return [name, rowsOf(saved, name).map((row) => ({ ...row, ...now.get(row.id) }))];
    }),
  );
}
