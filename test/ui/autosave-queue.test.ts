/** 打つ間の保存の順番待ち: 一度に一つ、最後の形、やり直し、変換中は送らない。 */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  type AutosavePhase,
  createAutosaveQueue,
  TYPING_PAUSE_MS,
} from "#app/ui/form/autosave/autosave-queue.ts";
import type { DraftAnswer, NoAnswer, SavedAnswer } from "#app/ui/form/autosave/draft-answer.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const saved = (version: number): SavedAnswer => ({
  kind: "saved",
  changed: true,
  version,
  savedAt: "14時03分",
  raw: null,
  state: { faults: [], document: null, routing: null, options: {} },
  sessionSeconds: 1800,
});

/** 打つ人と、答えを手で返すサーバー。 */
function desk({ contested = false } = {}) {
  const sent: { readonly text: string; readonly version: number; readonly leaving: boolean }[] = [];
  const waiting: ((answer: DraftAnswer | NoAnswer) => void)[] = [];
  const phases: AutosavePhase[] = [];
  const page = { text: "", journal: null as string | null };
  const queue = createAutosaveQueue<string>(
    {
      read: () => page.text,
      send: (text, version, leaving) => {
        sent.push({ text, version, leaving });
        return new Promise((resolve) => waiting.push(resolve));
      },
      keep: (text) => {
        page.journal = text;
      },
      drop: () => {
        page.journal = null;
      },
      settle: () => contested,
      changed: ({ phase }) => phases.push(phase),
    },
    { version: 1 },
  );
  return {
    queue,
    sent,
    phases,
    page,
    type(text: string) {
      page.text = text;
      queue.touch();
    },
    async pause(milliseconds = TYPING_PAUSE_MS) {
      await vi.advanceTimersByTimeAsync(milliseconds);
    },
    async answer(answer: DraftAnswer | NoAnswer) {
      waiting.shift()?.(answer);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

it("打つたびに控え、打ち終えて少し待ってから一度だけ送り、済んだら控えを消す", async () => {
  const at = desk();
  for (const text of ["精", "精密", "精密部品"]) {
    at.type(text);
    expect(at.page.journal).toBe(text);
    await at.pause(300);
  }
  expect(at.sent).toEqual([]);
  await at.pause();
  expect(at.sent).toEqual([{ text: "精密部品", version: 1, leaving: false }]);
  await at.answer(saved(2));
  expect(at.page.journal).toBeNull();
  expect(at.phases).toEqual(["waiting", "saving", "saved"]);
  expect(at.queue.unsaved()).toBe(false);
});

it("送る間に打たれた物は、答えを待ってから最後の形だけを、新しい版から送る", async () => {
  const at = desk();
  at.type("一");
  await at.pause();
  at.type("一二");
  at.type("一二三");
  await at.pause(5_000);
  expect(at.sent).toHaveLength(1);
  await at.answer(saved(2));
  expect(at.page.journal).toBe("一二三");
  await at.pause();
  expect(at.sent.at(-1)).toEqual({ text: "一二三", version: 2, leaving: false });
});

it("届かなければ間を空けてやり直し、届くと控えを消す", async () => {
  const at = desk();
  at.type("山の中");
  await at.pause();
  await at.answer({ kind: "offline" });
  expect(at.phases.at(-1)).toBe("offline");
  await at.pause(1_000);
  await at.answer({ kind: "failed" });
  await at.pause(1_500);
  expect(at.sent, "二度目は二秒待つ").toHaveLength(2);
  await at.pause(500);
  expect(at.sent).toHaveLength(3);
  await at.answer(saved(2));
  expect(at.page.journal).toBeNull();
});

it("変換中は送らず、変換中に来た答えも、確定するまで当てない", async () => {
  const at = desk();
  at.queue.compose(true);
  at.type("せいみつ");
  await at.pause(5_000);
  expect(at.sent).toEqual([]);
  at.queue.compose(false);
  await at.pause(0);
  expect(at.sent).toHaveLength(1);
  at.queue.compose(true);
  await at.answer(saved(2));
  expect(at.phases.at(-1)).toBe("saving");
  at.queue.compose(false);
  await at.pause(0);
  expect(at.phases.at(-1)).toBe("saved");
});

it("当て切れない違いが残ったら版を進めず、次の送信がもう一度突き合わせる", async () => {
  const at = desk({ contested: true });
  at.type("一");
  await at.pause();
  at.type("一二");
  await at.answer({ ...saved(5), kind: "merged" });
  await at.pause();
  expect(at.sent.at(-1)?.version).toBe(1);
});

it.each([{ kind: "signedOut" }, { kind: "conflict", by: "小田 航" }] satisfies DraftAnswer[])(
  "$kind の知らせは送り直す間も引っ込めず、控えは残る",
  async (trouble) => {
    const at = desk();
    at.type("打ちかけ");
    await at.pause();
    await at.answer(trouble);
    void at.queue.flush();
    await at.pause(0);
    expect(at.sent).toHaveLength(2);
    expect(at.phases.at(-1)).toBe(trouble.kind);
    expect(at.page.journal).toBe("打ちかけ");
  },
);

it("画面を離れるときは待たずに送り、捨てた後は控えも書かない", () => {
  const at = desk();
  at.type("離れる直前");
  at.queue.leave();
  expect(at.sent).toEqual([{ text: "離れる直前", version: 1, leaving: true }]);
  at.page.journal = null;
  at.queue.stop();
  at.queue.leave();
  at.type("捨てた後");
  expect(at.page.journal).toBeNull();
});
