import { useEffect } from "react";
import { journalEntries, journalStorage, removeJournal } from "./journal.ts";

/** 打ちかけを捨てる。この後、画面は控えを書かない。 */
export const DISCARD_EVENT = "portal:discard";

const LOGOUT_PATH = "/logout";
/** 打ち終わった直後のログアウトでは、保存が済むまでこれだけ待つ。 */
const WAIT_MS = 4_000;
const LOOK_EVERY_MS = 200;

/** ログアウトの前に、保存できていない入力がないかを確かめる。自分の控えは、ログアウトするときに端末から消す。 */
export function useLogoutGuard(accountId: string): void {
  useEffect(() => {
    const ends = new AbortController();
    document.addEventListener(
      "submit",
      (event) => {
        const form = event.target;
        const storage = journalStorage();
        if (!(form instanceof HTMLFormElement) || form.getAttribute("action") !== LOGOUT_PATH) return;
        if (storage === null || journalEntries(storage, { accountId }).length === 0) return;
        event.preventDefault();
        void emptied(storage, accountId).then((empty) => {
          if (!empty && !window.confirm(warning)) return;
          document.dispatchEvent(new Event(DISCARD_EVENT));
          for (const { key } of journalEntries(storage, { accountId })) removeJournal(storage, key);
          form.submit();
        });
      },
      { signal: ends.signal },
    );
    return () => ends.abort();
  }, [accountId]);
}

const warning =
  "保存できていない入力が、この端末に残っています。ログアウトすると、その入力は消えます。ログアウトしますか。";

async function emptied(storage: Storage, accountId: string): Promise<boolean> {
  for (let waited = 0; waited < WAIT_MS; waited += LOOK_EVERY_MS) {
    if (journalEntries(storage, { accountId }).length === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return false;
}
