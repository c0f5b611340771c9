/**
 * 打つ間の保存の順番待ち。打ち終わって少し待って送り、送るのは一度に一つ、送る間に打たれた物は最後の形だけを次に送る。
 * 失敗したら間を空けてやり直す。変換中（IME）は送らず、答えも画面に当てない。
 */
import type { DraftAnswer, NoAnswer, SavedAnswer } from "./draft-answer.ts";

export type AutosavePhase =
  | "idle"
  | "waiting"
  | "saving"
  | "saved"
  | "offline"
  | "failed"
  | "signedOut"
  | "conflict"
  | "closed";

export type AutosaveState = {
  readonly phase: AutosavePhase;
  /** 直近に保存した時刻（「14時03分」）。 */
  readonly savedAt: string | null;
  /** 同じ欄を先に変えた人。 */
  readonly by: string | null;
  readonly message: string | null;
};

/** 画面の側の手。S は送る中身。 */
export type AutosaveHands<S> = {
  /** いまの中身。 */
  read(): S;
  send(snapshot: S, version: number, leaving: boolean): Promise<DraftAnswer | NoAnswer>;
  /** 端末に控える。 */
  keep(snapshot: S, version: number): void;
  /** 控えを消す。 */
  drop(): void;
  /** 答えを画面に当てる。当て切れない違いが残ったら真。 */
  settle(answer: SavedAnswer, sent: S): boolean;
  changed(state: AutosaveState): void;
};

export type AutosaveQueue = {
  /** 打たれた。 */
  touch(): void;
  /** 待たずに送り、落ち着くまで待つ。 */
  flush(): Promise<AutosavePhase>;
  /** 画面を離れる。 */
  leave(): void;
  compose(active: boolean): void;
  /** 画面が読んでいる版を替える（控えを戻した後など）。 */
  rebase(version: number): void;
  readonly unsaved: () => boolean;
  stop(): void;
};

export const TYPING_PAUSE_MS = 800;
/** 利用者がすることのある様子。 */
const asking: ReadonlySet<AutosavePhase> = new Set(["signedOut", "conflict", "closed"]);
const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000] as const;

export function createAutosaveQueue<S>(
  hands: AutosaveHands<S>,
  initial: { readonly version: number },
): AutosaveQueue {
  let version = initial.version;
  let typed = 0;
  let saved = 0;
  let failures = 0;
  let composing = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let composed: (() => void) | null = null;
  let state: AutosaveState = { phase: "idle", savedAt: null, by: null, message: null };

  const show = (next: Partial<AutosaveState>): void => {
    state = { ...state, ...next };
    hands.changed(state);
  };
  const schedule = (delay: number): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void run(), delay);
  };
  const compositionEnd = (): Promise<void> =>
    composing
      ? new Promise((resolve) => {
          composed = resolve;
        })
      : Promise.resolve();

  const sendOnce = async (): Promise<void> => {
    await compositionEnd();
    if (stopped || typed === saved) return;
    const sentAt = typed;
    const snapshot = hands.read();
    hands.keep(snapshot, version);
    // 利用者がすることのある知らせは、送り直す間に引っ込めない（押す所が逃げる）。
    if (!asking.has(state.phase)) show({ phase: "saving" });
    const answer = await hands.send(snapshot, version, false);
    await compositionEnd();
    if (!stopped) receive(answer, snapshot, sentAt);
  };

  const receive = (answer: DraftAnswer | NoAnswer, snapshot: S, sentAt: number): void => {
    switch (answer.kind) {
      case "saved":
      case "merged": {
        failures = 0;
        saved = sentAt;
        // 当て切れない違いがあれば版を進めない。次の送信がもう一度突き合わせる。
        if (!hands.settle(answer, snapshot)) version = answer.version;
        if (typed === saved) hands.drop();
        else {
          hands.keep(hands.read(), version);
          schedule(TYPING_PAUSE_MS);
        }
        show({
          phase: typed === saved ? "saved" : "waiting",
          savedAt: answer.savedAt,
          by: null,
          message: null,
        });
        return;
      }
      case "offline":
      case "failed":
        schedule(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 30_000);
        failures += 1;
        show({ phase: answer.kind });
        return;
      case "conflict":
        show({ phase: "conflict", by: answer.by });
        return;
      case "signedOut":
        show({ phase: "signedOut" });
        return;
      case "closed":
        show({ phase: "closed", message: answer.message });
        return;
    }
  };

  const run = (): Promise<void> => {
    clearTimeout(timer);
    running ??= sendOnce().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    touch() {
      if (stopped) return;
      typed += 1;
      hands.keep(hands.read(), version);
      if (state.phase === "closed" || state.phase === "signedOut") return;
      if (state.phase === "idle" || state.phase === "saved") show({ phase: "waiting" });
      schedule(TYPING_PAUSE_MS);
    },
    async flush() {
      await running;
      if (typed !== saved) await run();
      // 送る間に打たれた物も送る。
      if (typed !== saved && state.phase === "waiting") await run();
      return typed === saved && state.phase !== "idle" ? "saved" : state.phase;
    },
    leave() {
      if (stopped || typed === saved) return;
      const snapshot = hands.read();
      hands.keep(snapshot, version);
      if (state.phase !== "closed" && state.phase !== "signedOut") void hands.send(snapshot, version, true);
    },
    compose(active) {
      composing = active;
      if (active) return;
      composed?.();
      composed = null;
    },
    rebase(next) {
      version = next;
    },
    unsaved: () => typed !== saved,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
