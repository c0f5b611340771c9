/** 端末に残った控えを、保存の道にもう一度通す。もう保存されていれば、書かれずに消える。 */
import type { DraftAnswer, NoAnswer, SavedAnswer } from "./draft-answer.ts";
import type { FormEntries } from "./form-entries.ts";
import { journalEntries, type JournalPlace, type KeptEntry, removeJournal } from "./journal.ts";
import { whenAbandoned } from "./page-lock.ts";
import { postDraft } from "./post-draft.ts";

export type Replay =
  | { readonly kind: "none" }
  | { readonly kind: "saved"; readonly answer: SavedAnswer }
  /** 同じ欄が先に変わっていた。控えは、選び終えるまで残る。 */
  | { readonly kind: "conflict"; readonly entries: FormEntries; readonly version: number };

/** @returns 送った答え。控えの持ち主の画面がまだ開いていれば null */
export const replayEntry = (
  storage: Storage,
  { key, entry }: KeptEntry,
  url: string,
): Promise<DraftAnswer | NoAnswer | null> =>
  whenAbandoned(key, async () => {
    const answer = await postDraft({
      url,
      entries: entry.entries,
      version: entry.baseVersion,
      channel: "journal",
    });
    if (answer.kind === "saved" || answer.kind === "merged") removeJournal(storage, key);
    return answer;
  });

/** 一つの区画の控えを全部送る。 */
export async function replaySection(
  storage: Storage | null,
  place: JournalPlace,
  section: string,
  url: string,
): Promise<Replay> {
  if (storage === null) return { kind: "none" };
  const saved: SavedAnswer[] = [];
  for (const kept of journalEntries(storage, { ...place, section })) {
    const answer = await replayEntry(storage, kept, url);
    if (answer?.kind === "conflict")
      return { kind: "conflict", entries: kept.entry.entries, version: kept.entry.baseVersion };
    if (answer?.kind === "saved" || answer?.kind === "merged") saved.push(answer);
  }
  const last = saved.at(-1);
  return last === undefined
    ? { kind: "none" }
    : { kind: "saved", answer: { ...last, changed: saved.some((answer) => answer.changed) } };
}
