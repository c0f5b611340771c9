import { useEffect, useState } from "react";
import { LIVE_VIEW_SECONDS } from "#app/domain/plan/section-lease.ts";
import type { LiveSection } from "./lease-answer.ts";

/** 編集している人の内容を、決まった間隔で読み直す。届かない間は、前の内容のまま。 */
export function useLiveSection(url: string): LiveSection | null {
  const [live, setLive] = useState<LiveSection | null>(null);
  useEffect(() => {
    const ends = new AbortController();
    const read = async (): Promise<void> => {
      try {
        const response = await fetch(url, { headers: { Accept: "application/json" }, signal: ends.signal });
        if (!response.ok) return;
        const next = (await response.json()) as LiveSection;
        setLive((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
      } catch {
        // 次の回に読む。
      }
    };
    void read();
    const timer = setInterval(() => void read(), LIVE_VIEW_SECONDS * 1000);
    return () => {
      ends.abort();
      clearInterval(timer);
    };
  }, [url]);
  return live;
}
