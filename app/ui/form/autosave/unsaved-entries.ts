import { useCallback, useEffect, useState } from "react";
import { journalEntries, type JournalPlace, journalStorage } from "./journal.ts";
import { replayEntry } from "./replay.ts";

export type Unsaved =
  /** 残っていない、又はまだ調べていない（JavaScript が無ければずっとこれ）。 */
  | { readonly kind: "none" }
  | { readonly kind: "sending" }
  /** 送り終えた。画面の中身が変わった。 */
  | { readonly kind: "sent" }
  /** 送れない控えがある。その区画を開いて確かめる。 */
  | { readonly kind: "stuck"; readonly sections: readonly string[] };

const LOOK_AGAIN_MS = 1_500;
/** これだけ見に行っても別の画面の控えが片付かなければ、その区画を示す。 */
const LOOKS = 6;

/**
 * この申請の、端末に残った入力を先に送る。申請は、これが済むまで待つ。
 * @param draftUrl 区画の下書きの送り先
 * @returns 様子と、もう一度調べる手
 */
export function useUnsavedEntries(
  place: JournalPlace,
  draftUrl: (section: string) => string,
): { readonly unsaved: Unsaved; readonly look: () => Promise<Unsaved> } {
  const [unsaved, setUnsaved] = useState<Unsaved>({ kind: "none" });
  const { accountId, companyKey, applicationId } = place;

  const look = useCallback(async (): Promise<Unsaved> => {
    const outcome = await sendAll({ accountId, companyKey, applicationId }, draftUrl, () =>
      setUnsaved({ kind: "sending" }),
    );
    setUnsaved(outcome);
    return outcome;
  }, [accountId, companyKey, applicationId, draftUrl]);

  useEffect(() => {
    const timer = setTimeout(() => void look());
    return () => clearTimeout(timer);
  }, [look]);

  return { unsaved, look };
}

/** 端末に、まだ送っていない入力があるか。 */
export function hasUnsaved(place: JournalPlace): boolean {
  const storage = journalStorage();
  return storage !== null && journalEntries(storage, place).length > 0;
}

async function sendAll(
  place: JournalPlace,
  draftUrl: (section: string) => string,
  sending: () => void,
): Promise<Unsaved> {
  const storage = journalStorage();
  if (storage === null) return { kind: "none" };
  let changed = false;
  for (let looks = 0; looks < LOOKS; looks += 1) {
    const left = journalEntries(storage, place);
    if (left.length === 0) return changed ? { kind: "sent" } : { kind: "none" };
    sending();
    for (const kept of left) {
      const answer = await replayEntry(storage, kept, draftUrl(kept.entry.section));
      // null は、打っている画面がまだ開いている。その画面が保存するのを待つ。
      if (answer !== null && answer.kind !== "saved" && answer.kind !== "merged")
        return { kind: "stuck", sections: [kept.entry.section] };
      // もう保存されていた控えでも、この画面を読んだ後だったかもしれないので、開き直す。
      changed = true;
    }
    if (journalEntries(storage, place).length > 0)
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return {
    kind: "stuck",
    sections: [...new Set(journalEntries(storage, place).map(({ entry }) => entry.section))],
  };
}
