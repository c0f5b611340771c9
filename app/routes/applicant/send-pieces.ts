/** 画面の側の手: fetch で送り、送りかけの番号を端末に控える。 */
import { type TransferEnd, transfer, type UploadAnswer } from "./attachment-transfer.ts";

export type Sending = {
  /** 添付の画面の道筋。 */
  readonly base: string;
  readonly file: File;
  readonly kind: string;
  readonly rows: readonly string[];
  readonly replaces: string | null;
  readonly signal: AbortSignal;
  readonly progressed: (sent: number, waiting: boolean) => void;
};

export async function sendInPieces(sending: Sending): Promise<TransferEnd> {
  const { base, file, kind, rows, replaces, signal } = sending;
  const key = [
    "attachment",
    base,
    kind,
    rows.join(","),
    replaces ?? "",
    file.name,
    file.size,
    file.lastModified,
  ].join(":");
  const id = rememberedId(key);
  const query = new URLSearchParams({ kind, name: file.name, size: String(file.size) });
  for (const row of rows) query.append("rows", row);
  if (replaces !== null) query.set("replaces", replaces);
  const end = await transfer<Blob>({
    size: file.size,
    piece: (from, to) => file.slice(from, to),
    ask: () => answerOf(`${base}/${id}`, { signal }),
    send: (offset, piece) =>
      answerOf(`${base}/${id}?${query}`, {
        method: "PUT",
        body: piece,
        signal,
        headers: { "Content-Type": "application/octet-stream", "Upload-Offset": String(offset) },
      }),
    wait: (milliseconds) => untilOnline(milliseconds, signal),
    progressed: sending.progressed,
    stopped: () => signal.aborted,
  });
  // ログインし直した後と、やめた後は、同じファイルを選べば続きから送れる。
  if (end.state !== "signedOut" && end.state !== "stopped") forget(key);
  return end;
}

async function answerOf(url: string, init: RequestInit): Promise<UploadAnswer> {
  try {
    const response = await fetch(url, { ...init, redirect: "manual", credentials: "same-origin" });
    if (response.type === "opaqueredirect") return { state: "signedOut" };
    if (response.status >= 500 || response.status === 429) return { state: "lost" };
    const answer = (await response.json()) as UploadAnswer | { readonly message: string };
    return "state" in answer ? answer : { state: "refused", message: answer.message };
  } catch {
    return { state: "lost" };
  }
}

/** 待つ。つながったことが分かれば、すぐに終わる。 */
const untilOnline = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      globalThis.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    globalThis.addEventListener("online", done);
    signal.addEventListener("abort", done, { once: true });
  });

/** 同じファイルの送りかけの番号。控えられない端末では、新しい番号で始めから送る。 */
function rememberedId(key: string): string {
  const fresh = newId();
  try {
    const known = localStorage.getItem(key);
    if (known !== null) return known;
    localStorage.setItem(key, fresh);
  } catch {
    // 控えられない設定の端末。
  }
  return fresh;
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // 控えられない設定の端末。
  }
}

/** UUID（版4）。randomUUID は https と localhost にしかない。 */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
