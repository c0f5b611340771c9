/** 下書きを送る。答えが得られないことも、答えの一つとして返す（投げない）。 */
import type { DraftAnswer, NoAnswer } from "./draft-answer.ts";
import type { FormEntries } from "./form-entries.ts";

const TIMEOUT_MS = 15_000;
/** ブラウザーが画面の終わりに送らせてくれる大きさの上限（64 KiB）より、少し小さい値（バイト）。 */
const KEEPALIVE_LIMIT = 60_000;

export type DraftPost = {
  readonly url: string;
  readonly entries: FormEntries;
  readonly version: number;
  readonly channel: "autosave" | "journal";
  /** 画面が閉じても送り終える。 */
  readonly leaving?: boolean;
};

export async function postDraft(post: DraftPost): Promise<DraftAnswer | NoAnswer> {
  // 二百行でも軽く読み書きできるよう、欄ごとの区切りの要らない形で送る。
  const body = new URLSearchParams(post.entries.map(([name, value]) => [name, value]));
  body.set("version", String(post.version));
  body.set("channel", post.channel);
  try {
    const response = await fetch(post.url, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      credentials: "same-origin",
      redirect: "error",
      ...(post.leaving === true && body.toString().length < KEEPALIVE_LIMIT
        ? { keepalive: true }
        : { signal: AbortSignal.timeout(TIMEOUT_MS) }),
    });
    const answer: unknown = await response.json().catch(() => null);
    return isAnswer(answer) ? answer : { kind: "failed" };
  } catch {
    return { kind: navigator.onLine ? "failed" : "offline" };
  }
}

const kinds: ReadonlySet<unknown> = new Set<DraftAnswer["kind"]>([
  "saved",
  "merged",
  "conflict",
  "signedOut",
  "closed",
]);

const isAnswer = (value: unknown): value is DraftAnswer =>
  typeof value === "object" && value !== null && "kind" in value && kinds.has(value.kind);
