/**
 * フォームと画面の出来事を、保存の順番待ちに結ぶ。ボタンとリンクは、保存が済んでから動く。
 * data-no-answer の中（業種を探す欄など）に打っても、保存する物は変わらない。
 */
import type { AutosaveQueue } from "./autosave-queue.ts";
import { DISCARD_EVENT } from "./logout-guard.ts";

/** @returns 結び付きを解く */
export function flushBeforeLeaving(form: HTMLFormElement, queue: AutosaveQueue): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  let passing = false;

  const typed = ({ target }: Event): void => {
    if (!(target instanceof Element && target.closest("[data-no-answer]") !== null)) queue.touch();
  };
  const blurred = (): void => {
    if (queue.unsaved()) void queue.flush();
  };
  const retry = (): void => {
    if (queue.unsaved()) void queue.flush();
  };

  form.addEventListener("input", typed, { signal });
  form.addEventListener("change", typed, { signal });
  form.addEventListener("focusout", blurred, { signal });
  form.addEventListener("compositionstart", () => queue.compose(true), { signal });
  form.addEventListener("compositionend", () => queue.compose(false), { signal });
  form.addEventListener(
    "submit",
    (event) => {
      if (passing || !queue.unsaved()) return;
      event.preventDefault();
      const { submitter } = event;
      void queue.flush().then((phase) => {
        // 競合は送って、選ぶ画面を出す。届かないときは送らず、画面に留まる（入力は端末に残っている）。
        if (queue.unsaved() && phase !== "conflict") return;
        passing = true;
        form.requestSubmit(submitter);
        passing = false;
      });
    },
    { signal },
  );
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || !queue.unsaved() || !staysHere(event, link)) return;
      event.preventDefault();
      void queue.flush().then(() => window.location.assign(link.href));
    },
    { signal },
  );
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "hidden") queue.leave();
      else retry();
    },
    { signal },
  );
  document.addEventListener(DISCARD_EVENT, () => queue.stop(), { signal });
  window.addEventListener("pagehide", () => queue.leave(), { signal });
  window.addEventListener("online", retry, { signal });
  window.addEventListener("focus", retry, { signal });
  return () => ends.abort();
}

/** 同じ窓で別の画面へ移るリンクか。 */
const staysHere = (event: MouseEvent, link: HTMLAnchorElement): boolean =>
  event.button === 0 &&
  !event.defaultPrevented &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.shiftKey &&
  link.target === "" &&
  !link.hasAttribute("download") &&
  link.origin === window.location.origin &&
  `${link.pathname}${link.search}` !== `${window.location.pathname}${window.location.search}`;
