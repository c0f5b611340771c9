/**
 * 端末の控え（journal）。打つたびに同期して localStorage に書き、保存が済んだら消す。
 * ログインが切れても、通信が切れても、画面が落ちても、打った文字はここに残る。
 * 控えは打った人のアカウントに結び付き、ほかの人には戻さない。画面ごとに一件で、別の画面の控えを上書きしない。
 */
import type { FormEntries } from "./form-entries.ts";

export type JournalPlace = {
  readonly accountId: string;
  readonly companyKey: string;
  readonly applicationId: string;
};

export type JournalEntry = JournalPlace & {
  readonly section: string;
  /** 画面が読んだ区画の版。 */
  readonly baseVersion: number;
  /** 送るはずのフォームの中身。 */
  readonly entries: FormEntries;
  /** 書いた時（1970 年からのミリ秒）。 */
  readonly at: number;
};

export type KeptEntry = { readonly key: string; readonly entry: JournalEntry };

/** 控えの形。形を変えたら上げる。読めない形の控えには触らない。 */
const PREFIX = "portal-journal/1/";
const MAX_CHARACTERS = 1_500_000;

/** 控えの鍵。page は画面ごとの名前。 */
export const journalKey = (place: JournalPlace, section: string, page: string): string =>
  `${PREFIX}${[place.accountId, place.companyKey, place.applicationId, section, page].map(encodeURIComponent).join("/")}`;

/** この画面だけの名前。 */
export const newPageName = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** @returns 書けたか。大きすぎる、又は端末の置き場が一杯・使えないときは偽 */
export function writeJournal(storage: Storage, key: string, entry: Omit<JournalEntry, "at">): boolean {
  const text = JSON.stringify({ ...entry, at: performance.timeOrigin + performance.now() });
  if (text.length > MAX_CHARACTERS) return false;
  try {
    storage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function removeJournal(storage: Storage, key: string): void {
  storage.removeItem(key);
}

/** そのアカウントの控え。古い順。 */
export function journalEntries(
  storage: Storage,
  wanted: Partial<JournalPlace> & Pick<JournalPlace, "accountId"> & { readonly section?: string },
): readonly KeptEntry[] {
  const kept: KeptEntry[] = [];
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index) ?? "";
    const entry = key.startsWith(PREFIX) ? parseEntry(storage.getItem(key)) : null;
    if (
      entry !== null &&
      entry.accountId === wanted.accountId &&
      (wanted.companyKey ?? entry.companyKey) === entry.companyKey &&
      (wanted.applicationId ?? entry.applicationId) === entry.applicationId &&
      (wanted.section ?? entry.section) === entry.section
    )
      kept.push({ key, entry });
  }
  return kept.sort((a, b) => a.entry.at - b.entry.at);
}

function parseEntry(text: string | null): JournalEntry | null {
  try {
    const value = JSON.parse(text ?? "") as Partial<JournalEntry> | null;
    const whole =
      typeof value === "object" &&
      value !== null &&
      [value.accountId, value.companyKey, value.applicationId, value.section].every(
        (part) => typeof part === "string",
      ) &&
      Number.isSafeInteger(value.baseVersion) &&
      typeof value.at === "number" &&
      Array.isArray(value.entries) &&
      value.entries.every(
        (pair) => Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === "string"),
      );
    return whole ? (value as JournalEntry) : null;
  } catch {
    return null;
  }
}

/** 端末の置き場。使えない設定のブラウザーでは null。 */
export function journalStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
