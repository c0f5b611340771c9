import { type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { RawSection, SectionSpec } from "#app/domain/plan/field.ts";
import { type AutosaveState, createAutosaveQueue } from "./autosave-queue.ts";
import type { SavedAnswer, SectionState } from "./draft-answer.ts";
import { conflictKey, mergeSection, type SectionMerge } from "#app/domain/plan/merge-section.ts";
import { resolveConflicts } from "#app/domain/plan/resolve-conflicts.ts";
import {
  ANSWERS_APPLIED,
  type FormEntries,
  isAlreadyEdited,
  rawFromEntries,
  readEntries,
  writeRaw,
} from "./form-entries.ts";
import { readEntriesOf } from "./entries-reader.ts";
import { flushBeforeLeaving } from "./flush-before-leaving.ts";
import {
  journalKey,
  type JournalPlace,
  journalStorage,
  newPageName,
  removeJournal,
  writeJournal,
} from "./journal.ts";
import { holdPage } from "./page-lock.ts";
import { postDraft } from "./post-draft.ts";
import { replaySection } from "./replay.ts";

export type AutosaveOptions = {
  readonly place: JournalPlace;
  readonly section: SectionSpec;
  /** 下書きを送る先。 */
  readonly url: string;
  readonly version: number;
  readonly raw: RawSection;
};

export type Autosave = {
  readonly status: AutosaveState;
  /** 端末に控えを残せなかった（置き場が一杯など）。 */
  readonly unkept: boolean;
  /** 直近の保存の後の、計算した値など。まだ保存していなければ null。 */
  readonly state: SectionState | null;
  /** 直近に保存した値。欄の初期値には使わず、出す欄と行の増減を決めるために使う。 */
  readonly raw: RawSection;
  /** ほかの人の保存や端末の控えと合わせた回数。変わったときは、raw の行の並びに合わせる。 */
  readonly arrival: number;
  /** 前の画面で打って保存できていなかった物を戻したか。 */
  readonly restored: "none" | "restored" | "conflict";
  /** 戻せなかった控え（競合）。選ぶ画面へ送る。 */
  readonly conflicting: FormEntries | null;
  readonly conflictingVersion: number;
  readonly sessionSeconds: number | null;
};

/**
 * 打つ間に保存する。欄は React に持たせず（uncontrolled）、保存のたびに描き直しても焦点も変換も動かない。
 * 行を足す・消すなど、打つこと以外で中身が変わったときは、form に input イベントを起こす。
 */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  { place, section, url, version, raw }: AutosaveOptions,
): Autosave {
  const [status, setStatus] = useState<AutosaveState>(beforeTyping);
  const [unkept, setUnkept] = useState(false);
  const [state, setState] = useState<SectionState | null>(null);
  const [current, setRaw] = useState(raw);
  const [arrival, setArrival] = useState(0);
  const [replayed, setReplayed] = useState<Replayed>(nothingReplayed);
  const [sessionSeconds, setSessionSeconds] = useState<number | null>(null);
  const known = useRef(raw);
  const { accountId, companyKey, applicationId } = place;

  useEffect(() => {
    const element = form.current;
    if (element === null) return undefined;
    const storage = journalStorage();
    const here: JournalPlace = { accountId, companyKey, applicationId };
    const key = journalKey(here, section.id, newPageName());
    const release = holdPage(key);
    const reader = readEntriesOf(element);
    const settle = (answer: SavedAnswer, sent: FormEntries): boolean => {
      setSessionSeconds(answer.sessionSeconds);
      setState((before) => (sameState(before, answer.state) ? before : answer.state));
      let contested = false;
      const { raw: saved } = answer;
      const sentRaw = rawFromEntries(section, sent, known.current);
      if (saved === null) known.current = sentRaw;
      else {
        // 送った後に打たれた物、動かした行は、打たれたままにする。
        const typed = rawFromEntries(section, readEntries(element), known.current);
        const merge = mergeSection(section, sentRaw, typed, saved);
        const shown = withMine(merge);
        known.current = saved;
        // 行が増減したときは、先に欄を作ってから値を写す。
        flushSync(() => {
          setRaw(shown);
          setArrival((before) => before + 1);
        });
        writeRaw(element, shown);
        reader.forget();
        contested = merge.conflicts.length > 0;
        element.dispatchEvent(new CustomEvent(ANSWERS_APPLIED, { detail: shown }));
      }
      setRaw(known.current);
      writeVersion(element, contested ? null : answer.version);
      return contested;
    };
    const running = createAutosaveQueue<FormEntries>(
      {
        read: reader.read,
        send: (entries, from, leaving) =>
          postDraft({ url, entries, version: from, channel: "autosave", leaving }),
        keep(entries, from) {
          const kept =
            storage !== null &&
            writeJournal(storage, key, { ...here, section: section.id, baseVersion: from, entries });
          setUnkept(!kept);
        },
        drop: () => storage !== null && removeJournal(storage, key),
        settle,
        changed: setStatus,
      },
      { version },
    );
    const unbind = flushBeforeLeaving(element, running);
    if (isAlreadyEdited(element)) running.touch();
    void replaySection(storage, here, section.id, url).then((outcome) => {
      if (outcome.kind === "none") return;
      if (outcome.kind === "conflict") {
        setReplayed({ restored: "conflict", entries: outcome.entries, version: outcome.version });
        return;
      }
      const untouched = readEntries(element);
      if (outcome.answer.raw !== null && !settle(outcome.answer, untouched))
        running.rebase(outcome.answer.version);
      if (outcome.answer.changed) setReplayed({ ...nothingReplayed, restored: "restored" });
    });
    return () => {
      unbind();
      reader.stop();
      running.stop();
      release();
    };
  }, [form, accountId, companyKey, applicationId, section, url, version]);

  return {
    status,
    unkept,
    state,
    raw: current,
    arrival,
    restored: replayed.restored,
    conflicting: replayed.entries,
    conflictingVersion: replayed.version,
    sessionSeconds,
  };
}

const beforeTyping: AutosaveState = { phase: "idle", savedAt: null, by: null, message: null };

type Replayed = {
  readonly restored: Autosave["restored"];
  readonly entries: FormEntries | null;
  readonly version: number;
};
const nothingReplayed: Replayed = { restored: "none", entries: null, version: 0 };

/** 重なった所は、画面の値のままにする。 */
const withMine = (merge: SectionMerge): RawSection =>
  resolveConflicts(merge, Object.fromEntries(merge.conflicts.map((one) => [conflictKey(one), "mine"])));

/** 変わっていなければ同じ物を使い、欄を描き直さない。 */
const sameState = (a: SectionState | null, b: SectionState): boolean =>
  a !== null && JSON.stringify(a) === JSON.stringify(b);

function writeVersion(form: HTMLFormElement, version: number | null): void {
  const control = form.elements.namedItem("version");
  if (version !== null && control instanceof HTMLInputElement) control.value = String(version);
}
