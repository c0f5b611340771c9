import { useCallback, useEffect, useState } from "react";

/** `/session` の答え。 */
export type SessionAnswer = { readonly seconds: number };

export type SessionPhase =
  | { readonly kind: "fine" }
  /** もうすぐ切れる。limited は、続けても延びないとき（使える時間の上限）。 */
  | { readonly kind: "ending"; readonly minutes: number; readonly limited: boolean }
  | { readonly kind: "ended" };

const WARN_SECONDS = 300;
const SESSION_PATH = "/session";

/**
 * ログインの期限を、切れる五分前に知らせる。
 * @param seconds 画面を開いた時、又は直近の保存の時の、切れるまでの秒数
 */
export function useSessionExpiry(seconds: number): {
  readonly phase: SessionPhase;
  /** 使い続ける。 */
  readonly keep: () => void;
} {
  const [asked, setAsked] = useState<{ readonly seconds: number; readonly since: number } | null>(null);
  const [phase, setPhase] = useState<SessionPhase>({ kind: "fine" });

  const ask = useCallback(
    async (method: "GET" | "POST"): Promise<void> => {
      const answer = await askSession(method);
      if (answer === null) return;
      if (answer.seconds <= 0) setPhase({ kind: "ended" });
      else if (answer.seconds <= WARN_SECONDS + 5)
        setPhase({
          kind: "ending",
          minutes: Math.max(1, Math.round(answer.seconds / 60)),
          limited: method === "POST",
        });
      else setPhase({ kind: "fine" });
      setAsked({ seconds: answer.seconds, since: seconds });
    },
    [seconds],
  );

  const left = asked?.since === seconds ? asked.seconds : seconds;
  useEffect(() => {
    // 別の窓での操作で延びているかもしれないので、知らせる前に確かめる。
    const next = left > WARN_SECONDS ? left - WARN_SECONDS : left + 1;
    const timer = setTimeout(() => void ask("GET"), Math.max(1, next) * 1000);
    return () => clearTimeout(timer);
  }, [left, asked, ask]);

  useEffect(() => {
    // 端末が眠っている間は時計が止まる。目覚めたら、すぐに確かめる。
    const woken = () => {
      if (document.visibilityState === "visible") void ask("GET");
    };
    document.addEventListener("visibilitychange", woken);
    return () => document.removeEventListener("visibilitychange", woken);
  }, [ask]);

  return { phase, keep: () => void ask("POST") };
}

/** @returns 切れていれば 0 秒。答えが得られなければ null */
async function askSession(method: "GET" | "POST"): Promise<SessionAnswer | null> {
  try {
    const response = await fetch(SESSION_PATH, { method, headers: { Accept: "application/json" } });
    if (response.status === 401) return { seconds: 0 };
    return response.ok ? ((await response.json()) as SessionAnswer) : null;
  } catch {
    return null;
  }
}
